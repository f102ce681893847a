/// How a student went on behind a step that asks.
struct StepRecord: Equatable, Sendable {
  /// How many answers they gave, this one among them.
  var tries = 1
  /// The line that led on; empty for the return key alone.
  var line: String
  /// What they had tried by then and the lesson did not go on from; nil for nothing.
  var tried: OwnCells?

  /// Whether the line is an answer of the student's, and no word that leads on without one.
  var isAnswer: Bool { !["", "next", "skip"].contains(line) }
}
