/// A fenced `claim NAME` block: that one thing is better than another one, which is tried over seeds.
///
/// ~~~
/// ```claim dropout-helps
/// says On these points dropout lowers the validation error.
/// holds helped < plain
/// ```
/// ~~~
///
/// Its lines: `says MARKDOWN`, first: the claim, which a walk shows as prose; `holds CONDITION`; and
/// `tie`, where the lesson says that neither is better.
package struct Claim: LessonStep {
  static let kind = LessonStepKind(word: "claim", phrase: "a claim") {
    reader throws(NotebookError) in try Claim(reader)
  }

  private static let keywords = [
    StepKeyword.text("says"), .text("holds", "a condition"),
    StepKeyword(word: "tie", content: .nothing),
  ]

  /// The name that it is told of by; no other step of the notebook has it.
  package let name: String
  /// The claim in words, in Markdown.
  package let says: PlacedText
  /// What is to hold.
  package let condition: PlacedText
  /// Whether the lesson says that neither is better.
  package let isTie: Bool
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>

  /// The claim is all that is read of it.
  package var prose: String? { says.text }
  /// The claim in words.
  package var texts: [PlacedText] { [says] }

  private init(_ lineReader: CellReader) throws(NotebookError) {
    let reader = StepReader(lineReader, Self.kind, Self.keywords)
    lines = reader.lines
    name = try reader.name()
    let parts = try reader.parts()
    for (index, part) in parts.enumerated()
    where parts[..<index].contains(where: { $0.keyword == part.keyword }) {
      throw reader.error(part.line, "\"\(part.keyword)\" stands here a second time")
    }
    guard let says = parts.first(where: { $0.keyword == "says" })?.placed else {
      throw reader.lack("no \"says\"", hint: "it says in words what is claimed")
    }
    guard let condition = parts.first(where: { $0.keyword == "holds" })?.placed else {
      throw reader.lack(
        "no \"holds\"", hint: "behind it stands what is to hold: holds helped < plain")
    }
    (self.says, self.condition) = (says, condition)
    isTie = parts.contains { $0.keyword == "tie" }
  }

  /// The claim as it is checked.
  package var command: String { "check \(condition.text)" }
}

extension Claim {
  /// Nothing is asked.
  package func standing(in session: some StepSession) -> StepText { .lines([]) }

  /// Nothing is asked.
  package func answer(to typed: String, in session: some StepSession) -> StepAnswer { .command }

  /// It holds under the seed of the lesson, unless that is said to be a tie.
  package func replay(in run: inout some StepReplay) {
    switch run.result(ofCheck: command) {
    case .holds: break
    case .fails(let finding):
      guard !isTie else { return }
      let found = finding.map { ": \($0)" } ?? ""
      run.reportFault(onLine: condition.line, "the claim \(name) does not hold\(found)")
    case .refused(let reason):
      run.reportFault(
        onLine: condition.line, "can't be evaluated: \(condition.text): \(reason)")
    }
  }
}
