import Charts
package import Networks

/// What answers are measured by where the targets are numbers.
package struct ValueFigures: Equatable, Sendable {
  /// The mean squared error, in the unit of the target squared.
  package let meanSquaredError: Double
  /// The mean absolute error, in the unit of the target.
  package let meanAbsoluteError: Double
  /// The share of the targets' variance that is explained, R².
  package let determination: Double

  /// What they are called in a table, in order.
  static let names = ["MSE", "MAE", "R2"]

  /// Measures answers.
  package init(_ predictions: NumberPredictions) {
    meanSquaredError = predictions.meanSquaredError
    meanAbsoluteError = predictions.meanAbsoluteError
    determination = predictions.determination.value
  }

  var cells: [Table.Cell] {
    [meanSquaredError, meanAbsoluteError, determination].map {
      .number($0, text: TrainingText.number($0))
    }
  }
}
