import TerminalText
internal import Yams

/// The mapping between two lines of `---`, read as YAML. This is the only file that speaks to the
/// library.
///
/// A head is small, and a stranger's: it has 1000 lines at most, nothing in it is nested deeper than
/// a list in a mapping in a list, and nothing stands for something else (no aliases), so that reading
/// takes no longer than the text is long.
struct HeadMapping {
  private static let mostLines = 1000
  private static let deepest = 32

  private(set) var entries: [FrontMatter.Entry] = []
  private let file: String

  /// - Parameter lines: The lines between the fences; the first one is line 2 of the file.
  init(_ lines: [String], file: String) throws(NotebookError) {
    self.file = file
    try check(lines)
    guard lines.contains(where: { !$0.isBlank }) else { return }
    let root: Node?
    do {
      root = try Parser(
        yaml: lines.joined(separator: "\n") + "\n", resolver: .basic, encoding: .utf8
      ).singleRoot()
    } catch {
      throw Self.wording(of: error, lines, file)
    }
    guard let root else { return }
    guard case .mapping(let mapping) = root else {
      throw NotebookError(
        file: file, line: (root.mark?.line ?? 1) + 1,
        problem: "the front matter has one \"key: value\" a line", hint: "for example: minutes: 10")
    }
    for (key, value) in mapping {
      let line = (key.mark?.line ?? 1) + 1
      guard case .scalar(let name) = key else {
        throw NotebookError(
          file: file, line: line, problem: "the front matter has one \"key: value\" a line",
          hint: "for example: minutes: 10")
      }
      entries.append(
        FrontMatter.Entry(key: name.string, value: Self.text(of: value), line: line))
    }
  }

  /// A value as a line; of a list its items behind commas.
  private static func text(of node: Node) -> String {
    switch node {
    case .scalar(let scalar): line(of: scalar)
    case .sequence(let sequence):
      sequence.map { item in
        if case .scalar(let scalar) = item { line(of: scalar) } else { "" }
      }.joined(separator: ", ")
    case .mapping, .alias: ""
    }
  }

  private static func line(of scalar: Node.Scalar) -> String {
    scalar.string.split(whereSeparator: \.isNewline).joined(separator: " ").trimmedAtBothEnds
  }

  /// Refuses what no head needs, and what would take long or deep to read.
  private func check(_ lines: [String]) throws(NotebookError) {
    var nested = 0
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      let isControl = bytes.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }
      if isControl {
        throw NotebookError(
          file: file, line: index + 2, problem: "a character of the front matter can't be seen",
          hint: "write the line anew")
      }
      nested += bytes.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
      let marks = bytes.prefix { " -?:".utf8.contains($0) }.count
      guard index < Self.mostLines, nested <= Self.deepest, marks <= 2 * Self.deepest else {
        throw NotebookError(
          file: file, line: index + 2, problem: "the front matter is too long or nested too deep")
      }
    }
    let words = lines.enumerated().flatMap { index, line in
      line.split { " ,[{".contains($0) }.map { (index, $0) }
    }
    if words.contains(where: { $0.1.first == "&" }),
      let alias = words.first(where: { $0.1.first == "*" })
    {
      throw NotebookError(
        file: file, line: alias.0 + 2, problem: "the front matter has no aliases of YAML",
        hint: "write the value out, or put it in quotes")
    }
  }

  /// What the library has found, in our words and with the line of the file.
  private static func wording(
    of error: any Error, _ lines: [String], _ file: String
  ) -> NotebookError {
    var (line, problem) = (1, "it can't be read")
    switch error as? YamlError {
    case .scanner(let context, let found, let mark, _):
      (line, problem) = (context?.mark.line ?? mark.line, found)
    case .parser(_, let found, let mark, _), .composer(_, let found, let mark, _):
      (line, problem) = (mark.line, found)
    case .duplicatedKeysInMapping(let keys, _):
      let key = keys.first ?? ""
      let last = lines.lastIndex { $0.startsWithBytes(of: key + ":") } ?? 0
      return NotebookError(
        file: file, line: last + 2,
        problem: "\"\(key.cleaned(.spelled))\" stands here a second time")
    default: break
    }
    return NotebookError(
      file: file, line: min(line, max(lines.count, 1)) + 1,
      problem: "the front matter is no YAML: \(problem.cleaned(.text))",
      hint:
        "it has one \"key: value\" a line; a value with a colon stands in quotes: title: \"A: b\"")
  }
}
