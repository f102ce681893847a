import TensorEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one door to the file system: every byte a command reads or writes passes here.
///
/// It opens as far as ``rights`` say and the verb at hand declares. A path means what it means to the
/// system, from the folder that the program was started in; `~/` is the user's own folder. What is
/// allowed is decided by where a path leads, and not by how it is spelt.
package struct WorkingFolder: Sendable {
  /// Whose door it is, and how far it opens.
  package var rights: FileRights {
    get { sharedRights.value }
    set { sharedRights = Shared(newValue) }
  }
  /// The same, as all cells of a file share it.
  package private(set) var sharedRights: Shared<FileRights>
  /// What the verb at hand declares.
  package var touches = Touches.everything
  /// The saved files while a line runs; nil between lines.
  package var memory: MemoryFiles?
  /// Where the person can be asked; nil where nobody can answer.
  package var consent: Consent?
  let written = WrittenFiles()

  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 30
  /// The most bytes that are read or written between two questions whether to go on.
  static let bytesTogether = 1 << 20

  /// Makes a door that reads everywhere and writes where it is said.
  package init(permission: FileRights.Region = .everywhere) {
    sharedRights = Shared(FileRights(writing: permission))
  }

  /// The same door for places that the program itself names, such as its lessons.
  package var ofProgram: WorkingFolder {
    var door = self
    (door.rights, door.memory) = (.person, nil)
    return door
  }

  /// Takes up rights that others have too, and shares them.
  package mutating func share(_ rights: Shared<FileRights>) { sharedRights = rights }

  /// Reads a whole file, the one that was saved under this path before all others.
  ///
  /// - Throws: `FileError` if it may not or can't be read, is no plain file, or exceeds `sizeLimit`.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    guard touches.contains(.reads) else { throw FileError(path: path, problem: Self.undeclared) }
    let key = fullPath(path)
    if let memory, let kept = memory.bytes(of: key) {
      if rights.holder == nil, !rights.keepsInMemory { try checkUnchanged(path, kept, memory) }
      memory.noteRead(key)
      return kept
    }
    let place = try place(of: path, for: .reading)
    if rights.holder == nil, place.information == nil {
      // The session may write it before a replay looks for it.
      memory?.refuseRecording()
    } else if let memory, memory.isOfCell {
      memory.noteRead(inFolder: PathWalk.path(of: place.location.dropLast()))
      written.noteRead(place.path)
    }
    let bytes = try content(of: place, path).bytes
    memory?.noteRead(bytes, ofFileAt: place.path)
    return bytes
  }

  /// Refuses to choose between what was saved and what another program has put there since.
  private func checkUnchanged(
    _ path: String, _ kept: [UInt8], _ memory: MemoryFiles
  ) throws(FileError) {
    guard let place = try? place(of: path, for: .reading),
      let (bytes, identity) = try? content(of: place, path),
      !written.has(place.path, identity), bytes != kept
    else { return }
    memory.refuseRecording()
    throw FileError(
      path: path,
      problem: "another program has changed it since it was saved here: a copy under another name "
        + "can be read")
  }

  /// The bytes of a plain file.
  func content(
    of place: FilePlace, _ path: String
  ) throws(FileError) -> (bytes: [UInt8], identity: WrittenFiles.Identity) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    let descriptor = unsafe openat(place.folder.descriptor, place.name, flags)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else { throw failure(path, errno) }
    guard information.st_mode & S_IFMT != S_IFDIR else { throw failure(path, EISDIR) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw Self.noPlainFile(path)
    }
    guard information.st_size <= Self.sizeLimit else {
      throw FileError(path: path, problem: "it is larger than 1 GiB")
    }
    let bytes = try bytes(of: descriptor, expecting: Int(information.st_size), path: path)
    return (bytes, WrittenFiles.Identity(information))
  }

  /// The first bytes of a file, to tell its kind: as many as asked for, or fewer; nil for what
  /// ``read(_:)`` would refuse for another reason than its size.
  package func start(of path: String, count: Int) -> [UInt8]? {
    if let bytes = memory?.bytes(of: fullPath(path)) { return Array(bytes.prefix(count)) }
    guard let place = placeUnasked(of: path) else { return nil }
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    let descriptor = unsafe openat(place.folder.descriptor, place.name, flags)
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

  /// The names in a folder, in ascending order of their bytes, without `.` and `..`.
  /// - Throws: `FileError` if the folder may not or can't be read.
  package func names(in path: String) throws(FileError) -> [String] {
    guard !touches.isEmpty else { throw FileError(path: path, problem: Self.undeclared) }
    let place = try place(of: path, for: .reading)
    return try names(in: place, path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names in a folder that was found, in no order.
  func names(in place: FilePlace, _ path: String) throws(FileError) -> [String] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe openat(place.folder.descriptor, place.name, flags)
    guard descriptor >= 0 else { throw failure(path, errno) }
    guard let folder = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw failure(path, code)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// The bytes of a file that may be longer by now than it was.
  private func bytes(
    of descriptor: Int32, expecting size: Int, path: String
  ) throws(FileError) -> [UInt8] {
    var problem: FileError?
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { memory, filled in
      while filled <= size, let start = memory.baseAddress {
        let room = min(size + 1 - filled, Self.bytesTogether)
        let count = unsafe readPart(descriptor, start + filled, room, path, &problem)
        if count == 0 { return }
        filled += count
      }
    }
    var piece = [UInt8](repeating: 0, count: problem == nil && bytes.count > size ? 1 << 16 : 0)
    while !piece.isEmpty {
      let count = unsafe piece.withUnsafeMutableBytes { memory in
        unsafe memory.baseAddress.map {
          unsafe readPart(descriptor, $0, memory.count, path, &problem)
        } ?? 0
      }
      if count == 0 { break }
      bytes += piece[..<count]
      guard bytes.count <= Self.sizeLimit else {
        throw FileError(path: path, problem: "it is larger than 1 GiB")
      }
    }
    if let problem { throw problem }
    return bytes
  }

  /// Reads what is there of so many bytes: 0 at the end of the file, and where there is a problem.
  private func readPart(
    _ descriptor: Int32, _ memory: UnsafeMutableRawPointer, _ room: Int, _ path: String,
    _ problem: inout FileError?
  ) -> Int {
    while !Interruption.current.isAsked() {
      let count = unsafe readBytes(descriptor, memory, room)
      if count < 0, errno == EINTR { continue }
      if count < 0 { problem = failure(path, errno) }
      return max(count, 0)
    }
    problem = .interrupted(path)
    return 0
  }
}

private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, bytes, count)
}
