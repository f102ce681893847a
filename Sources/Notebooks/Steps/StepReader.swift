import Language
import TerminalText

/// Reads the lines of a step. The rules for all kinds:
///
/// 1. A line begins with a keyword of the kind, and behind a space stands its text.
/// 2. A line that begins with two spaces continues the text of the line above it.
/// 3. Where the keyword takes inputs they stand under it, as in a cell block and without outputs.
/// 4. Empty lines mean nothing. Anything else is an error.
struct StepReader {
  private let reader: CellReader
  private let kind: LessonStepKind
  private let keywords: [StepKeyword]

  init(_ reader: CellReader, _ kind: LessonStepKind, _ keywords: [StepKeyword]) {
    (self.reader, self.kind, self.keywords) = (reader, kind, keywords)
  }

  /// The lines of the file from the opening fence to the closing one, counted from 1.
  var lines: ClosedRange<Int> { reader.fence.lines }

  /// An error that tells of what a step of this kind lacks: "the question has no ask".
  func lack(_ what: String, on line: Int? = nil, hint: String? = nil) -> NotebookError {
    reader.error(line ?? lines.lowerBound, "the \(kind.word) has \(what)", hint: hint)
  }

  /// An error on a line.
  func error(_ line: Int, _ problem: String, hint: String? = nil) -> NotebookError {
    reader.error(line, problem, hint: hint)
  }

  /// The name behind the word of the fence.
  /// - Parameter usual: What it is called without one; nil where it needs one.
  func name(orElse usual: String? = nil) throws(NotebookError) -> String {
    let name = reader.fence.attributes
    if name.isEmpty, let usual { return usual }
    let isName = name.utf8.allSatisfy { byte in
      let lower = byte | 0x20
      return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard isName, !name.isEmpty else {
      throw error(
        lines.lowerBound, "\(kind.phrase) needs a name of letters, digits, - and _",
        hint: "for example: ```\(kind.word) lower-variance")
    }
    return name
  }

  /// The lines of the step, in their order.
  func parts() throws(NotebookError) -> [StepPart] {
    var parts: [StepPart] = []
    var line = reader.fence.inside.lowerBound
    while line < reader.fence.inside.upperBound {
      let text = reader.text(on: line)
      if text.isBlank {
        line += 1
      } else if CellEscape.isInput(text.utf8) {
        line = try addInputs(from: line, to: &parts)
      } else if text.startsWithBytes(of: "  "), let last = parts.last, last.cells.isEmpty,
        !last.text.isEmpty
      {
        parts[parts.count - 1].text += " " + text.trimmedAtBothEnds
        line += 1
      } else {
        parts.append(try part(text.trimmedAtEnd, on: line, behind: parts.last))
        line += 1
      }
    }
    return parts
  }

  private func part(
    _ text: String, on line: Int, behind last: StepPart?
  ) throws(NotebookError) -> StepPart {
    let word = String(text.prefix { $0 != " " && $0 != "\t" })
    let rest = text.droppingBytes(word.utf8.count).trimmedAtBothEnds
    guard let keyword = keywords.first(where: { $0.word == word }) else {
      throw unknown(word, on: line, behind: last)
    }
    switch keyword.content {
    case .text(let phrase) where rest.isEmpty:
      throw error(line, "\"\(word)\" needs \(phrase) behind it")
    case .nothing where !rest.isEmpty:
      throw error(line, "\"\(word)\" stands alone on its line")
    case .text, .textOrNothing, .nothing: return StepPart(keyword: word, text: rest, line: line)
    }
  }

  private func unknown(_ word: String, on line: Int, behind last: StepPart?) -> NotebookError {
    let known = keywords.map(\.word)
    let shown = String(word.prefix(40)).cleaned(.quoted)
    if let near = Spelling.nearest(word, among: known).first {
      return error(line, "\(kind.phrase) has no line \"\(shown)\"; did you mean: \(near)")
    }
    if let last, !last.cells.isEmpty {
      let what = last.keyword == "solution" ? "a solution" : "a wrong answer"
      return error(
        line, "\(what) has inputs only",
        hint: "its checks say what it must reach, and no output stands here")
    }
    return error(
      line, "\(kind.phrase) has no line \"\(shown)\"",
      hint: "its lines begin with \(known.joined(separator: ", "))")
  }

  /// Reads the inputs under a keyword; the line behind them.
  private func addInputs(
    from start: Int, to parts: inout [StepPart]
  ) throws(NotebookError) -> Int {
    guard let last = parts.last,
      keywords.contains(where: { $0.word == last.keyword && $0.takesInputs })
    else {
      let takers = keywords.filter(\.takesInputs).map { "\"\($0.word)\"" }
      throw error(
        start,
        takers.isEmpty
          ? "\(kind.phrase) has no inputs"
          : "an input stands under \(takers.joined(separator: " or "))")
    }
    var end = start
    while end < reader.fence.inside.upperBound {
      let text = reader.text(on: end)
      guard text.isBlank || CellEscape.isInput(text.utf8) || CellEscape.isContinuation(text.utf8)
      else { break }
      end += 1
    }
    parts[parts.count - 1].cells += try reader.cells(on: start..<end)
    return end
  }
}
