/// A fenced `exercise NAME` block: what the student shall reach, what helps, and one way there.
///
/// ~~~
/// ```exercise lower-variance
/// check error(validation) < 10%
/// means the validation error is under 10%
/// hint Which rule of thumb fights variance?
/// wrong
/// > train epochs=200
/// says Longer training lowers the training error alone.
/// solution
/// > insert 2 dropout 0.3
/// > train epochs=200
/// ```
/// ~~~
///
/// Its lines:
///
/// 1. `check CONDITION`, one or more; under it may stand `means TEXT`, the check in a student's words.
/// 2. `hint MARKDOWN`, from the gentlest to the plainest.
/// 3. `wrong`, any number: under it the inputs of an answer that a student is likely to try, perhaps
///    `when CONDITION`, by which it is recognized in place of its lines, and `says MARKDOWN`, what the
///    student is told.
/// 4. `solution`, last: under it the inputs of one way there, one or more, without outputs.
package struct Exercise: LessonStep {
  /// A condition that a solution meets.
  package struct Check: Sendable, Equatable {
    /// The condition, as the `check` command takes it.
    package let text: String
    /// What it means in a student's words, in Markdown; nil where it speaks for itself.
    package var meaning: PlacedText?
    /// The line of the file, counted from 1.
    package let line: Int

    /// The check as it is typed.
    var command: String { "check \(text)" }
  }

  /// An answer that a student is likely to try, and that is none.
  package struct WrongAnswer: Sendable, Equatable {
    /// Its inputs, at least one.
    package let cells: [NotebookCell]
    /// By what it is recognized in place of its lines; nil for its lines.
    package let condition: PlacedText?
    /// What the student is told, in Markdown.
    package let message: PlacedText
    /// The line of the file on which it begins, counted from 1.
    package let line: Int
  }

  static let kind = LessonStepKind(word: "exercise", phrase: "an exercise") {
    reader throws(NotebookError) in try Exercise(reader)
  }

  private static let keywords = [
    StepKeyword.text("check", "a condition"), .text("means"), .text("hint"),
    StepKeyword(word: "wrong", content: .nothing, takesInputs: true),
    .text("when", "a condition"), .text("says"),
    StepKeyword(word: "solution", content: .nothing, takesInputs: true),
  ]

  /// The name that progress is kept under; no other step of the notebook has it.
  package let name: String
  /// The conditions that a solution meets; at least one.
  package private(set) var checks: [Check] = []
  /// The hints, and how many the student was given.
  var hinting = Hints()
  /// The answers that a student is likely to try, and that are none.
  package private(set) var wrongAnswers: [WrongAnswer] = []
  /// The inputs of the model solution, at least one. They have no outputs: that they pass the
  /// checks is what is expected of them.
  package private(set) var solution: [NotebookCell] = []
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>

  /// The hints from the gentlest to the plainest, in Markdown.
  package var hints: [PlacedText] { hinting.all }

  /// The meanings of its checks, its hints and what is said of wrong answers.
  package var texts: [PlacedText] {
    checks.compactMap(\.meaning) + hints + wrongAnswers.map(\.message)
  }

  /// - Throws: `NotebookError` if the name is missing or malformed, a line is none of the format's or
  ///   stands where it can't, there is no check or no input in the solution, or the solution has an
  ///   output.
  private init(_ lineReader: CellReader) throws(NotebookError) {
    let reader = StepReader(lineReader, Self.kind, Self.keywords)
    lines = reader.lines
    name = try reader.name()
    var parts = try reader.parts()[...]
    while let part = parts.popFirst() {
      switch part.keyword {
      case "check": checks.append(Check(text: part.text, line: part.line))
      case "means":
        guard let last = checks.indices.last, checks[last].meaning == nil else {
          throw reader.error(part.line, "\"means\" stands under the \"check\" that it tells of")
        }
        checks[last].meaning = part.placed
      case "hint": hinting.all.append(part.placed)
      case "wrong": wrongAnswers.append(try Self.wrongAnswer(part, &parts, reader))
      case "solution":
        solution = part.cells
        guard !checks.isEmpty else { throw reader.lack("no check", on: part.line) }
        guard !solution.isEmpty else {
          throw reader.error(part.line, "the solution has no input")
        }
        if let next = parts.first {
          throw reader.error(next.line, "the solution is the last thing in an exercise")
        }
      default:
        throw reader.error(part.line, "\"\(part.keyword)\" stands under the inputs of a \"wrong\"")
      }
    }
    if solution.isEmpty { throw reader.lack("no solution") }
  }

  /// Reads what stands under a `wrong`.
  private static func wrongAnswer(
    _ head: StepPart, _ parts: inout ArraySlice<StepPart>, _ reader: StepReader
  ) throws(NotebookError) -> WrongAnswer {
    guard !head.cells.isEmpty else {
      throw reader.error(
        head.line, "the wrong answer has no input", hint: "an input begins with \"> \"")
    }
    var condition: PlacedText?
    if parts.first?.keyword == "when" { condition = parts.popFirst()?.placed }
    guard parts.first?.keyword == "says", let message = parts.popFirst()?.placed else {
      throw reader.error(
        head.line, "the wrong answer has no message",
        hint: "a line of \"says TEXT\" under its inputs tells the student what is wrong")
    }
    return WrongAnswer(
      cells: head.cells, condition: condition, message: message, line: head.line)
  }
}

// On a page.
extension Exercise {
  /// Its checks, its hints, what is often tried, and its solution.
  package var onPaper: StepOnPaper? {
    let goals = checks.map { check in
      (check.meaning.map { "\($0.text): " } ?? "") + "`check \(check.text)`"
    }
    let tried = wrongAnswers.flatMap { wrong -> [StepOnPaper.Piece] in
      [.inputs(wrong.cells), .text(wrong.message.text)]
    }
    var folds = StepOnPaper.folds(of: hints)
    if !tried.isEmpty {
      folds.append(.init(title: "What is often tried", pieces: tried, tellsAnswer: true))
    }
    folds.append(
      .init(
        title: "A solution, from which the cells below go on", pieces: [.inputs(solution)],
        tellsAnswer: true, isSolution: true))
    return StepOnPaper(
      kind: "Exercise", pieces: [.text("It is done when"), .list(goals)], folds: folds)
  }
}
