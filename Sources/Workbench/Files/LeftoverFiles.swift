#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of this program's that were not yet named when it was killed: `NAME.PROCESS.part`.
package enum LeftoverFiles {
  /// What may be that of a program on another machine is left alone for so long, in seconds.
  private static let age = 60

  /// The name that a file has while it is written.
  static func temporaryName(of name: String, process: pid_t) -> String { "\(name).\(process).part" }

  /// The process that a name speaks of; nil for a name that is none of these.
  static func process(in name: String) -> pid_t? {
    guard name.hasSuffix(".part") else { return nil }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, !parts[0].isEmpty || parts.count > 3 else {
      return nil
    }
    let digits = parts[parts.count - 2]
    guard let process = pid_t(digits), process > 0, String(process) == digits else { return nil }
    return process
  }

  /// Removes those in a folder that are plain files of the user's, and whose process lives no more.
  package static func remove(inFolder path: String) {
    guard let folder = try? OpenFolder(path) else { return }
    remove(in: folder)
  }

  static func remove(in folder: OpenFolder) {
    let place = FilePlace(folder: folder, name: ".", location: [])
    let names = (try? WorkingFolder().names(in: place, ".")) ?? []
    for name in names {
      guard let process = process(in: name), kill(process, 0) != 0, errno == ESRCH,
        let information = FilePlace(folder: folder, name: name, location: []).information,
        information.st_mode & S_IFMT == S_IFREG, information.st_uid == geteuid(),
        time(nil) - seconds(of: information) > age
      else { continue }
      unsafe unlinkat(folder.descriptor, name, 0)
    }
  }

  private static func seconds(of information: stat) -> Int {
    #if canImport(Glibc)
      Int(information.st_mtim.tv_sec)
    #else
      Int(information.st_mtimespec.tv_sec)
    #endif
  }
}
