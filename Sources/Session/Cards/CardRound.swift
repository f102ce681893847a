import Notebooks
import TensorEngine

/// One or several cards that are asked together.
struct CardRound: Sendable {
  /// How the cards are asked.
  enum Form: Sendable, Equatable {
    /// The card is turned over, and the student says whether they knew it.
    case turning
    /// What belongs into the gaps is typed.
    case filling([String])
    /// Terms and meanings are put together; at which place the meaning of each term stands.
    case matching([Int])
  }

  /// The most terms of a round.
  static let mostTerms = 4

  let form: Form
  /// The cards, one but for matching.
  let cards: [LessonCard]

  /// Makes rounds of the cards of a sitting: a term takes the next ones along, and the meanings stand in
  /// an order that is drawn.
  static func rounds(of cards: [LessonCard], from stream: RandomStream) -> [CardRound] {
    var rounds: [CardRound] = []
    var taken: Set<Int> = []
    for (index, card) in cards.enumerated() where taken.insert(index).inserted {
      switch card.card.form {
      case .question: rounds.append(CardRound(form: .turning, cards: [card]))
      case .gaps(let words): rounds.append(CardRound(form: .filling(words), cards: [card]))
      case .term:
        let others = cards.indices[(index + 1)...].filter {
          cards[$0].card.form == .term && !taken.contains($0)
        }.prefix(mostTerms - 1)
        taken.formUnion(others)
        let terms = [card] + others.map { cards[$0] }
        let places = stream.numbered(rounds.count).permutation(count: terms.count).map(Int.init)
        rounds.append(
          CardRound(form: terms.count > 1 ? .matching(places) : .turning, cards: terms))
      }
    }
    return rounds
  }
}

// What is asked.
extension CardRound {
  /// Terms with numbers and meanings with letters, as a table in Markdown.
  func table(_ places: [Int]) -> StepText {
    let rows = cards.indices.map { row -> String in
      let meaning = places.firstIndex(of: row).map { cards[$0].card.back.text } ?? ""
      return "| \(row + 1) | \(Self.cell(cards[row].card.front.text)) | "
        + "\(Self.letter(row)) | \(Self.cell(meaning)) |"
    }
    return .prose(
      (["| | term | | meaning |", "| --- | --- | --- | --- |"] + rows)
        .joined(separator: "\n"))
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// "a" for the first meaning.
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: index)))
  }

  /// The places that letters name, one for each term; nil where they are not each letter once.
  func places(in typed: String) -> [Int]? {
    let letters = typed.lowercased().filter { !" ,;".contains($0) }.unicodeScalars
    let places = letters.map { Int($0.value) - 0x61 }
    return places.sorted() == Array(cards.indices) ? places : nil
  }

  /// Letters that name other places than the right ones, as an example of how they are typed; nil where
  /// that would tell which are right.
  func exampleLetters(besides places: [Int]) -> String? {
    guard cards.count > 2 else { return nil }
    let order = Array(cards.indices)
    let reversed = Array(order.reversed())
    return (reversed == places ? order : reversed).map(Self.letter).joined()
  }
}
