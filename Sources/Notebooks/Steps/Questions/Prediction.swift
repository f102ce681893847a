/// A fenced `prediction NAME` block: asked before a block of cells runs, put beside what came behind
/// it, and never graded.
///
/// ~~~
/// ```prediction training-error
/// ask What will the training error do?
/// measure error(train)
/// choice It rises.
/// when now > before + 1%
/// choice It falls, or stays.
/// ```
/// ~~~
///
/// Its lines:
///
/// 1. `ask MARKDOWN`, first.
/// 2. `measure FORMULA`: what is measured before and behind the block of cells. Without choices it must
///    stand there, and the student types a number.
/// 3. Choices, none or two to eight: `choice MARKDOWN`, under it `when CONDITION`, which the last one
///    may lack, and perhaps `says MARKDOWN`. In a condition `before` and `now` are what was measured.
package struct Prediction: LessonStep {
  static let kind = LessonStepKind(word: "prediction", phrase: "a prediction") {
    reader throws(NotebookError) in try Prediction(reader)
  }

  private static let keywords = [
    StepKeyword.text("ask"), .text("measure", "a formula"), .text("choice"),
    .text("when", "a condition"), .text("says"),
  ]

  /// The name that progress is kept under; no other step of the notebook has it.
  package let name: String
  /// What is asked, in Markdown.
  package let ask: PlacedText
  /// What is measured before and behind the cells; nil where the choices need nothing of it.
  package let measure: PlacedText?
  /// What may come; none where a number is asked for.
  package let choices: [Choice]
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>
  /// What the student has said, as it is shown; nil for nothing.
  var said: String?

  /// What the student has said.
  package var kept: String? {
    get { said }
    set { said = newValue }
  }

  /// What came is put beside it.
  package var awaitsCells: Bool { true }
  /// What is asked and the choices; what came stands in the cells below.
  package var onPaper: StepOnPaper? {
    StepOnPaper(
      kind: "Prediction",
      pieces: [
        .text(ask.text), .choices(choices.map(\.text.text)),
        .text("*Say it before you look at the cells below.*"),
      ])
  }
  /// What is asked, the choices and what is said of them.
  package var texts: [PlacedText] {
    [ask] + choices.flatMap { [$0.text] + [$0.says].compactMap { $0 } }
  }

  private init(_ lineReader: CellReader) throws(NotebookError) {
    let reader = StepReader(lineReader, Self.kind, Self.keywords)
    lines = reader.lines
    name = try reader.name()
    let parts = try reader.parts()
    ask = try reader.ask(parts)
    var choices: [Choice] = []
    var measure: PlacedText?
    for part in parts.dropFirst() {
      switch part.keyword {
      case "choice": choices.append(Choice(text: part.placed))
      case "measure" where measure == nil: measure = part.placed
      case "when" where choices.last.map({ $0.condition == nil && $0.says == nil }) == true:
        choices[choices.count - 1].condition = part.placed
      case "says": try reader.take(part, intoLastOf: &choices)
      default: throw reader.misplaced(part)
      }
    }
    (self.measure, self.choices) = (measure, choices)
    try check(reader)
  }

  private func check(_ reader: StepReader) throws(NotebookError) {
    if choices.isEmpty {
      guard measure == nil else { return }
      throw reader.lack(
        "nothing to put beside it",
        hint:
          "a line of \"measure FORMULA\" says what is measured, or \"choice\" lines what may come")
    }
    guard (2...Question.mostChoices).contains(choices.count) else {
      throw reader.lack(
        choices.count == 1 ? "one choice" : "\(choices.count) choices",
        hint: "it has two to eight of them, or none")
    }
    for choice in choices.dropLast() where choice.condition == nil {
      throw reader.error(
        choice.text.line, "nothing says when this is what came",
        hint: "a line of \"when CONDITION\" under it does; the last choice may go without")
    }
  }
}
