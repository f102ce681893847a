package import Networks

/// How one of two classes is decided for: from a probability on.
package struct Decision: Equatable, Sendable {
  /// The positive class, 0 or 1.
  package let positive: Int
  /// What it is called.
  package let name: String
  /// From which of its probability on it is predicted.
  package let threshold: Double

  /// Decides for a class from a probability on.
  package init(positive: Int, name: String, threshold: Double) {
    self.positive = positive
    self.name = name
    self.threshold = threshold
  }

  /// Chooses by the outputs for one example.
  package var choice: (ArraySlice<Float>) -> LikeliestClass {
    { LikeliestClass(of: $0, decidingFor: positive, from: threshold) }
  }
}

extension ClassPredictions {
  /// The predictions as a decision makes them; as they are without one.
  package func decided(by decision: Decision?) -> ClassPredictions {
    decision.map { deciding(for: $0.positive, from: $0.threshold) } ?? self
  }
}
