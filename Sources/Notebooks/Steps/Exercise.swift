/// A fenced `exercise NAME` block: what the student shall reach, what helps, and one way there.
///
/// ~~~
/// ```exercise lower-variance
/// check error(validation) < 10%
/// hint Which rule of thumb fights variance?
/// solution
/// > insert 2 dropout 0.3
/// > train epochs=200
/// ```
/// ~~~
///
/// It has a name, `[A-Za-z0-9_-]`; then `check CONDITION` lines (one or more), `hint MARKDOWN`
/// lines, the line `solution`, and the inputs of the solution (one or more) as in a cell block,
/// without outputs. Empty lines mean nothing.
package struct Exercise: LessonStep {
  /// A line of the exercise with its place in the file.
  package struct Line: Sendable, Equatable {
    /// The text behind `check` or `hint`.
    package let text: String
    /// The line of the file, counted from 1.
    package let line: Int
  }

  static let kind = LessonStepKind(word: "exercise", phrase: "an exercise") {
    reader throws(NotebookError) in try Exercise(reader)
  }

  /// The name that progress is kept under; no other step of the notebook has it.
  package let name: String
  /// The conditions that a solution meets, as the `check` command takes them; at least one.
  package private(set) var checks: [Line] = []
  /// The hints from the gentlest to the plainest, in Markdown.
  package private(set) var hints: [Line] = []
  /// The inputs of the model solution, at least one. They have no outputs: that they pass the
  /// checks is what is expected of them.
  package private(set) var solution: [NotebookCell] = []
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>
  /// How many hints the student was given.
  private var hintsGiven = 0
}

extension Exercise {
  /// - Throws: `NotebookError` if the name is missing or malformed, a line is none of the format's,
  ///   there is no check or no input in the solution, or the solution has an output.
  private init(_ reader: CellReader) throws(NotebookError) {
    lines = reader.fence.lines
    name = try Self.name(in: reader)
    for line in reader.fence.inside {
      let text = reader.text(on: line).trimmedAtEnd
      if text.isEmpty { continue }
      if text == "solution" {
        guard !checks.isEmpty else { throw reader.error(line, "the exercise has no check") }
        solution = try Self.solution(under: line, in: reader)
        return
      } else if let condition = Self.argument(of: "check", in: text) {
        checks.append(Line(text: condition, line: line))
      } else if let hint = Self.argument(of: "hint", in: text) {
        hints.append(Line(text: hint, line: line))
      } else {
        throw reader.error(
          line, "an exercise has lines of \"check CONDITION\", \"hint TEXT\" and \"solution\"")
      }
    }
    throw reader.error(lines.lowerBound, "the exercise has no solution")
  }

  private static func name(in reader: CellReader) throws(NotebookError) -> String {
    let name = reader.fence.attributes
    let isName = name.utf8.allSatisfy { byte in
      let lower = byte | 0x20
      return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard isName, !name.isEmpty else {
      throw reader.error(
        reader.fence.lines.lowerBound, "an exercise needs a name of letters, digits, - and _",
        hint: "for example: ```exercise lower-variance")
    }
    return name
  }

  private static func solution(
    under line: Int, in reader: CellReader
  ) throws(NotebookError) -> [NotebookCell] {
    let cells = try reader.cells(on: (line + 1)..<reader.fence.inside.upperBound)
    guard !cells.isEmpty else { throw reader.error(line, "the solution has no input") }
    for cell in cells where !cell.output.isEmpty {
      throw reader.error(
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
}

extension Exercise {
  /// The checks, those that hold ticked off and the others with what was found; then what to type.
  package func standing(in session: some StepSession) -> [String] {
    let results = checks.map { session.result(ofCheck: $0.command) }
    let lines = zip(checks, results).flatMap { check, result -> [String] in
      switch result {
      case .holds: ["[x] \(check.command)"]
      case .fails(let finding): ["[ ] \(check.command)"] + (finding.map { ["    \($0)"] } ?? [])
      case .refused(let reason): ["[ ] \(check.command)", "    not yet: \(reason)"]
      }
    }
    if results.allSatisfy({ $0 == .holds }) {
      return lines + ["Solved: the return key goes on."]
    }
    let hint = hints.isEmpty ? "" : "hint helps, "
    return lines + ["Stuck? \(hint)solution shows one way, skip takes it and goes on."]
  }

  /// Goes on where it is solved; else each hint in its turn, until the student skips it.
  package mutating func answer(
    to typed: String, in session: some StepSession
  ) -> StepAnswer {
    switch typed {
    case "hint": return .stay(nextHint())
    case "solution":
      return .stay(.lines(solution.flatMap { Self.input($0.source) }))
    case "", "next", "skip": break
    default: return .command
    }
    let isSolved = checks.allSatisfy { session.holds($0.command) }
    guard isSolved || typed == "skip" else { return .stay(nextHint()) }
    hintsGiven = 0
    return isSolved ? .solved : .passed(.lines(["A solution:"]))
  }

  private mutating func nextHint() -> StepText {
    guard hintsGiven < hints.count else {
      return .lines([
        hints.isEmpty
          ? "There are no hints; solution shows one way, skip takes it and goes on."
          : "There are no more hints; solution shows one way, skip takes it and goes on."
      ])
    }
    hintsGiven += 1
    return .prose("Hint: \(hints[hintsGiven - 1].text)")
  }

  /// The lines of an input as a lesson has them.
  private static func input(_ source: String) -> [String] {
    source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      ($0.offset == 0 ? "> " : ". ") + $0.element
    }
  }

  /// It must fail its checks before its solution and pass them after it.
  package func replay(in run: inout some StepReplay) {
    if checks.allSatisfy({ run.holds($0.command) }) {
      run.reportFault(
        onLine: lines.lowerBound,
        "the checks of exercise \(name) hold before its solution is run")
    }
    for cell in solution where !run.run(cell) {
      run.reportFault(onLine: cell.line, "the solution fails: \(cell.source)")
    }
    for check in checks {
      switch run.result(ofCheck: check.command) {
      case .holds: break
      case .fails:
        run.reportFault(onLine: check.line, "fails after the solution: \(check.command)")
      case .refused(let reason):
        run.reportFault(onLine: check.line, "can't be evaluated: \(check.command): \(reason)")
      }
    }
  }
}

extension Exercise.Line {
  /// The check as it is typed.
  fileprivate var command: String { "check \(text)" }
}
