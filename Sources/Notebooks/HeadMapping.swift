import TerminalText

/// The mapping between two lines of `---`, or of a file of settings, read as YAML.
///
/// A head is small, and a stranger's: it has 1000 lines at most, nothing in it is nested deeper than
/// a list in a mapping in a list, and nothing stands for something else (no aliases), so that reading
/// takes no longer than the text is long.
struct HeadMapping {
  private static let mostLines = 1000
  private static let deepest = 32

  private(set) var entries: [FrontMatter.Entry] = []
  private let file: String
  /// The line of the file that is the first of these.
  private let firstLine: Int
  /// What is read, as errors name it.
  private let subject: String

  /// - Parameters:
  ///   - lines: The lines between the fences, or all of a file.
  ///   - firstLine: The line of the file that is the first of these.
  ///   - subject: What they are, as errors name it.
  init(
    _ lines: [String], file: String, firstLine: Int = 2, subject: String = "the front matter"
  ) throws(NotebookError) {
    (self.file, self.firstLine, self.subject) = (file, firstLine, subject)
    try check(lines)
    guard lines.contains(where: { !$0.isBlank }) else { return }
    let root: YAMLNode?
    do throws(YAMLNode.Failure) {
      root = try YAMLNode.read(lines.joined(separator: "\n") + "\n")
    } catch {
      throw wording(of: error, lines)
    }
    guard let root else { return }
    guard case .mapping(let pairs, _) = root else { throw noPair(root) }
    for (key, value) in pairs {
      guard case .scalar(let name, let line) = key else { throw noPair(key) }
      if entries.contains(where: { $0.key == name }) {
        throw NotebookError(
          file: file, line: line + firstLine,
          problem: "\"\(name.cleaned(.quoted))\" stands here a second time")
      }
      entries.append(
        FrontMatter.Entry(key: name, value: Self.text(of: value), line: line + firstLine))
    }
  }

  private func noPair(_ node: YAMLNode) -> NotebookError {
    NotebookError(
      file: file, line: node.line + firstLine,
      problem: "\(subject) has one \"key: value\" a line", hint: "for example: minutes: 10")
  }

  /// A value as a line; of a list its items behind commas.
  private static func text(of node: YAMLNode) -> String {
    switch node {
    case .scalar(let text, _): line(of: text)
    case .sequence(let items, _):
      items.map { item in
        if case .scalar(let text, _) = item { line(of: text) } else { "" }
      }.joined(separator: ", ")
    case .mapping: ""
    }
  }

  private static func line(of text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmedAtBothEnds
  }

  /// Refuses what no head needs, and what would take long or deep to read.
  private func check(_ lines: [String]) throws(NotebookError) {
    var nested = 0
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      let isControl = bytes.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }
      if isControl {
        throw NotebookError(
          file: file, line: index + firstLine,
          problem: "a character of \(subject) can't be seen",
          hint: "write the line anew")
      }
      nested += bytes.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }
      let marks = bytes.prefix { " -?:".utf8.contains($0) }.count
      guard index < Self.mostLines, nested <= Self.deepest, marks <= 2 * Self.deepest else {
        throw NotebookError(
          file: file, line: index + firstLine,
          problem: "\(subject) is too long or nested too deep")
      }
    }
    let words = lines.enumerated().flatMap { index, line in
      line.split { " ,[{".contains($0) }.map { (index, $0) }
    }
    if words.contains(where: { $0.1.first == "&" }),
      let alias = words.first(where: { $0.1.first == "*" })
    {
      throw NotebookError(
        file: file, line: alias.0 + firstLine, problem: "\(subject) has no aliases of YAML",
        hint: "write the value out, or put it in quotes")
    }
  }

  /// What the library has found, in our words and with the line of the file.
  private func wording(of failure: YAMLNode.Failure, _ lines: [String]) -> NotebookError {
    NotebookError(
      file: file, line: min(failure.line + 1, max(lines.count, 1)) + firstLine - 1,
      problem: "\(subject) is no YAML: \(failure.problem.cleaned(.text))",
      hint:
        "it has one \"key: value\" a line; a value with a colon stands in quotes: title: \"A: b\"")
  }
}
