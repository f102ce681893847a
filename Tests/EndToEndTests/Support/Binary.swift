import Foundation

/// The program under test.
enum Binary {
  /// What OVERFIT_PROGRAM names, such as a release, which starts in a third of the time; else what the
  /// build put beside the tests.
  static let path = ProcessInfo.processInfo.environment["OVERFIT_PROGRAM"] ?? built("overfit")

  /// A program that the build put beside the tests that are running.
  static func built(_ name: String) -> String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(name).path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return "\(name), which is not beside the tests"
  }

  /// What the program sees of its surroundings, unless a test says otherwise.
  static func environment(home: String, _ changes: [String: String]) -> [String: String] {
    let plain = ["HOME": home, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8"]
    return plain.merging(changes) { $1 }
  }
}
