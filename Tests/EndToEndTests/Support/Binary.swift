import Foundation

/// The program under test.
enum Binary {
  /// Where the build put it: beside the tests that are running.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("overfit").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return "overfit, which is not beside the tests"
  }()

  /// What the program sees of its surroundings, unless a test says otherwise.
  static func environment(home: String, _ changes: [String: String]) -> [String: String] {
    let plain = ["HOME": home, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8"]
    return plain.merging(changes) { $1 }
  }
}
