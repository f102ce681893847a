/// A fenced `question NAME` block: something that is asked, and what is said of each answer.
///
/// ~~~
/// ```question gap
/// ask How far apart are the two errors?
/// answer error(validation) - error(train) within 0.5%
/// says That gap is the variance.
/// wrong error(validation)
/// says That is the validation error by itself.
/// else Take one error from the other.
/// ```
/// ~~~
///
/// Its lines:
///
/// 1. `ask MARKDOWN`, first.
/// 2. Either choices, two to eight: `right MARKDOWN` (one or more) and `choice MARKDOWN`, each with
///    `says MARKDOWN` under it.
/// 3. Or one `answer`: a formula, perhaps with `within FORMULA`, how far off a number may be; or texts
///    in quotes behind commas, in which `*` stands for any letters. Any number of `wrong` lines of the
///    same kind, each with `says MARKDOWN` under it; `says` under the answer, and `else MARKDOWN` for
///    any other answer, may be left out. Formulas are worked out in the student's session.
/// 4. `hint MARKDOWN`, any number.
package struct Question: LessonStep {
  /// What is asked for.
  enum Form: Sendable, Equatable {
    /// One or several of the answers that are offered.
    case choices([Choice])
    /// A number or a text: the right answer, likely wrong ones, and what is said of any other.
    case typed(ExpectedAnswer, wrong: [ExpectedAnswer], otherwise: PlacedText?)
  }

  static let kind = LessonStepKind(word: "question", phrase: "a question") {
    reader throws(NotebookError) in try Question(reader)
  }

  static let mostChoices = 8
  private static let keywords = [
    StepKeyword.text("ask"), .text("right"), .text("choice"), .text("answer", "an answer"),
    .text("wrong", "an answer"), .text("says"), .text("else"), .text("hint"),
  ]

  /// The name that progress is kept under; no other step of the notebook has it.
  package let name: String
  /// What is asked, in Markdown.
  package let ask: PlacedText
  let form: Form
  /// The hints, and how many the student was given.
  var hinting = Hints()
  /// The hints from the gentlest to the plainest, in Markdown.
  package var hints: [PlacedText] { hinting.all }
  /// The answers that are offered; none where one is typed.
  package var choices: [Choice] {
    if case .choices(let choices) = form { choices } else { [] }
  }
  /// Whether the answer was shown, and so the return key goes on.
  var isShown = false
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>

  /// What is asked, the answers that are offered, what is said of them, and the hints.
  package var texts: [PlacedText] {
    switch form {
    case .choices(let choices):
      [ask] + choices.flatMap { [$0.text] + [$0.says].compactMap { $0 } } + hinting.all
    case .typed(let answer, let wrong, let otherwise):
      [ask] + ([answer] + wrong).compactMap(\.says) + [otherwise].compactMap { $0 } + hinting.all
    }
  }

  private init(_ lineReader: CellReader) throws(NotebookError) {
    let reader = StepReader(lineReader, Self.kind, Self.keywords)
    lines = reader.lines
    name = try reader.name()
    let parts = try reader.parts()
    ask = try reader.ask(parts)
    hinting.all = parts.filter { $0.keyword == "hint" }.map(\.placed)
    let rest = parts.dropFirst().filter { $0.keyword != "hint" }
    let isChoice = rest.contains { $0.keyword == "right" || $0.keyword == "choice" }
    form =
      isChoice ? .choices(try Self.choices(rest, reader)) : try Self.typed(rest, reader)
  }

  private static func choices(
    _ parts: [StepPart], _ reader: StepReader
  ) throws(NotebookError) -> [Choice] {
    var choices: [Choice] = []
    for part in parts {
      switch part.keyword {
      case "right", "choice":
        choices.append(Choice(text: part.placed, isRight: part.keyword == "right"))
      case "says": try reader.take(part, intoLastOf: &choices)
      default:
        throw reader.error(
          part.line, "a question with choices has no \"\(part.keyword)\"",
          hint: "its lines begin with right, choice, says and hint")
      }
    }
    guard (2...mostChoices).contains(choices.count) else {
      throw reader.lack(
        "\(choices.count == 1 ? "one choice" : "\(choices.count) choices")",
        hint: "it has two to eight of them")
    }
    guard choices.contains(where: \.isRight) else {
      throw reader.lack(
        "no right choice", hint: "it begins with \"right \" in place of \"choice \"")
    }
    for choice in choices where choice.says == nil {
      throw reader.error(
        choice.text.line, "nothing is said of this choice",
        hint: "a line of \"says TEXT\" under it tells why it is right or wrong")
    }
    return choices
  }

  private static func typed(
    _ parts: [StepPart], _ reader: StepReader
  ) throws(NotebookError) -> Form {
    var answer: ExpectedAnswer?
    var wrong: [ExpectedAnswer] = []
    var otherwise: PlacedText?
    for part in parts {
      switch part.keyword {
      case "answer" where answer == nil: answer = try expected(part, reader)
      case "wrong" where answer != nil: wrong.append(try expected(part, reader))
      case "says" where wrong.last.map({ $0.says == nil }) == true:
        wrong[wrong.count - 1].says = part.placed
      case "says" where wrong.isEmpty && answer?.says == nil && answer != nil:
        answer?.says = part.placed
      case "else" where otherwise == nil: otherwise = part.placed
      default: throw reader.misplaced(part)
      }
    }
    guard let answer else {
      throw reader.lack(
        "no answer", hint: "it has \"right\" and \"choice\" lines, or an \"answer\"")
    }
    for wrong in wrong {
      guard wrong.isText == answer.isText else {
        throw reader.error(
          wrong.line, "the answer is \(answer.isText ? "a text" : "a number"), and this is none")
      }
      guard wrong.says != nil else {
        throw reader.error(
          wrong.line, "nothing is said of this wrong answer",
          hint: "a line of \"says TEXT\" under it tells what is wrong")
      }
    }
    return .typed(answer, wrong: wrong, otherwise: otherwise)
  }

  private static func expected(
    _ part: StepPart, _ reader: StepReader
  ) throws(NotebookError) -> ExpectedAnswer {
    guard let answer = ExpectedAnswer(part) else {
      throw reader.error(
        part.line, "this is no answer that can be expected",
        hint: "write a formula, FORMULA within FORMULA, or texts in quotes behind commas")
    }
    return answer
  }
}

extension StepReader {
  /// What a step asks, which is its first line.
  func ask(_ parts: [StepPart]) throws(NotebookError) -> PlacedText {
    guard let first = parts.first, first.keyword == "ask" else {
      throw lack("no \"ask\" in its first line", on: parts.first?.line)
    }
    if let other = parts.dropFirst().first(where: { $0.keyword == "ask" }) {
      throw error(other.line, "\"ask\" stands here a second time")
    }
    return first.placed
  }

  /// Takes a `says` to the choice above it.
  func take(_ part: StepPart, intoLastOf choices: inout [Choice]) throws(NotebookError) {
    guard let last = choices.indices.last, choices[last].says == nil else {
      throw misplaced(part)
    }
    choices[last].says = part.placed
  }

  /// An error that tells of a line that can't stand where it does.
  func misplaced(_ part: StepPart) -> NotebookError {
    error(part.line, "\"\(part.keyword)\" has nothing above it to belong to, or stands there twice")
  }
}

// On a page.
extension Question {
  /// What is asked, the choices, the hints, and what is right.
  package var onPaper: StepOnPaper? {
    let said = choices.map { choice in
      (choice.isRight ? "**Right.** " : "**No.** ") + (choice.says?.text ?? "")
    }
    let answer = StepOnPaper.Fold(
      title: "The answer", pieces: [choices.isEmpty ? .answer : .choices(said)],
      tellsAnswer: true)
    return StepOnPaper(
      kind: "Question", pieces: [.text(ask.text), .choices(choices.map(\.text.text))],
      folds: StepOnPaper.folds(of: hints) + [answer])
  }

  /// The answer with what is said of it: "The answer: 17.2%".
  package func answer(in session: some StepSession) -> String? { solutionText(in: session) }
}
