/// Reads the lines inside an `exercise` fence.
struct ExerciseReader {
  let file: String
  let fence: CellFence
  let lines: [SourceLine]

  /// - Throws: `NotebookError` if the name is missing or malformed, a line is none of the format's,
  ///   there is no check or no input in the solution, or the solution has an output.
  func exercise() throws(NotebookError) -> Exercise {
    let name = try name()
    let reader = CellReader(file: file, fence: fence, lines: lines)
    var checks: [Exercise.Line] = []
    var hints: [Exercise.Line] = []
    for line in fence.inside {
      let text = reader.text(on: line).trimmedAtEnd
      if text.isEmpty { continue }
      if text == "solution" {
        guard !checks.isEmpty else { throw error(line, "the exercise has no check") }
        return Exercise(
          name: name, checks: checks, hints: hints,
          solution: try solution(line, with: reader), lines: fence.lines)
      } else if let condition = Self.argument(of: "check", in: text) {
        checks.append(Exercise.Line(text: condition, line: line))
      } else if let hint = Self.argument(of: "hint", in: text) {
        hints.append(Exercise.Line(text: hint, line: line))
      } else {
        throw error(
          line, "an exercise has lines of \"check CONDITION\", \"hint TEXT\" and \"solution\"")
      }
    }
    throw error(fence.lines.lowerBound, "the exercise has no solution")
  }

  private func name() throws(NotebookError) -> String {
    let name = fence.attributes
    let isName = name.utf8.allSatisfy { byte in
      let lower = byte | 0x20
      return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard isName, !name.isEmpty else {
      throw error(
        fence.lines.lowerBound, "an exercise needs a name of letters, digits, - and _",
        hint: "for example: ```exercise lower-variance")
    }
    return name
  }

  private func solution(
    _ line: Int, with reader: CellReader
  ) throws(NotebookError) -> [NotebookCell] {
    let cells = try reader.cells(on: (line + 1)..<fence.inside.upperBound)
    guard !cells.isEmpty else { throw error(line, "the solution has no input") }
    for cell in cells where !cell.output.isEmpty {
      throw error(
        cell.outputLines.lowerBound, "a solution has inputs only",
        hint: "its checks say what it must reach")
    }
    return cells
  }

  /// The text behind a keyword and a space; nil when the line has another keyword or no text.
  private static func argument(of keyword: String, in text: String) -> String? {
    guard text.startsWithBytes(of: keyword + " ") else { return nil }
    return text.droppingBytes(keyword.utf8.count + 1).trimmedAtBothEnds
  }

  private func error(_ line: Int, _ problem: String, hint: String? = nil) -> NotebookError {
    NotebookError(file: file, line: line, problem: problem, hint: hint)
  }
}
