import Foundation
import Testing

@testable import Notebooks

@Suite("Unified differences")
struct UnifiedDiffTests {
  private func diff(_ old: [String], _ new: [String], firstLine: Int = 1) -> String {
    UnifiedDiff.text(
      expected: old.map { $0 + "\n" }.joined(), actual: new.map { $0 + "\n" }.joined(),
      file: "a.md", firstLine: firstLine)
  }

  private static let header = "--- a.md (expected)\n+++ a.md (actual)\n"

  @Test("equal texts have no difference", arguments: ["", "a", "a\n", "\r\n\u{1B}"])
  func equal(text: String) {
    #expect(UnifiedDiff.text(expected: text, actual: text, file: "a.md") == "")
  }

  @Test("a changed line stands between three lines of context")
  func oneLine() {
    let old = (1...9).map(String.init)
    var new = old
    new[4] = "five"
    #expect(
      diff(old, new) == Self.header
        + "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
  }

  @Test("line numbers count from the line of the file that the texts begin on")
  func firstLine() {
    #expect(diff(["a"], ["b"], firstLine: 12) == Self.header + "@@ -12 +12 @@\n-a\n+b\n")
    #expect(diff([], ["b"], firstLine: 12) == Self.header + "@@ -11,0 +12 @@\n+b\n")
  }

  @Test("an empty side is told by the line before it")
  func emptySide() {
    #expect(diff([], ["b", "c"]) == Self.header + "@@ -0,0 +1,2 @@\n+b\n+c\n")
    #expect(diff(["b"], []) == Self.header + "@@ -1 +0,0 @@\n-b\n")
  }

  @Test("changes with up to six lines between them share a hunk, others don't")
  func hunks() {
    let old = (1...12).map(String.init)
    var near = old
    near[0] = "a"
    near[7] = "b"
    #expect(diff(old, near).split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
    var far = old
    far[0] = "a"
    far[8] = "b"
    #expect(
      diff(old, far) == Self.header
        + "@@ -1,4 +1,4 @@\n-1\n+a\n 2\n 3\n 4\n@@ -6,7 +6,7 @@\n 6\n 7\n 8\n-9\n+b\n 10\n 11\n 12\n"
    )
  }

  @Test("a missing last line ending is told")
  func lastLineEnding() {
    #expect(
      UnifiedDiff.text(expected: "a\nb", actual: "a\nb\n", file: "a.md") == Self.header
        + "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
  }

  @Test("a line ending is shown only where not all lines have it")
  func lineEndings() {
    #expect(
      UnifiedDiff.text(expected: "a\r\nb\r\n", actual: "a\r\nc\r\n", file: "a.md") == Self.header
        + "@@ -1,2 +1,2 @@\n a\n-b\n+c\n")
    #expect(
      UnifiedDiff.text(expected: "a\r\nb\n", actual: "a\nb\n", file: "a.md") == Self.header
        + "@@ -1,2 +1,2 @@\n-a\\u{D}\n+a\n b\n")
  }

  @Test("control characters are spelled out, in the file's name too")
  func controlCharacters() {
    #expect(
      UnifiedDiff.text(expected: "a\u{1B}[2J\t\u{202E}é\n", actual: "a\n", file: "\u{7}.md")
        == "--- \\u{7}.md (expected)\n+++ \\u{7}.md (actual)\n@@ -1 +1 @@\n"
        + "-a\\u{1B}[2J\t\\u{202E}é\n+a\n")
  }

  @Test("lines that are the same to Unicode and not to the byte differ")
  func canonicalEquivalence() {
    #expect(diff(["é"], ["e\u{301}"]) != "")
  }

  @Test("a notebook's difference has the file's line numbers")
  func notebook() throws {
    let text = "---\nseed: 1\n---\n# T\n\n```overfit\n> a\n1\n2\n> b\n3\n```\n"
    let notebook = try Notebook(text: text, name: "a.md")
    #expect(
      notebook.differences(from: [["1", "2"], ["3", "4"]]) == Self.header
        + "@@ -9,4 +9,5 @@\n 2\n > b\n 3\n+4\n ```\n")
  }

  @Test("no shorter difference is possible, and it turns one text into the other")
  func shortest() {
    var random = CountingGenerator(state: 4)
    for _ in 0..<3000 {
      let letters = Array("abcd".prefix(1 + random.below(4)))
      let old = (0..<random.below(14)).map { _ in String(random.pick(letters)) }
      let new = (0..<random.below(14)).map { _ in String(random.pick(letters)) }
      let text = diff(old, new)
      let changed = text.split(separator: "\n").dropFirst(2)
        .count { $0.hasPrefix("-") || $0.hasPrefix("+") }
      #expect(changed == old.count + new.count - 2 * Self.longestCommon(old, new))
      #expect(Self.applied(text, to: old) == new, "\(text)")
    }
  }

  /// The length of the longest common subsequence by the textbook's table.
  private static func longestCommon(_ old: [String], _ new: [String]) -> Int {
    var above = Array(repeating: 0, count: new.count + 1)
    for line in old {
      var row = [0]
      for (index, other) in new.enumerated() {
        row.append(line == other ? above[index] + 1 : max(row[index], above[index + 1]))
      }
      above = row
    }
    return above[new.count]
  }

  /// What a patch tool makes of a difference, by its line numbers.
  private static func applied(_ diff: String, to old: [String]) -> [String]? {
    var result: [String] = []
    var next = 0
    for line in diff.split(separator: "\n").dropFirst(2) {
      let text = String(line.dropFirst())
      switch line.first {
      case "@":
        let range = line.split(separator: " ")[1].dropFirst().split(separator: ",")
        guard let start = Int(range[0]) else { return nil }
        let first = range.count > 1 && range[1] == "0" ? start : start - 1
        guard first >= next else { return nil }
        result += old[next..<first]
        next = first
      case "+": result.append(text)
      default:
        guard next < old.count, old[next] == text else { return nil }
        if line.first == " " { result.append(text) }
        next += 1
      }
    }
    return result + old[next...]
  }

  @Test("thousands of lines take no time, alike or not", .timeLimit(.minutes(5)))
  func large() {
    var random = CountingGenerator(state: 6)
    let old = (0..<4000).map { "line \($0)" }
    var new = old
    for _ in 0..<200 { new[random.below(4000)] = "changed" }
    #expect(diff(old, new).contains("+changed"))
    #expect(diff(old, old.map { $0 + "!" }).hasPrefix(Self.header + "@@ -1,4000 +1,4000 @@\n"))
    #expect(diff(old, old.reversed()).contains("@@"))
  }

  private static let tool = "/usr/bin/diff"

  @Test("it agrees with diff -u", .enabled(if: FileManager.default.isExecutableFile(atPath: tool)))
  func agreesWithTheTool() throws {
    var random = CountingGenerator(state: 7)
    let folder = FileManager.default.temporaryDirectory.appending(path: "overfit-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for _ in 0..<40 {
      let old = (0..<40).map { "line \($0)" }
      var new = old
      for _ in 0..<random.below(6) {
        let index = random.below(new.count)
        switch random.below(3) {
        case 0: new[index] = "changed \(random.below(100))"
        case 1: new.remove(at: index)
        default: new.insert("inserted \(random.below(100))", at: index)
        }
      }
      let ending = random.pick(["\n", ""])
      let texts = [old, new].map { $0.joined(separator: "\n") + ending }
      let theirs = try Self.output(of: texts, in: folder)
      let ours = UnifiedDiff.text(expected: texts[0], actual: texts[1], file: "a.md")
      #expect(
        ours.split(separator: "\n").dropFirst(2) == theirs.split(separator: "\n").dropFirst(2))
    }
  }

  private static func output(of texts: [String], in folder: URL) throws -> String {
    let files = ["old", "new"].map { folder.appending(path: $0) }
    for (text, file) in zip(texts, files) { try Data(text.utf8).write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = ["-u"] + files.map { $0.path() }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
