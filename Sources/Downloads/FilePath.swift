#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Names of files and folders, and the system's words for what went wrong with them.
enum FilePath {
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the folder and those above it that are not there yet.
  static func makeFolder(_ path: String) throws(FetchError) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    let parent = folder(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw .disk(file: name(of: path), reason: reason(errno))
    }
  }

  static func reason(_ number: Int32) -> String {
    String(cString: strerror(number))
  }
}
