#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder for what is kept between sessions (XDG base directory specification).
enum StateFolder {
  /// `$XDG_STATE_HOME/overfit`, or `~/.local/state/overfit`; nil for a user without a home.
  static var path: String? {
    if let folder = Environment.value("XDG_STATE_HOME"), folder.hasPrefix("/") {
      return folder + "/overfit"
    }
    return Environment.value("HOME").map { $0 + "/.local/state/overfit" }
  }

  /// Makes a folder that only its owner can look into, and those above it; false where that fails.
  static func make(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      return false
    }
    // Another session may make it at the same moment.
    return make(String(path[..<slash])) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
  }

  /// The names in a folder that end so, hidden ones left out, in any order; none where it can't be read.
  static func names(in path: String, endingWith ending: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
