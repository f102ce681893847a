package import Notebooks

// Which draw counts: whoever has lost something finds no easier lessons by drawing others.
extension LessonCourse {
  /// The seed of the only draw that counts: the one that the folder names, or where it counts the answers,
  /// the first in which something was lost; nil where any draw counts.
  package func countedSeed(of draw: LessonDraw) -> UInt64? {
    settings.seed ?? (settings.tries == nil ? nil : draw.spoiled?.seed)
  }

  /// Why a draw is not counted, as a sentence without a capital or a full stop; nil for one that is.
  package func faultOfDraw(_ draw: LessonDraw) -> String? {
    guard isDrawn, let counted = countedSeed(of: draw), counted != draw.seed else { return nil }
    guard settings.seed == nil, let spoiled = draw.spoiled else {
      return "names seed \(counted) for the draw, and the lessons were drawn by another one"
    }
    let lost = spoiled.lost == 1 ? "1 step was" : "\(spoiled.lost) steps were"
    return "the draw by seed \(counted) counts, in which \(lost) lost before this one was opened"
  }

  /// How many exercises and questions of a draw the student can't do themselves any more: answered wrongly
  /// too often, shown, or passed over; none where answers are not counted.
  /// - Parameter progress: How far the student is in a lesson.
  package func lostSteps(
    inDrawBy seed: UInt64, progress: (LessonShelf.Lesson) -> LessonProgress?
  ) -> Int {
    guard isDrawn, let tries = settings.tries else { return 0 }
    return lessons(drawnBy: seed).map { lesson in
      guard let made = progress(lesson), made.digest == lesson.digest else { return 0 }
      return made.lostSteps(of: lesson.notebook, mostTries: tries)
    }.reduce(0, +)
  }
}
