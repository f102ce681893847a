#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that is on its way: `NAME.part` beside the place where it will stand.
///
/// It is locked while it is open, so that two processes never write the same one, and it takes its
/// final name only by ``promote()``: nothing half written is ever found there.
final class PartialFile {
  let path: String
  /// The file's final name without its folder: the name that errors use.
  let name: String
  private let finalPath: String
  private let descriptor: Int32
  /// The length of the whole file in bytes.
  let wholeSize: Int64
  /// Bytes in the file; writing goes on behind them.
  private(set) var size: Int64

  init(for finalPath: String, size wholeSize: Int64) throws(FetchError) {
    self.finalPath = finalPath
    self.wholeSize = wholeSize
    path = finalPath + ".part"
    name = FilePath.name(of: finalPath)
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .disk(file: name, reason: FilePath.reason(errno)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .busy(file: name)
    }
    size = Int64(lseek(descriptor, 0, SEEK_END))
    // What is longer was never a part of the file.
    if size > wholeSize { clear() }
  }

  deinit {
    if size == 0 { unlink(path) }
    // A program that is being started may have the file for a moment, too, and its lock with it.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Asks the disk for room for what is missing.
  func checkRoom() throws(FetchError) {
    var disk = statvfs()
    guard fstatvfs(descriptor, &disk) == 0 else { return }
    let (bytes, isMore) = UInt64(disk.f_bavail).multipliedReportingOverflow(
      by: UInt64(disk.f_frsize))
    let free = isMore ? .max : Int64(clamping: bytes)
    guard wholeSize - size <= free else {
      throw .noRoom(file: name, needed: wholeSize - size, free: free)
    }
  }

  /// Adds bytes at the end; false, with `errno` set, where the disk refuses them.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let written = write(descriptor, base, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      size += Int64(written)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return true
  }

  /// Throws away what came so far.
  func clear() {
    ftruncate(descriptor, 0)
    lseek(descriptor, 0, SEEK_SET)
    size = 0
  }

  func digest() -> String? {
    lseek(descriptor, 0, SEEK_SET)
    defer { lseek(descriptor, 0, SEEK_END) }
    return FileDigest.sha256(ofDescriptor: descriptor)
  }

  /// Gives the file its final name, on disk before in name.
  func promote() throws(FetchError) {
    guard fsync(descriptor) == 0, rename(path, finalPath) == 0 else {
      throw .disk(file: name, reason: FilePath.reason(errno))
    }
    let folder = open(FilePath.folder(of: finalPath), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
