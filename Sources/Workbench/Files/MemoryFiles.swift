import Synchronization

/// The files that a lesson or a replay has saved: kept in memory, where it can read them again,
/// so that it writes nothing on the disk and still does what it shows.
package final class MemoryFiles: Sendable {
  /// The most bytes that are kept, in all files together.
  package static let limit = 512 << 20

  private let files = Mutex<[String: [UInt8]]>([:])

  /// Begins without files.
  package init() {}

  /// The content of a file; nil if none was kept under this path.
  package func bytes(of path: String) -> [UInt8]? { files.withLock { $0[path] } }

  /// Keeps a file.
  /// - Throws: `FileError` if all files together would exceed `limit`.
  package func keep(_ bytes: [UInt8], as path: String) throws(FileError) {
    let isKept = files.withLock { files in
      let others = files.reduce(0) { $1.key == path ? $0 : $0 + $1.value.count }
      guard others + bytes.count <= Self.limit else { return false }
      files[path] = bytes
      return true
    }
    guard isKept else {
      throw FileError(path: path, problem: "a lesson can't keep so much in memory")
    }
  }
}
