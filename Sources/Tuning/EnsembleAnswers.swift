package import Networks

/// What the members of an ensemble answer to the same examples, one member after the other, and
/// what that is worth.
package enum EnsembleAnswers: Sendable {
  /// The classes that they choose.
  case classes([ClassPredictions])
  /// The numbers that they give.
  case numbers([NumberPredictions])

  /// A figure by which answers are judged.
  package enum Measure: Sendable {
    /// The mean of -log p of the true class, the share that is right, and the share that is wrong.
    case logLoss, accuracy, error
    /// The mean of the squared misses, of their sizes, and the share of the variance explained.
    case meanSquaredError, meanAbsoluteError, determination
  }

  /// The figures by which answers are judged.
  package var measures: [Measure] {
    switch self {
    case .classes: [.logLoss, .accuracy, .error]
    case .numbers: [.meanSquaredError, .meanAbsoluteError, .determination]
    }
  }

  /// The figures of each member, in the order of ``measures``.
  package var figures: [[Double]] {
    switch self {
    case .classes(let members): members.map(Self.figures)
    case .numbers(let members): members.map(Self.figures)
    }
  }

  /// The figures of the ensemble, whose answers are the means of its members' answers.
  package var ensemble: [Double] {
    switch self {
    case .classes(let members): Self.figures(.mean(of: members))
    case .numbers(let members): Self.figures(.mean(of: members))
    }
  }

  /// On how many examples all members choose the same class; nil where the answers are numbers.
  package var agreements: Int? {
    guard case .classes(let members) = self else { return nil }
    return members[0].predicted.indices.count { row in
      members.allSatisfy { $0.predicted[row] == members[0].predicted[row] }
    }
  }

  private static func figures(_ predictions: ClassPredictions) -> [Double] {
    let confusion = predictions.confusion
    let wrong = confusion.total - confusion.correctCount
    return [
      predictions.logLoss, confusion.accuracy, Double(wrong) / Double(max(1, confusion.total)),
    ]
  }

  private static func figures(_ predictions: NumberPredictions) -> [Double] {
    NumberMetric.judging.map { $0.value(predictions).value }
  }
}
