package import Notebooks

/// How far a student is in the lessons of a folder, counted once and in the same way wherever it is told: a
/// lesson is done where its exercises and questions are, and is repaired where its exercises are.
package struct CourseStanding: Sendable {
  /// How far the student is in each lesson, in a few words.
  package let words: [String]
  /// Whether nothing is left to do.
  package let isAllDone: Bool
  /// How many lessons are done, or repaired, how many questions are answered, and what is open, as a
  /// sentence.
  package let sum: String

  /// Counts what is done.
  /// - Parameter parts: The lessons, in their order, with how far the student is in each; nil for one that is
  ///   not begun.
  package init(_ course: LessonCourse, _ parts: [(notebook: Notebook, progress: LessonProgress?)]) {
    let lessons = parts.map { part in
      LessonStanding(part.notebook, part.progress, mostTries: course.settings.tries)
    }
    let word = course.isDrawn ? "repaired" : "done"
    let open = course.settings.tries == nil ? "skipped" : "open"
    let words = lessons.map { $0.words(done: word, isRepaired: course.isDrawn, open: open) }
    self.words = words
    isAllDone = lessons.allSatisfy(\.isDone)
    let count = lessons.count { course.isDrawn ? $0.isRepaired : $0.isDone }
    let questions = lessons.flatMap { $0.steps.filter { !$0.isExercise } }
    let right = questions.count(where: \.isDone)
    let isQuestioned = course.isDrawn && !questions.isEmpty
    guard !isAllDone else {
      sum =
        "All \(lessons.count) are \(word)"
        + (isQuestioned ? ", and all \(questions.count) questions are answered." : ".")
      return
    }
    let left = zip(parts, zip(lessons, words)).filter { !$0.1.0.isDone }.map { part, standing in
      "\(part.notebook.title) (\(standing.1))"
    }
    sum =
      "\(count) of \(lessons.count) are \(word)"
      + (isQuestioned ? ", and \(right) of \(questions.count) questions are answered" : "")
      + "; still open: \(left.joined(separator: ", "))."
  }
}

/// How far a student is in one of them.
private struct LessonStanding {
  let steps: [LessonProgress.JudgedStep]
  private let progress: LessonProgress?

  init(_ notebook: Notebook, _ progress: LessonProgress?, mostTries: Int?) {
    self.progress = progress
    let known = progress ?? LessonProgress(digest: 0, done: 0, of: 0, place: "", own: [:])
    steps = known.judgedSteps(of: notebook, mostTries: mostTries)
  }

  /// Whether its exercises and questions are done; of one that has none, whether it is read.
  var isDone: Bool {
    steps.isEmpty ? progress?.wasAtEnd ?? false : steps.allSatisfy(\.isDone)
  }

  /// Whether its exercises are done.
  var isRepaired: Bool {
    let exercises = steps.filter(\.isExercise)
    return exercises.isEmpty ? isDone : exercises.allSatisfy(\.isDone)
  }

  /// - Parameter isRepaired: Whether it is told of one that is repaired, and not done.
  func words(done: String, isRepaired: Bool, open: String) -> String {
    guard let progress else { return "not begun" }
    guard !isDone else { return done }
    let names = steps.filter { $0.isBehind && !$0.isDone }.map(\.name)
    let rest = progress.wasAtEnd ? "\(names.joined(separator: ", ")) \(open)" : "under way"
    return isRepaired && self.isRepaired ? "\(done); \(rest)" : rest
  }
}
