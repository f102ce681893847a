package import Notebooks

extension LessonProgress {
  /// The exercises and questions behind the student that they did not do themselves, by their names: left
  /// out, passed over, with the answer shown, or answered too often.
  /// - Parameter mostTries: How many answers a question takes, where they are counted; nil for any number.
  package func openSteps(of notebook: Notebook, mostTries: Int? = nil) -> [String] {
    LessonWalk.steps(of: notebook).steps.enumerated().compactMap { index, step in
      guard index < reached, case .own(let judged) = step else { return nil }
      let isDone =
        if step.isExercise {
          own[index] != nil
        } else {
          !(judged is Question) || answers[index].map(\.isAnswer) ?? false
        }
      return isDone && forfeit(of: index, isExercise: step.isExercise, mostTries) == nil
        ? nil : judged.name
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
