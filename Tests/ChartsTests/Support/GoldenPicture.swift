import Foundation
import Testing

/// A picture that someone has looked at, kept in a file beside the tests.
enum GoldenPicture {
  /// Compares a text with the file `Pictures/<name>`.
  ///
  /// With `RECORD=1` in the environment the file is written instead, and the test fails, so that
  /// nobody forgets to look at it.
  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Pictures/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: file)
      Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
      return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(
      recorded == text + "\n", "\(name) has changed:\n\(text)", sourceLocation: sourceLocation)
  }
}
