import Notebooks
import Workbench

/// What a student asks to learn.
package enum Learning: Sendable {
  /// To walk through a lesson.
  case lesson(LessonShelf.Lesson)
  /// To be asked flash cards.
  case cards(CardTable)
  /// To walk through the lessons of a folder.
  case course(LessonCourse)
}

extension LessonShelf.Lesson {
  /// Its cards.
  package var cards: [LessonCard] { notebook.cards.map { LessonCard($0, of: name) } }
}

extension LessonShelf {
  /// The word behind `learn` that means the flash cards.
  package static let wordOfCards = "cards"

  /// What words behind `learn` mean: "circles", "cards", "cards dropout", "capstone", "./class".
  package func learning(_ words: String) throws(Failure) -> Learning {
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.first == Self.wordOfCards else {
      if let course = try course(words) { return .course(course) }
      do throws(Failure) {
        return .lesson(try find(words))
      } catch {
        guard case .unknown = error, settings.files.isFolder(words) else { throw error }
        return .course(try folder(words))
      }
    }
    guard parts.count > 1 else {
      return .cards(
        CardTable((lessons + decks).flatMap(\.cards), title: "all lessons", isNamed: false))
    }
    let deck = decks.first { $0.name == parts[1] }
    let lesson = if let deck { deck } else { try find(parts[1]) }
    return .cards(CardTable(lesson.cards, title: lesson.notebook.title, isNamed: true))
  }
}
