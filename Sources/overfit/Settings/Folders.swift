internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where data sets and lessons are looked for.
enum Folders {
  /// The folders given with `--datasets`, `OVERFIT_DATASETS`, `datasets` here and of the program, the
  /// user's data folder: in this order.
  static func datasets(_ given: [String]) -> [String] {
    given + [Environment.value("OVERFIT_DATASETS")].compactMap { $0 } + beside("datasets")
      + [userData]
  }

  /// Whether a folder stands at this path.
  static func exists(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// `lessons` here and of the program.
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

  /// A folder that was installed with the program: `../share/overfit/NAME`, seen from where the
  /// program lies; nil for none.
  static func installed(_ name: String) -> String? {
    guard let folder = aboveProgram.dropFirst().first.map({ "\($0)/share/overfit/\(name)" })
    else { return nil }
    return exists(folder) ? folder : nil
  }

  /// A folder of this name here, and the one that stands in the checkout above the program or was
  /// installed with it.
  private static func beside(_ name: String) -> [String] {
    let checkout = aboveProgram.first { folder in
      access("\(folder)/\(name)", F_OK) == 0 && access("\(folder)/Package.swift", F_OK) == 0
    }
    guard let own = checkout.map({ "\($0)/\(name)" }) ?? installed(name), !here(name, is: own)
    else { return [name] }
    return [name, own]
  }

  /// The folder of the program, and up to four above it.
  private static let aboveProgram: [String] = {
    guard let program = realpath("/proc/self/exe", nil) else { return [] }
    defer { free(program) }
    var folders: [String] = []
    var folder = String(cString: program)
    while folders.count < 5, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = String(folder[..<slash])
      folders.append(folder)
    }
    return folders
  }()

  /// Whether the folder here is that very folder.
  private static func here(_ name: String, is path: String) -> Bool {
    guard let resolved = realpath(name, nil) else { return false }
    defer { free(resolved) }
    return String(cString: resolved) == path
  }
}
