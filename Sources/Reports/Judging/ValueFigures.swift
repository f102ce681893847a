import Charts
package import Networks

/// What answers are measured by where the targets are numbers.
package struct ValueFigures: Equatable, Sendable {
  /// The values of ``NumberMetric/judging``, in their order.
  package let values: [Double]

  /// What they are called in a table, in order.
  package static let names = NumberMetric.judging.map(\.title)

  /// Measures answers.
  package init(_ predictions: NumberPredictions) {
    values = NumberMetric.judging.map { $0.value(predictions).value }
  }

  var cells: [Table.Cell] {
    values.map { .number($0, text: TrainingText.number($0)) }
  }
}
