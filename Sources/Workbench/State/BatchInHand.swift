package import Networks

/// A batch that is taken through the network by hand: `forward`, `backward`, `step`.
package struct BatchInHand: Sendable {
  /// What the network makes of the batch: its outputs and, after `backward`, its gradients.
  package var pass: BatchPass
  /// The settings it was taken up with; `step` uses its optimizer.
  package var settings: TrainingSettings
  /// Which batch of the coming epoch it is, from 0; nil for an example of the student's choice.
  package var number: Int?
  /// Whether the step with it was taken.
  package var isDone = false

  /// Takes a batch in hand.
  package init(pass: BatchPass, settings: TrainingSettings, number: Int?) {
    self.pass = pass
    self.settings = settings
    self.number = number
  }
}
