#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one door to the file system: every byte a command reads or writes passes here.
///
/// Reading is allowed wherever the user may read. Writing is atomic (a temporary name, `fsync`,
/// `rename`), so that no file is ever half written, and allowed only where `permission` says:
/// a lesson comes from strangers.
package struct WorkingFolder: Sendable {
  /// Where files may be written.
  package enum WritePermission: Equatable, Sendable {
    /// Wherever the user may: an interactive session or a pipe.
    case everywhere
    /// Nowhere: lessons and replays.
    case nowhere
    /// In this folder and the folders below it.
    case inside(String)
  }

  /// Where this door lets files be written.
  package var permission: WritePermission

  /// Where a lesson or a replay keeps the files that it may not write; nil in other sessions.
  package var memory: MemoryFiles?

  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 30

  /// Makes a door; reading is always allowed.
  package init(permission: WritePermission = .everywhere) {
    self.permission = permission
  }

  /// Reads a whole file.
  ///
  /// A pipe is read under `/dev` alone, where a shell puts what it hands over; any other could
  /// be waited for without end.
  /// - Throws: `FileError` if it can't be opened or read, is a folder or a device, or exceeds
  ///   `sizeLimit`.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    if let bytes = memory?.bytes(of: path) { return bytes }
    let mayWait: Int32 = path.hasPrefix("/dev/") ? 0 : O_NONBLOCK
    let descriptor = unsafe open(expanded(path), O_RDONLY | O_CLOEXEC | mayWait)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else { throw failure(path, errno) }
    guard information.st_mode & S_IFMT != S_IFDIR else { throw failure(path, EISDIR) }
    let isPipe = information.st_mode & S_IFMT == S_IFIFO
    guard information.st_mode & S_IFMT == S_IFREG || (isPipe && mayWait == 0) else {
      throw FileError(path: path, problem: "it is not a file with text or data")
    }
    guard information.st_size <= Self.sizeLimit else {
      throw FileError(path: path, problem: "it is larger than 1 GiB")
    }
    return try bytes(of: descriptor, expecting: Int(information.st_size), path: path)
  }

  /// The first bytes of a file, to tell its kind: as many as asked for, or fewer; nil for what
  /// ``read(_:)`` would refuse for another reason than its size, and for a pipe.
  package func start(of path: String, count: Int) -> [UInt8]? {
    if let bytes = memory?.bytes(of: path) { return Array(bytes.prefix(count)) }
    let descriptor = unsafe open(expanded(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0,
      information.st_mode & S_IFMT == S_IFREG
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let filled = unsafe bytes.withUnsafeMutableBytes {
      unsafe $0.baseAddress.map { unsafe readBytes(descriptor, $0, count) } ?? 0
    }
    return filled < 0 ? nil : Array(bytes.prefix(filled))
  }

  /// Writes a whole file: either all of it is there at the end, or what was there before.
  ///
  /// A file that is written over keeps its mode, and its owner and group where that is allowed. What
  /// a symbolic link leads to is written, where all may be; elsewhere the link is replaced.
  /// - Throws: `FileError` if writing is not allowed there or fails.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let destination = place(of: path)
    let (temporary, descriptor) = try temporaryFile(for: destination, path)
    var problem = writeAll(bytes, descriptor) ? 0 : errno
    ReplacedFile(at: destination)?.handOn(to: descriptor)
    if problem == 0 && fsync(descriptor) != 0 { problem = errno }
    close(descriptor)
    if unsafe problem == 0 && rename(temporary, destination) != 0 { problem = errno }
    guard problem == 0 else {
      unsafe unlink(temporary)
      throw failure(path, problem)
    }
    synchronizeFolder(of: destination)
  }

  /// Writes a file that a command makes from the state, such as a network: as ``write(_:to:)``,
  /// but a lesson or a replay that may not write there keeps it in memory.
  ///
  /// - Returns: Whether the file is on the disk.
  /// - Throws: `FileError` as ``write(_:to:)``.
  package func save(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    if let memory, !allowsWriting(expanded(path)) {
      try memory.keep(bytes, as: path)
      return false
    }
    try write(bytes, to: path)
    return true
  }

  /// Refuses what ``save(_:to:)`` would refuse, as far as that can be told before; nothing is
  /// changed.
  /// - Throws: `FileError` as ``save(_:to:)``.
  package func checkSaving(_ path: String) throws(FileError) {
    let destination = place(of: path)
    if memory != nil, !allowsWriting(destination) { return }
    if isFolder(path) { throw failure(path, EISDIR) }
    let (temporary, descriptor) = try temporaryFile(for: destination, path)
    close(descriptor)
    unsafe unlink(temporary)
  }

  /// What ``save(_:to:)`` would write over: nil where nothing is, no bytes where it can't be read.
  ///
  /// What is kept in memory is the lesson's own, and is never in the way.
  package func contentToReplace(at path: String) -> [UInt8]? {
    let destination = expanded(path)
    if memory != nil, !allowsWriting(destination) { return nil }
    // A link that leads nowhere is not written over unasked either.
    guard unsafe access(destination, F_OK) == 0 || isLink(path) else { return nil }
    return (try? read(path)) ?? []
  }

  /// Opens a new file beside the one that shall be written, with the name that it has meanwhile.
  private func temporaryFile(
    for destination: String, _ path: String
  ) throws(FileError) -> (name: String, descriptor: Int32) {
    guard allowsWriting(destination) else {
      throw FileError(
        path: path, problem: "a lesson or script may not write here (--allow-write FOLDER)")
    }
    guard !isSpecial(destination) else {
      throw FileError(path: path, problem: "it is not a file that can be written anew")
    }
    let name = "\(destination).\(getpid()).part"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    // Nobody else may look into it before it is known who may look into the file.
    let mode: mode_t = ReplacedFile(at: destination) == nil ? 0o644 : 0o600
    var descriptor = unsafe open(name, flags, mode)
    if descriptor < 0, errno == EEXIST {
      // A process that had this number was ended in the middle of writing.
      unsafe unlink(name)
      descriptor = unsafe open(name, flags, mode)
    }
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT { throw FileError(path: path, problem: "there is no such folder") }
      throw failure(path, code)
    }
    return (name, descriptor)
  }

  private func place(of path: String) -> String {
    let destination = expanded(path)
    return permission == .everywhere ? ReplacedFile.place(behind: destination) : destination
  }

  /// Whether something stands at this path.
  package func exists(_ path: String) -> Bool {
    unsafe memory?.bytes(of: path) != nil || access(expanded(path), F_OK) == 0
  }

  /// Whether a folder stands at this path.
  package func isFolder(_ path: String) -> Bool {
    var information = stat()
    return unsafe stat(expanded(path), &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a device, a pipe or a socket stands there, which a `rename` would put away.
  private func isSpecial(_ path: String) -> Bool {
    var information = stat()
    guard unsafe stat(path, &information) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(information.st_mode & S_IFMT)
  }

  /// Whether a symbolic link stands at this path.
  package func isLink(_ path: String) -> Bool {
    var information = stat()
    return unsafe lstat(expanded(path), &information) == 0
      && information.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, in ascending order of their bytes, without `.` and `..`.
  /// - Throws: `FileError` if the folder can't be read.
  package func names(in path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(expanded(path)) else { throw failure(path, errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func allowsWriting(_ path: String) -> Bool {
    switch permission {
    case .everywhere: true
    case .nowhere: false
    case .inside(let folder):
      contains(folder: expanded(folder), file: path)
    }
  }

  /// Compares real paths, so that neither `..` nor a symbolic link leads out of the folder.
  private func contains(folder: String, file: String) -> Bool {
    guard let root = realPath(folder), let parent = realPath(parentFolder(of: file)) else {
      return false
    }
    return parent == root || parent.hasPrefix(root == "/" ? "/" : root + "/")
  }

  private func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private func parentFolder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = unsafe getenv("HOME") else { return path }
    return unsafe String(cString: home) + path.dropFirst(1)
  }

  private func bytes(
    of descriptor: Int32, expecting size: Int, path: String
  ) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      if filled == bytes.count {
        guard filled <= Self.sizeLimit else {
          throw FileError(path: path, problem: "it is larger than 1 GiB")
        }
        bytes.append(contentsOf: repeatElement(0, count: max(filled, 4096)))
      }
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe readBytes(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, errno) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  private func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe writeBytes(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Makes the rename itself durable; a file system that can't is no reason to fail.
  private func synchronizeFolder(of path: String) {
    let descriptor = unsafe open(parentFolder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func failure(_ path: String, _ code: Int32) -> FileError {
    let problem =
      switch code {
      case ENOENT: "there is no such file"
      case EACCES, EPERM: "the permission is missing"
      case EISDIR: "it is a folder"
      case ENOTDIR: "a part of the path is not a folder"
      case ENOSPC: "the disk is full"
      case EROFS: "the disk is read-only"
      case ENAMETOOLONG: "the name is too long"
      default: "the system refused (error \(code))"
      }
    return FileError(path: path, problem: problem)
  }
}

private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, bytes, count)
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
