import Networks

/// A batch that is taken through the network by hand: `forward`, `backward`, `step`.
struct BatchInHand: Sendable {
  var pass: BatchPass
  /// The settings it was taken up with; `step` uses its optimizer.
  var settings: TrainingSettings
  /// Which batch of the coming epoch it is, from 0; nil for an example of the student's choice.
  var number: Int?
  /// Whether the step with it was taken.
  var isDone = false
}
