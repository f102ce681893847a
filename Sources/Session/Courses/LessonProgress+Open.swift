package import Notebooks

extension LessonProgress {
  /// The exercises behind the student that they did not solve themselves, by their names.
  package func openSteps(of notebook: Notebook) -> [String] {
    LessonWalk.steps(of: notebook).steps.enumerated().compactMap { index, step in
      guard index < done, case .own(let exercise) = step, step.isExercise, own[index] == nil else {
        return nil
      }
      return exercise.name
    }
  }
}
