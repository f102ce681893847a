import Foundation
import Notebooks
import Testing

/// The pages in `Golden` were looked at, line by line. `RECORD=1 swift test` records new ones.
@Suite("Prose at the terminal")
struct ProseGoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test(
    "a page of Markdown looks as it did",
    arguments: [("plain-40", 40), ("plain-80", 80), ("plain-140", 140), ("styled-60", 60)])
  func page(name: String, width: Int) throws {
    let source = try String(contentsOf: Self.folder.appending(path: "sample.md"), encoding: .utf8)
    let renderer = ProseRenderer(width: width, isStyled: name.hasPrefix("styled"))
    let lines = renderer.lines(markdown: source)
    let actual = lines.joined(separator: "\n").replacing("\u{1B}", with: "␛") + "\n"
    let file = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).txt: look at it")
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let difference = UnifiedDiff.text(expected: expected, actual: actual, file: "\(name).txt")
    #expect(difference.isEmpty, "\(difference)")
  }
}
