import TensorEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Writing is atomic (a temporary name, `fsync`, `rename`), so that no file is ever half written.
extension WorkingFolder {
  /// Writes a whole file: either all of it is there at the end, or what was there before.
  ///
  /// A file that is written over keeps its mode, and its owner and group where that is allowed. What
  /// a symbolic link leads to is written, where all may be; elsewhere the link is replaced.
  /// - Throws: `FileError` if writing is not allowed there or fails.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let place = try writablePlace(of: path)
    let (temporary, descriptor) = try temporaryFile(for: place, path)
    var problem = writeAll(bytes, descriptor) ? 0 : errno
    FilePermissions(place.information)?.handOn(to: descriptor)
    if problem == 0 && fsync(descriptor) != 0 { problem = errno }
    if problem == 0, Interruption.current.isAsked() { problem = ECANCELED }
    var information = stat()
    let isKnown = unsafe fstat(descriptor, &information) == 0
    close(descriptor)
    if problem == 0 { problem = name(temporary, as: place) }
    guard problem == 0 else {
      unsafe unlinkat(place.folder.descriptor, temporary, 0)
      if problem == ECANCELED { throw .interrupted(path) }
      throw problem == EEXIST ? Self.inTheWay(path) : failure(path, problem)
    }
    if isKnown {
      written.note(place.path, WrittenFiles.Identity(information), by: rights.holder)
    }
    synchronize(place.folder)
    let folder = PathWalk.path(of: place.location.dropLast())
    if written.isNew(folder: folder) { LeftoverFiles.remove(in: place.folder) }
  }

  /// Writes a file that a command makes from the state, such as a network, and remembers it for the
  /// cells below; where it may not be written it is kept in memory alone, if the rights say so.
  ///
  /// - Returns: Whether the file is on the disk.
  /// - Throws: `FileError` as ``write(_:to:)``.
  package func save(_ bytes: [UInt8], to path: String) throws(FileError) -> Bool {
    let isOnDisk = !isKeptInMemory(path)
    if isOnDisk {
      let replaced = fileToReplace(at: path)
      do throws(FileError) {
        try write(bytes, to: path)
        if let replaced { memory?.noteReplaced(replaced) }
      } catch {
        memory?.refuseRecording()
        throw error
      }
    }
    let isKept = memory?.keep(bytes, as: fullPath(path)) ?? false
    guard isOnDisk || isKept else {
      throw FileError(path: path, problem: "a lesson can't keep so much in memory")
    }
    return isOnDisk
  }

  /// Whether what is saved under this path is kept in memory alone.
  func isKeptInMemory(_ path: String) -> Bool {
    guard rights.keepsInMemory else { return false }
    do throws(FileError) {
      _ = try place(of: path, for: .writing)
      return false
    } catch {
      return !isAtHome(path)
    }
  }

  /// Refuses what ``save(_:to:)`` would refuse, as far as that can be told before; nothing is
  /// changed.
  /// - Throws: `FileError` as ``save(_:to:)``.
  package func checkSaving(_ path: String) throws(FileError) {
    guard !isKeptInMemory(path) else { return }
    do throws(FileError) {
      let place = try writablePlace(of: path)
      if isFolder(path) { throw failure(path, EISDIR) }
      let (temporary, descriptor) = try temporaryFile(for: place, path)
      close(descriptor)
      unsafe unlinkat(place.folder.descriptor, temporary, 0)
    } catch {
      memory?.refuseRecording()
      throw error
    }
  }

  /// What ``save(_:to:)`` would write over: nil where nothing is, no bytes where it can't be read.
  ///
  /// What is kept in memory is the lesson's own, and is never in the way.
  package func contentToReplace(at path: String) -> [UInt8]? {
    guard !isKeptInMemory(path), let place = try? place(of: path, for: .writing),
      place.information != nil
    else { return nil }
    let target = try? PathWalk.place(of: expanded(path), in: rights.region(of: .writing))
    return target.flatMap { try? content(of: $0, path).bytes } ?? []
  }

  /// Whether ``save(_:to:)`` would find something there: on the disk, or in memory if that is where
  /// it saves.
  package func isTaken(_ path: String) -> Bool {
    isKeptInMemory(path) ? memory?.bytes(of: fullPath(path)) != nil : exists(path)
  }

  /// The place of a file that may be written: no device, and for a file's commands nothing that they
  /// did not write themselves.
  private func writablePlace(of path: String) throws(FileError) -> FilePlace {
    guard touches.contains(.writes) else { throw FileError(path: path, problem: Self.undeclared) }
    let place = try place(of: path, for: .writing)
    if written.isRead(place.path) {
      throw FileError(
        path: path, problem: "a cell has read it, and a replay must find it as it was",
        hint: "another name keeps both")
    }
    guard let information = place.information else { return place }
    if let holder = rights.holder {
      let isOwn = written.has(place.path, WrittenFiles.Identity(information), by: holder)
      if !isOwn { throw Self.inTheWay(path) }
    }
    guard [S_IFREG, S_IFDIR].contains(kind(of: place)) else {
      throw FileError(path: path, problem: "it is not a file that can be written anew")
    }
    return place
  }

  /// What stands at a place, a link followed: a device behind one is not put away either. A link
  /// that leads nowhere counts as a file.
  private func kind(of place: FilePlace) -> mode_t {
    var information = stat()
    let isThere = unsafe fstatat(place.folder.descriptor, place.name, &information, 0) == 0
    return isThere ? information.st_mode & S_IFMT : S_IFREG
  }

  static func inTheWay(_ path: String) -> FileError {
    FileError(
      path: path,
      problem: "it is there already, and a lesson or script writes over nothing that it did not "
        + "write itself")
  }

  /// Opens a new file beside the one that shall be written, with the name that it has meanwhile.
  private func temporaryFile(
    for place: FilePlace, _ path: String
  ) throws(FileError) -> (name: String, descriptor: Int32) {
    guard place.name != "." else { throw failure(path, EISDIR) }
    let folder = place.folder.descriptor
    let name = LeftoverFiles.temporaryName(of: place.name, process: getpid())
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    // Nobody else may look into it before it is known who may look into the file.
    let mode: mode_t = FilePermissions(place.information) == nil ? 0o644 : 0o600
    var descriptor = unsafe openat(folder, name, flags, mode)
    if descriptor < 0, errno == EEXIST {
      // A process that had this number was ended in the middle of writing.
      unsafe unlinkat(folder, name, 0)
      descriptor = unsafe openat(folder, name, flags, mode)
    }
    guard descriptor >= 0 else { throw failure(path, errno) }
    return (name, descriptor)
  }

  /// Gives the file its name; the number of what the system refuses, or 0. What is written for a
  /// file's commands replaces nothing that came there in between.
  private func name(_ temporary: String, as place: FilePlace) -> Int32 {
    let folder = place.folder.descriptor
    if rights.holder != nil, place.information == nil {
      if unsafe linkat(folder, temporary, folder, place.name, 0) == 0 {
        unsafe unlinkat(folder, temporary, 0)
        return 0
      }
      // Some file systems know no second name of a file.
      guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return errno }
    }
    return unsafe renameat(folder, temporary, folder, place.name) == 0 ? 0 : errno
  }

  /// How much is written before it is brought to the disk: at the end that would take long at once.
  private static let bytesKept = 16 << 20

  /// Writes all bytes; false with the number of what the system refuses, `ECANCELED` where the work
  /// is called off.
  private func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var (written, kept) = (0, 0)
    while written < bytes.count {
      if Interruption.current.isAsked() {
        errno = ECANCELED
        return false
      }
      let part = min(bytes.count - written, Self.bytesTogether)
      let count = unsafe bytes.withUnsafeBytes {
        unsafe writeBytes(descriptor, $0.baseAddress! + written, part)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
      if written - kept >= Self.bytesKept {
        guard fsync(descriptor) == 0 else { return false }
        kept = written
      }
    }
    return true
  }

  /// Makes the rename itself durable; a file system that can't is no reason to fail.
  private func synchronize(_ folder: OpenFolder) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let descriptor = unsafe openat(folder.descriptor, ".", flags)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
