#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folders that published pages lie in.
enum PageFolder {
  /// Makes a folder and those above it that are not there yet.
  static func make(_ path: String) throws {
    var status = stat()
    if path.isEmpty || stat(path, &status) == 0 { return }
    if let slash = path.lastIndex(of: "/") { try make(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw CallError.noFolder(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
