package import Charts
package import Networks

/// The runs of a notebook as a table.
package enum RunTable {
  /// The error of a classification, the loss of a regression.
  package static func result(of evaluation: Evaluation?) -> Table.Cell {
    guard let evaluation else { return .empty }
    if let error = evaluation.error { return .fraction(error) }
    return .number(evaluation.dataLoss, text: TrainingText.number(evaluation.dataLoss))
  }
}
