import Notebooks
import TensorEngine

/// The cards that can be asked, and which of them come in a sitting.
package struct CardTable: Sendable {
  /// The most cards of a sitting, and how many of them may be new.
  package static let mostCards = 20
  static let mostNew = 10

  /// What the cards are of: "all lessons", or the title of one.
  package let title: String
  /// The cards, each once, in the order of the lessons.
  package let cards: [LessonCard]
  /// Whether they were asked for by name, and so come whether they are due or not.
  let isNamed: Bool

  init(_ cards: [LessonCard], title: String, isNamed: Bool) {
    var known: Set<UInt64> = []
    self.cards = cards.filter { known.insert($0.key).inserted }
    (self.title, self.isNamed) = (title, isNamed)
  }

  /// The cards in boxes that are due in a sitting.
  package func due(_ boxes: CardBoxes, in sitting: Int) -> [LessonCard] {
    cards.filter { boxes.isDue($0.key, in: sitting) }
  }

  /// The cards that are in no box.
  package func new(_ boxes: CardBoxes) -> [LessonCard] {
    cards.filter { boxes.box(of: $0.key) == nil }
  }

  /// The cards of a sitting: those that are due, from the first box up, then new ones as the lessons
  /// have them, and of a lesson that was named the rest too. Their order, and which of those that are
  /// due come where there are too many, is drawn by the seed.
  package func drawn(_ boxes: CardBoxes, in sitting: Int, seed: UInt64) -> [LessonCard] {
    let stream = RandomStream(seed: seed, name: "cards/sitting ").numbered(sitting)
    let order = stream.permutation(count: cards.count).map(Int.init)
    let due = order.filter { boxes.isDue(cards[$0].key, in: sitting) }
      .enumerated().sorted { first, second in
        let boxes = [first, second].map { boxes.box(of: cards[$0.element].key) ?? 0 }
        return (boxes[0], first.offset) < (boxes[1], second.offset)
      }.map(\.element)
    let new = cards.indices.filter { boxes.box(of: cards[$0].key) == nil }
    let early = isNamed ? order.filter { !due.contains($0) && !new.contains($0) } : []
    let chosen = Set(
      (due + new.prefix(isNamed ? new.count : Self.mostNew) + early).prefix(Self.mostCards))
    return order.filter(chosen.contains).map { cards[$0] }
  }
}
