package import Notebooks

/// A card with the lesson that it is from.
package struct LessonCard: Sendable {
  /// The card itself.
  package let card: FlashCard
  /// The lesson's name, "06-dropout".
  package let lesson: String

  /// Makes a card of a lesson.
  package init(_ card: FlashCard, of lesson: String) {
    (self.card, self.lesson) = (card, lesson)
  }

  /// What it is known by in the boxes: a card that is written anew is another one.
  package var key: UInt64 {
    ContentMark.of(Array("\(card.front.text)\n\(card.back.text)".utf8))
  }
}
