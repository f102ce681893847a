import TensorEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A file that grows while a command runs, line by line, and that other programs may write too.
extension WorkingFolder {
  /// What stands in a file that a command goes on with: in memory where it is kept there alone.
  ///
  /// - Returns: nil where nothing stands there.
  /// - Throws: `FileError` if it may not be written.
  package func contentToExtend(at path: String) throws(FileError) -> [UInt8]? {
    if isKeptInMemory(path) { return memory?.bytes(of: fullPath(path)) }
    guard touches.contains(.writes) else { throw FileError(path: path, problem: Self.undeclared) }
    let place = try place(of: path, for: .writing)
    guard let information = place.information else { return nil }
    try requireOwn(place, information, path)
    return try content(of: place, path).bytes
  }

  /// Makes a file that is to grow, unless it is kept in memory alone.
  package func begin(_ path: String, with bytes: [UInt8]) throws(FileError) {
    guard !isKeptInMemory(path) else { return }
    try write(bytes, to: path)
  }

  /// Puts bytes into a file from a place on, and on the disk, while its lock is held.
  ///
  /// - Parameters:
  ///   - size: How long the file was when this program last saw it.
  ///   - length: How many of its bytes stay.
  /// - Throws: `FileError` where another program has written there since, or the system refuses; the
  ///   bytes that stay are then as they were.
  package func extend(
    _ path: String, of size: Int, from length: Int, by bytes: [UInt8]
  ) throws(FileError) {
    guard touches.contains(.writes) else { throw FileError(path: path, problem: Self.undeclared) }
    guard !isKeptInMemory(path) else { return }
    let place = try place(of: path, for: .writing)
    if let information = place.information { try requireOwn(place, information, path) }
    let lock = try NeighbourLock(of: place, path)
    defer { lock.release() }
    let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = unsafe openat(place.folder.descriptor, place.name, flags)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else { throw failure(path, errno) }
    guard information.st_mode & S_IFMT == S_IFREG else { throw Self.noPlainFile(path) }
    guard Int(information.st_size) == size else {
      throw FileError(path: path, problem: "another program has written to it meanwhile")
    }
    guard Self.put(bytes, into: descriptor, at: length) else {
      let code = errno
      ftruncate(descriptor, off_t(length))
      throw failure(path, code)
    }
    if unsafe fstat(descriptor, &information) == 0 {
      written.note(place.path, WrittenFiles.Identity(information), by: rights.holder)
    }
  }

  /// Remembers a file that has grown, for the cells below; keeps it in memory alone where it may not
  /// be written.
  package func remember(_ bytes: [UInt8], as path: String) throws(FileError) {
    let isKept = memory?.keep(bytes, as: fullPath(path)) ?? false
    guard isKept || !isKeptInMemory(path) else {
      throw FileError(path: path, problem: "a lesson can't keep so much in memory")
    }
  }

  /// Refuses a file to the commands of another file, unless they wrote it themselves.
  private func requireOwn(
    _ place: FilePlace, _ information: stat, _ path: String
  ) throws(FileError) {
    guard let holder = rights.holder else { return }
    let isOwn = written.has(place.path, WrittenFiles.Identity(information), by: holder)
    if !isOwn { throw Self.inTheWay(path) }
  }

  /// Cuts a file off and writes behind it; false with the reason in `errno`.
  private static func put(_ bytes: [UInt8], into descriptor: Int32, at length: Int) -> Bool {
    guard ftruncate(descriptor, off_t(length)) == 0 else { return false }
    var count = 0
    while count < bytes.count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe pwrite(
          descriptor, $0.baseAddress! + count, bytes.count - count, off_t(length + count))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      count += written
    }
    return fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
  }
}
