package import Charts
package import Networks
package import Workbench

/// What `evaluate` measured: how a network does on each part of the data.
package struct EvaluationReport: Report {
  /// How it does on one part.
  package struct Part: Sendable {
    /// Which part it is.
    package let part: DataInHand.Part
    /// Its loss, and its accuracy where the targets are classes.
    package let evaluation: Evaluation
    /// What it is measured by besides where the targets are numbers.
    package let figures: ValueFigures?

    /// Puts together what was measured.
    package init(part: DataInHand.Part, evaluation: Evaluation, figures: ValueFigures?) {
      self.part = part
      self.evaluation = evaluation
      self.figures = figures
    }
  }

  /// The parts, in their order.
  package let parts: [Part]
  /// Whether the targets are classes.
  package let isClassification: Bool
  /// How one of two classes was decided for; nil where the likeliest one is predicted.
  package let decision: Decision?
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was measured.
  package init(parts: [Part], isClassification: Bool, decision: Decision? = nil, looks: Int?) {
    self.decision = decision
    self.parts = parts
    self.isClassification = isClassification
    self.looks = looks
  }

  /// What large weights add to the loss in training.
  package var penalty: Double { parts.last?.evaluation.penalty ?? 0 }

  package var document: Document {
    var blocks: [Block] = [.table(Table(columns: columns, rows: parts.map(row)))]
    blocks += DecisionText.blocks(of: decision)
    if penalty > 0 {
      let text = "the penalty on the weights adds \(TrainingText.number(penalty)) in training"
      blocks.append(.facts([Fact("penalty", .number(penalty), text: text)]))
    }
    return Document(blocks + TestLock.blocks(looks: looks))
  }

  private var columns: [Table.Column] {
    [.init("split")]
      + (["examples", "loss"] + (isClassification ? ["accuracy", "error"] : ValueFigures.names))
      .map { .init(term: $0, alignment: .right) }
  }

  private func row(_ part: Part) -> [Table.Cell] {
    let evaluation = part.evaluation
    var row: [Table.Cell] = [
      .text(part.part.rawValue), .count(evaluation.count),
      .number(evaluation.dataLoss, text: TrainingText.number(evaluation.dataLoss)),
    ]
    if let accuracy = evaluation.accuracy, let error = evaluation.error {
      row += [.fraction(accuracy), .fraction(error)]
    }
    return row + (part.figures?.cells ?? [])
  }
}
