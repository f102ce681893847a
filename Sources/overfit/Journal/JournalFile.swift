#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A journal on the disk, held by this process alone as long as this object lives.
///
/// Only a plain file of the user's is opened that nobody else may read or write: what stands in it
/// is run with the user's own rights to read.
final class JournalFile {
  enum Refusal: Error, Equatable {
    /// A session that lives holds it.
    case held
    /// It can't be opened, or is none of the user's own; why.
    case unfit(String)
  }

  /// The largest journal that is read, in bytes.
  private static let sizeLimit = 1 << 26
  /// As many bytes at the end of a journal nearly always hold its last change's end.
  private static let endSize = 4096

  let path: String
  private let descriptor: Int32
  /// How many bytes it has, where this object has written the last of them.
  private var size: Int?

  /// Opens a journal and holds it.
  convenience init(_ path: String) throws(Refusal) {
    try self.init(path, atMost: JournalFile.sizeLimit)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .held }
    // Its session may have ended by choice just now, and taken it away.
    guard isThere else { throw .held }
  }

  /// Opens another file of the program's own, that no session holds.
  convenience init(reading path: String, atMost size: Int) throws(Refusal) {
    try self.init(path, atMost: size)
  }

  private init(_ path: String, atMost size: Int) throws(Refusal) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .unfit(errno == ELOOP ? "it is a link" : "it can't be opened")
    }
    var information = stat()
    fstat(descriptor, &information)
    if let fault = JournalFile.fault(of: information, atMost: size) {
      throw .unfit(fault)
    }
  }

  /// Makes a journal that begins with a text. It has its name when it is held and written, so that
  /// no other process takes it for one whose session has ended.
  convenience init?(making path: String, with text: String) {
    self.init(making: path, of: Array(text.utf8))
  }

  /// Makes a file of some bytes in the same way.
  init?(making path: String, of bytes: [UInt8]) {
    self.path = path
    let temporary = "\(path).\(getpid()).part"
    unlink(temporary)
    descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, write(bytes, at: 0),
      rename(temporary, path) == 0
    else {
      let reason = errno
      unlink(temporary)
      errno = reason
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Why a file is not read as a journal; nil for one that may be.
  private static func fault(of information: stat, atMost size: Int) -> String? {
    if information.st_mode & S_IFMT != S_IFREG { return "it is no plain file" }
    if information.st_uid != geteuid() { return "it belongs to another user" }
    if information.st_mode & 0o077 != 0 { return "others may read or write it (chmod 600)" }
    return information.st_size > size ? "it is too large" : nil
  }

  /// Whether it still has its name.
  var isThere: Bool {
    var information = stat()
    return fstat(descriptor, &information) == 0 && information.st_nlink > 0
  }

  /// All of it.
  func contents() -> [UInt8] { bytes(from: 0) }

  /// Its last bytes.
  func end() -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    return bytes(from: max(0, size - JournalFile.endSize))
  }

  private func bytes(from start: Int) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: max(0, size - start))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(start + filled))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return Array(bytes[..<filled])
  }

  /// Puts a text behind the first `length` bytes; what stood there is gone. False, with the reason in
  /// `errno`, where that fails: the first bytes are then as they were.
  ///
  /// - Parameter waits: Whether the disk is waited for.
  func write(_ text: String, at length: Int, waits: Bool = true) -> Bool {
    write(Array(text.utf8), at: length, waits: waits)
  }

  private func write(_ bytes: [UInt8], at length: Int, waits: Bool = true) -> Bool {
    guard size == length || ftruncate(descriptor, off_t(length)) == 0 else { return false }
    size = nil
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(length + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = count == 0 ? ENOSPC : errno
        ftruncate(descriptor, off_t(length))
        errno = reason
        return false
      }
      written += count
    }
    size = length + bytes.count
    return !waits || fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
  }

  /// Lets another process hold it.
  func release() { flock(descriptor, LOCK_UN) }

  /// Takes it away.
  func remove() { unlink(path) }
}
