import Charts
import Tuning

/// Figures by which the answers of an ensemble are judged, as a part of a table.
enum EnsembleFigures {
  static func columns(_ measures: [EnsembleAnswers.Measure]) -> [Table.Column] {
    measures.map { .init(term: $0.term, alignment: .right) }
  }

  static func cells(
    _ figures: [Double], _ measures: [EnsembleAnswers.Measure]
  ) -> [Table.Cell] {
    zip(figures, measures).map { figure, measure in
      measure.isShare ? .fraction(figure) : .number(figure, text: TrainingText.number(figure))
    }
  }
}

extension EnsembleAnswers.Measure {
  fileprivate var term: String {
    switch self {
    case .logLoss: "log loss"
    case .accuracy: "accuracy"
    case .error: "error"
    case .meanSquaredError: "MSE"
    case .meanAbsoluteError: "MAE"
    case .determination: "R2"
    }
  }

  fileprivate var isShare: Bool {
    switch self {
    case .accuracy, .error: true
    case .logLoss, .meanSquaredError, .meanAbsoluteError, .determination: false
    }
  }
}
