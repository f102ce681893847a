package import Charts
package import Networks

/// What `step` did: how far each parameter moved, and what became of the loss.
package struct StepReport: Report {
  /// How far a parameter moved: the norms of its numbers before, of their change and now.
  package struct Move: Sendable {
    /// The layer.
    package let layer: LayerSummary
    /// The name of the parameter within it.
    package let parameter: String
    /// The norms.
    package let before, change, now: Double

    /// Measures how far a parameter moved.
    package init(
      _ parameter: String, of layer: LayerSummary, from old: [Float], to new: [Float]
    ) {
      self.layer = layer
      self.parameter = parameter
      before = NumberStatistics(of: old).norm
      change = NumberStatistics(of: zip(old, new).map { $1 - $0 }).norm
      now = NumberStatistics(of: new).norm
    }
  }

  /// The number of the step, over the network's life.
  package let step: Int
  /// The learning rate.
  package let rate: Double
  /// The loss of the batch before and after.
  package let lossBefore, lossAfter: Double
  /// The parameters, in the order of the layers.
  package let moves: [Move]
  /// The epoch that the step completed; nil within an epoch.
  package let record: EpochRecord?

  /// Puts together what was done.
  package init(
    step: Int, rate: Double, loss: (before: Double, after: Double), moves: [Move],
    record: EpochRecord?
  ) {
    self.step = step
    self.rate = rate
    lossBefore = loss.before
    lossAfter = loss.after
    self.moves = moves
    self.record = record
  }

  package var document: Document {
    var blocks: [Block] = [.facts(facts), .table(table)]
    if let record {
      let end = Fact("epoch", .count(record.epoch), text: "epoch \(record.epoch) is over")
      blocks.append(.facts([end] + TrainingText.figures(of: record)))
    }
    return Document(blocks)
  }

  private var facts: [Fact] {
    [
      Fact("step", .count(step)), Fact("rate", .number(rate)),
      Fact("loss_before", .number(lossBefore), text: "loss \(BatchLoss.number(lossBefore))"),
      Fact(
        "loss_after", .number(lossAfter),
        text: "the same batch now: loss \(BatchLoss.number(lossAfter))"),
    ]
  }

  private var table: Table {
    let columns: [Table.Column] =
      [.init(term: "layer"), .init(term: "parameter"), .init(term: "norm", alignment: .right)]
      + ["of the change", "now"].map { .init($0, alignment: .right) }
    let rows = moves.map { move -> [Table.Cell] in
      [.text("#\(move.layer.number) \(move.layer.kind)"), .text(move.parameter)]
        + [move.before, move.change, move.now].map {
          .number($0, text: BatchLoss.number($0))
        }
    }
    return Table(columns: columns, rows: rows)
  }
}
