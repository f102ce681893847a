/// A kind of step, as the reader of notebooks knows it.
struct LessonStepKind: Sendable {
  /// The first word of its fence: "exercise".
  let word: String
  /// The word with its article: "an exercise".
  let phrase: String
  /// Reads the lines inside such a fence.
  let read: @Sendable (CellReader) throws(NotebookError) -> any LessonStep
}

/// All kinds of steps.
enum LessonStepTable {
  /// Each kind once.
  static let kinds: [LessonStepKind] = [
    Exercise.kind, Question.kind, Prediction.kind, CardDeck.kind, Claim.kind,
  ]
}
