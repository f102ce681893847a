/// A fenced `cards` block: flash cards, which have a front and a back.
///
/// ~~~
/// ```cards
/// card What is variance?
/// back The validation error less the training error.
/// fill Dropout switches units off only while {training}.
/// term patience
/// back The epochs without progress after which a training is stopped.
/// ```
/// ~~~
///
/// A name may stand behind the word; without one it is called cards. Its lines: `card MARKDOWN`, a
/// question, or `term MARKDOWN`, each with `back MARKDOWN` under it, and `fill MARKDOWN`, in which gaps
/// stand in braces; one card or more.
package struct CardDeck: LessonStep {
  static let kind = LessonStepKind(word: "cards", phrase: "a block of cards") {
    reader throws(NotebookError) in try CardDeck(reader)
  }

  private static let keywords = [
    StepKeyword.text("card"), .text("back"), .text("fill"), .text("term"),
  ]

  /// The name that progress is kept under; no other step of the notebook has it.
  package let name: String
  /// The cards, at least one.
  package let cards: [FlashCard]
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>
  /// How many cards the student has turned over.
  private var turned = 0

  /// The fronts and the backs.
  package var texts: [PlacedText] { cards.flatMap { [$0.front, $0.back] } }

  private init(_ lineReader: CellReader) throws(NotebookError) {
    let reader = StepReader(lineReader, Self.kind, Self.keywords)
    lines = reader.lines
    name = try reader.name(orElse: Self.kind.word)
    var cards: [FlashCard] = []
    var parts = try reader.parts()[...]
    while let part = parts.popFirst() {
      switch part.keyword {
      case "card", "term":
        guard parts.first?.keyword == "back", let back = parts.popFirst() else {
          throw reader.error(
            part.line, "the \(part.keyword) has no back",
            hint: "a line of \"back TEXT\" under it holds the answer")
        }
        cards.append(
          FlashCard(
            front: part.placed, back: back.placed,
            form: part.keyword == "term" ? .term : .question))
      case "fill":
        guard let card = FlashCard(filling: part.placed) else {
          throw reader.error(
            part.line, "the sentence has no gap", hint: "braces make one: {training}")
        }
        cards.append(card)
      default: throw reader.misplaced(part)
      }
    }
    guard !cards.isEmpty else { throw reader.error(lines.lowerBound, "there is no card in here") }
    self.cards = cards
  }
}

extension CardDeck {
  /// The front of the card that comes next.
  package func standing(in session: some StepSession) -> StepText {
    .all(front(turned), .lines(["The return key turns it over, skip leaves the cards."]))
  }

  private func front(_ index: Int) -> StepText {
    .prose("Card \(index + 1) of \(cards.count): \(cards[index].front.text)")
  }

  /// Turns over the card, whatever was guessed, and shows the next one.
  package mutating func answer(
    to typed: String, in session: some StepSession
  ) -> StepAnswer {
    switch typed {
    case "skip":
      turned = 0
      return .passed(.lines([]))
    case let line
    where !["", "next", "hint", "solution"].contains(line) && session.isCommand(line):
      return .command
    default:
      let back = StepText.prose(cards[turned].back.text)
      guard turned + 1 < cards.count else {
        turned = 0
        return .passed(back)
      }
      turned += 1
      return .stay(.all(back, .lines([""]), front(turned)))
    }
  }

  /// Nothing is to be done.
  package func replay(in run: inout some StepReplay) {}
}

// On a page.
extension CardDeck {
  /// The cards, each with its back under its front.
  package var onPaper: StepOnPaper? {
    StepOnPaper(
      kind: "Cards",
      folds: cards.map { .init(title: $0.front.text, pieces: [.text($0.back.text)]) })
  }
}
