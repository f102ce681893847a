package import Charts
package import Networks
import Workbench

/// What `show training` shows: the last training of a network, its steps, its settings, and the
/// rule of its steps in numbers.
package struct LastTrainingReport: Report {
  /// For how many epochs the network has been trained.
  package let epochs: Int
  /// How many steps it took.
  package let steps: Int
  /// The settings of the last training.
  package let settings: TrainingSettings
  /// The number of training examples; nil without data.
  package let examples: Int?

  /// Puts together what is known of a training.
  package init(_ settings: TrainingSettings, of network: Network, examples: Int?) {
    epochs = network.training.epochs
    steps = network.training.steps
    self.settings = settings
    self.examples = examples
  }

  /// How an epoch goes through the examples: the size of a batch, how many there are, and the size
  /// of the last one; nil without data.
  package var batches: (size: Int, count: Int, last: Int)? {
    guard let examples else { return nil }
    let size = max(1, min(settings.batchSize ?? examples, examples))
    let count = (examples + size - 1) / size
    return (size, count, examples - (count - 1) * size)
  }

  package var document: Document {
    Document([
      .facts(facts), .table(TrainingTable.settings(settings)),
      .verbatim(UpdateText.lines(of: settings).map { "  \($0)" }.joined(separator: "\n")),
    ])
  }

  private var facts: [Fact] {
    let facts = [
      Fact("epochs", .count(epochs), text: "trained for \(Wording.count(epochs, "epoch"))"),
      Fact("steps", .count(steps), text: Wording.count(steps, "step")),
    ]
    guard let examples, let batches else { return facts }
    // "240 examples in batches of 32: 8 steps an epoch, the last of 16"
    let last =
      batches.last == batches.size ? "" : ", the last of \(NumberText.count(batches.last))"
    let fact = Fact(
      "steps_per_epoch", .count(batches.count),
      text: "\(NumberText.count(examples)) examples in batches of "
        + "\(NumberText.count(batches.size)): \(Wording.count(batches.count, "step")) an "
        + "epoch\(last)")
    return facts + [fact]
  }
}
