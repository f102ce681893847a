package import Charts

/// What `forward` found: the outputs of each layer for a batch.
package struct ForwardReport: Report {
  /// What was taken through the network.
  package enum Subject: Equatable, Sendable {
    /// A batch of an epoch by its number, from 1.
    case batch(Int, of: Int, epoch: Int, examples: Int)
    /// An example by its number, from 1.
    case example(Int)
  }

  /// What was taken through the network.
  package let subject: Subject
  /// Its loss.
  package let loss: BatchLoss
  /// The outputs of the layers, in their order.
  package let outputs: [TensorFigures]

  /// Puts together what was found.
  package init(_ subject: Subject, loss: BatchLoss, outputs: [TensorFigures]) {
    self.subject = subject
    self.loss = loss
    self.outputs = outputs
  }

  package var document: Document {
    Document([
      .facts(facts + loss.facts), .table(TensorFigures.table("output", outputs)),
    ])
  }

  private var facts: [Fact] {
    switch subject {
    case .batch(let number, let count, let epoch, let examples):
      [
        Fact("batch", .count(number), text: "batch \(number) of \(count)"),
        Fact("epoch", .count(epoch), text: "epoch \(epoch)"), Fact(examples, "examples"),
      ]
    case .example(let number): [Fact("example", .count(number), text: "example \(number)")]
    }
  }
}
