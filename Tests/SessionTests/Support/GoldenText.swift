import Foundation
import Testing

/// A text that someone has looked at, kept in a file beside the tests.
enum GoldenText {
  /// Compares a text with the file `Pictures/<name>`; with `RECORD=1` in the environment the file
  /// is written instead, and the test fails, so that nobody forgets to look at it.
  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = TestFolders.sessionTests.appending(path: "Pictures/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: file)
      Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
      return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let lines = (text + "\n").split(separator: "\n", omittingEmptySubsequences: false)
    let place = zip(recorded, lines).enumerated().first { $1.0 != $1.1 }?.offset
    guard recorded != lines else { return }
    let line = place ?? min(recorded.count, lines.count)
    let context = lines.dropFirst(max(0, line - 3)).prefix(12).joined(separator: "\n")
    Issue.record(
      "\(name) differs from line \(line + 1) on:\n\(context)", sourceLocation: sourceLocation)
  }
}
