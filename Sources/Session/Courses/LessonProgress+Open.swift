package import Notebooks

extension LessonProgress {
  /// The exercises and questions behind the student that they did not do themselves, by their names: left
  /// out, passed over, or with the answer shown.
  package func openSteps(of notebook: Notebook) -> [String] {
    LessonWalk.steps(of: notebook).steps.enumerated().compactMap { index, step in
      guard index < done, case .own(let judged) = step else { return nil }
      let isOpen =
        if step.isExercise {
          own[index] == nil
        } else {
          judged is Question && !(answers[index].map(\.isAnswer) ?? false)
        }
      return isOpen ? judged.name : nil
    }
  }
}
