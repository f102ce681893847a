import Charts
import Networks
import Reports

/// What the members of an ensemble answer, one after the other, and what they are worth.
enum EnsembleAnswers {
  case classes([ClassPredictions])
  case numbers([NumberPredictions])

  /// The figures by which answers are judged, and which of them are shares.
  var measures: [(name: String, isShare: Bool)] {
    switch self {
    case .classes: [("log loss", false), ("accuracy", true), ("error", true)]
    case .numbers: ValueFigures.names.map { ($0, false) }
    }
  }

  /// The figures of each member.
  var figures: [[Double]] {
    switch self {
    case .classes(let members): members.map(Self.figures)
    case .numbers(let members): members.map { ValueFigures($0).values }
    }
  }

  /// The figures of the ensemble, whose answers are the means of its members' answers.
  var ensemble: [Double] {
    switch self {
    case .classes(let members): Self.figures(.mean(of: members))
    case .numbers(let members): ValueFigures(.mean(of: members)).values
    }
  }

  /// On how many examples all members choose the same class; nil where the answers are numbers.
  var agreements: Int? {
    guard case .classes(let members) = self else { return nil }
    return members[0].predicted.indices.count { row in
      members.allSatisfy { $0.predicted[row] == members[0].predicted[row] }
    }
  }

  /// Figures as the cells of a row.
  func cells(_ figures: [Double]) -> [Table.Cell] {
    zip(figures, measures).map { figure, measure in
      measure.isShare
        ? .fraction(figure) : .number(figure, text: TrainingText.number(figure))
    }
  }

  private static func figures(_ predictions: ClassPredictions) -> [Double] {
    let confusion = predictions.confusion
    let wrong = confusion.total - confusion.correctCount
    return [
      predictions.logLoss, confusion.accuracy, Double(wrong) / Double(max(1, confusion.total)),
    ]
  }
}
