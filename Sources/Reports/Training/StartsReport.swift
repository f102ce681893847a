package import Charts
package import Networks
package import Tuning
import Workbench

/// What came of a training from several first weights, of which the best is kept.
package struct StartsReport: Report {
  /// What came of one start.
  package struct Start: Sendable {
    /// How its network does on the training examples.
    package let training: Evaluation
    /// How its network does on the validation examples; nil without any.
    package let validation: Evaluation?
    /// What the starts are compared by.
    package let score: Double
  }

  /// The starts, in order; nil for one that diverged.
  package let starts: [Start?]
  /// The place of the start that is kept.
  package let best: Int

  /// Beyond so many starts, the spread stands for the list.
  private static let longestTable = 12

  /// Takes from the outcomes what is told of them.
  ///
  /// - Parameter best: The place of an outcome that is a success.
  package init(_ outcomes: [Comparison.Outcome], best: Int) {
    self.best = best
    starts = outcomes.map { outcome in
      guard case .success(let trial) = outcome else { return nil }
      return Start(
        training: trial.training, validation: trial.validation,
        score: FreshStarts.score(of: trial))
    }
  }

  package var document: Document {
    Document([.facts(facts)] + (starts.count <= Self.longestTable ? [.table(table)] : []))
  }

  /// "best of 5 starts: start 3 · validation loss 0.21 · the others 0.25 to 0.69"
  private var facts: [Fact] {
    var facts = [
      Fact(
        "start", .count(best + 1),
        text: "best of \(Wording.count(starts.count, "start")): start \(best + 1)")
    ]
    if let winner = starts[best] {
      let measure = winner.validation == nil ? "training loss" : "validation loss"
      facts.append(TrainingText.loss("best_loss", winner.score, text: measure))
    }
    let others = starts.indices.filter { $0 != best }.compactMap { starts[$0]?.score }
    if let least = others.min(), let most = others.max() {
      let text = "the others \(TrainingText.number(least)) to \(TrainingText.number(most))"
      facts.append(Fact("spread", .number(most - least), text: text))
    }
    let diverged = starts.count { $0 == nil }
    if diverged > 0 {
      facts.append(Fact("diverged", .count(diverged), text: "\(diverged) diverged"))
    }
    return facts
  }

  private var table: Table {
    let rows = starts.enumerated().map { index, start -> [Table.Cell] in
      guard let start else { return [.count(index + 1), .text("diverged"), .empty, .empty] }
      return [
        .count(index + 1), loss(start.training), start.validation.map(loss) ?? .empty,
        .text(index == best ? "kept" : ""),
      ]
    }
    return Table(
      columns: [
        .init("start", alignment: .right), .init("training loss", alignment: .right),
        .init(term: "validation loss", alignment: .right), .init(""),
      ], rows: rows)
  }

  private func loss(_ evaluation: Evaluation) -> Table.Cell {
    .number(evaluation.dataLoss, text: TrainingText.number(evaluation.dataLoss))
  }
}
