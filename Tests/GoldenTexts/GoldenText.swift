import Foundation

/// A text that someone has looked at, kept in a file beside the tests.
public enum GoldenText {
  private static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Compares a text with the file `Pictures/<name>` of the tests that ask; with `RECORD=1` in the
  /// environment the file is written instead, and the test fails, so that nobody forgets to look.
  ///
  /// - Throws: What is different.
  public static func expect(
    _ text: String, equals name: String, from caller: String = #fileID
  ) throws {
    let room = String(caller.prefix { $0 != "/" })
    let file = tests.appendingPathComponent("\(room)/Pictures/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: file)
      throw Difference(description: "recorded \(name): look at it")
    }
    let recorded = try lines(String(decoding: Data(contentsOf: file), as: UTF8.self))
    let found = lines(text + "\n")
    guard recorded != found else { return }
    let same = zip(recorded, found).prefix { $0 == $1 }.count
    let context = found.dropFirst(max(0, same - 3)).prefix(12).joined(separator: "\n")
    throw Difference(description: "\(name) differs from line \(same + 1) on:\n\(context)")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private struct Difference: Error, CustomStringConvertible {
    let description: String
  }
}
