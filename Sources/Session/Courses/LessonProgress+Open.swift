package import Notebooks

extension LessonProgress {
  /// An exercise or a question, and what the student has made of it.
  package struct JudgedStep: Equatable, Sendable {
    /// Its name.
    package let name: String
    /// Whether it is an exercise.
    package let isExercise: Bool
    /// Whether the student has done it themselves: it is not left out, passed over, with its answer shown,
    /// or answered too often.
    package let isDone: Bool
    /// Whether the student has been there and gone on.
    package let isBehind: Bool
  }

  /// All exercises and questions of the lesson, in their order.
  /// - Parameter mostTries: How many answers a question takes, where they are counted; nil for any number.
  package func judgedSteps(of notebook: Notebook, mostTries: Int? = nil) -> [JudgedStep] {
    LessonWalk.steps(of: notebook).steps.enumerated().compactMap { index, step in
      guard case .own(let judged) = step, step.isExercise || judged is Question else { return nil }
      let isDone =
        step.isExercise ? own[index] != nil : answers[index].map(\.isAnswer) ?? false
      return JudgedStep(
        name: judged.name, isExercise: step.isExercise,
        isDone: isDone && forfeit(of: index, isExercise: step.isExercise, mostTries) == nil,
        isBehind: index < reached)
    }
  }

  /// The exercises and questions behind the student that they did not do themselves, by their names.
  /// - Parameter mostTries: How many answers a question takes, where they are counted; nil for any number.
  package func openSteps(of notebook: Notebook, mostTries: Int? = nil) -> [String] {
    judgedSteps(of: notebook, mostTries: mostTries).filter { $0.isBehind && !$0.isDone }
      .map(\.name)
  }

  /// How many exercises and questions are lost: nothing that is done there is the student's own any more.
  func lostSteps(of notebook: Notebook, mostTries: Int) -> Int {
    LessonWalk.steps(of: notebook).steps.enumerated().count { index, step in
      guard case .own(let judged) = step, step.isExercise || judged is Question else {
        return false
      }
      return forfeit(of: index, isExercise: step.isExercise, mostTries) != nil
    }
  }

  /// Why what was done at a step is not the student's own; nil where it is.
  func forfeit(of index: Int, isExercise: Bool, _ mostTries: Int?) -> String? {
    if shown.contains(index), mostTries != nil || !isExercise {
      return isExercise ? "the solution was shown" : "the answer was shown"
    }
    guard let mostTries, !isExercise, let count = given[index]?.count, count >= mostTries else {
      return nil
    }
    return count == 1 ? "it was answered wrongly" : "it was answered wrongly \(count) times"
  }
}
