/// A fenced `cards` block: flash cards, which have a front and a back.
///
/// ~~~
/// ```cards
/// card What is variance?
/// back The validation error less the training error.
/// fill Dropout switches units off only while {training}.
/// ```
/// ~~~
///
/// A name may stand behind the word; without one it is called cards. Its lines: `card MARKDOWN` with
/// `back MARKDOWN` under it, and `fill MARKDOWN`, in which gaps stand in braces; one card or more.
package struct CardDeck: LessonStep {
  /// A card.
  package struct Card: Sendable, Equatable {
    /// What is asked, in Markdown.
    package let front: PlacedText
    /// The answer, in Markdown.
    package let back: PlacedText
  }

  static let kind = LessonStepKind(word: "cards", phrase: "a block of cards") {
    reader throws(NotebookError) in try CardDeck(reader)
  }

  private static let keywords = [StepKeyword.text("card"), .text("back"), .text("fill")]

  /// The name that progress is kept under; no other step of the notebook has it.
  package let name: String
  /// The cards, at least one.
  package let cards: [Card]
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
    var cards: [Card] = []
    var parts = try reader.parts()[...]
    while let part = parts.popFirst() {
      switch part.keyword {
      case "card":
        guard parts.first?.keyword == "back", let back = parts.popFirst() else {
          throw reader.error(
            part.line, "the card has no back",
            hint: "a line of \"back TEXT\" under it holds the answer")
        }
        cards.append(Card(front: part.placed, back: back.placed))
      case "fill": cards.append(try Self.filling(part.placed, reader))
      default: throw reader.misplaced(part)
      }
    }
    guard !cards.isEmpty else { throw reader.error(lines.lowerBound, "there is no card in here") }
    self.cards = cards
  }

  /// A card of a sentence with gaps.
  private static func filling(
    _ sentence: PlacedText, _ reader: StepReader
  ) throws(NotebookError) -> Card {
    var front = ""
    var answers: [String] = []
    var rest = sentence.text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"), rest.index(after: open) < close else {
        break
      }
      front += rest[..<open] + "(...)"
      answers.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    guard !answers.isEmpty else {
      throw reader.error(
        sentence.line, "the sentence has no gap", hint: "braces make one: {training}")
    }
    return Card(
      front: PlacedText(text: front + rest, line: sentence.line),
      back: PlacedText(text: answers.joined(separator: " · "), line: sentence.line))
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
