internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where data sets and lessons are looked for.
enum Folders {
  /// The folders given with `--datasets`, `OVERFIT_DATASETS`, `datasets` here and beside the
  /// program, the user's data folder: in this order.
  static func datasets(_ given: [String]) -> [String] {
    given + [Environment.value("OVERFIT_DATASETS")].compactMap { $0 } + beside("datasets")
      + [userData]
  }

  /// Whether a folder stands at this path.
  static func exists(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// `lessons` here and beside the program.
  static var lessons: [String] { beside("lessons") }

  /// `$XDG_DATA_HOME/overfit`, or `~/.local/share/overfit`.
  static var userData: String {
    if let folder = Environment.value("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return folder + "/overfit"
    }
    return "\(Environment.value("HOME") ?? ".")/.local/share/overfit"
  }

  /// Removes what a killed program has left half written, here and where sessions are kept.
  static func removeLeftovers() {
    let state = StateFolder.path.map { [$0, $0 + "/lessons"] } ?? []
    for folder in ["."] + state { LeftoverFiles.remove(inFolder: folder) }
  }

  /// A folder of this name here, and one that stands beside or above the program itself.
  private static func beside(_ name: String) -> [String] {
    guard let program = realpath("/proc/self/exe", nil) else { return [name] }
    defer { free(program) }
    var folder = String(cString: program)
    for _ in 0..<5 {
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
      folder = String(folder[..<slash])
      if access("\(folder)/\(name)", F_OK) == 0 && access("\(folder)/Package.swift", F_OK) == 0 {
        return here(name, is: "\(folder)/\(name)") ? [name] : [name, "\(folder)/\(name)"]
      }
    }
    return [name]
  }

  /// Whether the folder here is that very folder.
  private static func here(_ name: String, is path: String) -> Bool {
    guard let resolved = realpath(name, nil) else { return false }
    defer { free(resolved) }
    return String(cString: resolved) == path
  }
}
