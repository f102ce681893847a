package import Charts
package import Networks

/// What came of a checkpoint of a training.
package struct CheckpointReport: Report {
  /// What is in the file, or why there is nothing.
  package enum Kept: Sendable {
    /// The network after an epoch.
    case saved(epoch: Int)
    /// The network after the epoch that was best, and what it was best in.
    case savedBest(epoch: Int, Monitor, Double)
    /// The training has fewer epochs than so many.
    case tooShort(every: Int)
    /// No epoch was better than before.
    case nothingBetter
  }

  /// The path of the file.
  package let path: String
  /// What came of it.
  package let outcome: Kept

  /// Says what came of a checkpoint.
  package init(path: String, _ outcome: Kept) {
    self.path = path
    self.outcome = outcome
  }

  /// "saved in run.safetensors · epoch 10"
  package var document: Document {
    switch outcome {
    case .saved(let epoch): saved(epoch, text: "epoch \(epoch)")
    case .savedBest(let epoch, let monitor, let best):
      saved(
        epoch,
        text: "epoch \(epoch), the best: \(StopText.name(monitor)) "
          + StopText.text(best, of: monitor))
    case .tooShort(let count): nothing("that comes every \(NumberText.count(count)) epochs")
    case .nothingBetter: nothing("no epoch was better than before")
    }
  }

  private func saved(_ epoch: Int, text: String) -> Document {
    Document([
      .facts([
        Fact("checkpoint", .text(path), text: "saved in \(path)"),
        Fact("checkpoint_epoch", .count(epoch), text: text),
      ])
    ])
  }

  private func nothing(_ why: String) -> Document {
    Document([
      .facts([Fact("checkpoint", .missing, text: "nothing saved in \(path): \(why)")])
    ])
  }
}
