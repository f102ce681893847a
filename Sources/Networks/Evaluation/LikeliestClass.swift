package import TensorEngine

/// The class that a network finds most likely, and how likely.
package struct LikeliestClass: Equatable, Sendable {
  /// The class, from 0.
  package let index: Int
  /// Its probability, or its score where the outputs are none.
  package let probability: Double

  /// Chooses by the outputs of one example.
  ///
  /// One output is the probability of class 1, or a score that speaks for it above a threshold;
  /// among several, the first of the greatest wins.
  ///
  /// - Parameter threshold: Above it, one output means class 1.
  package init(of outputs: ArraySlice<Float>, threshold: Float = 0.5) {
    guard outputs.count > 1 else {
      let output = outputs.first ?? 0
      index = output > threshold ? 1 : 0
      probability = output > threshold ? Double(output) : 1 - Double(output)
      return
    }
    var best = (index: 0, probability: -Double.infinity)
    for (index, output) in outputs.enumerated() where Double(output) > best.probability {
      best = (index, Double(output))
    }
    (index, probability) = best
  }

  /// Decides between two classes by the probability of one of them: for that one from a threshold
  /// on.
  ///
  /// - Parameters:
  ///   - outputs: The probability of class 1, or one for each of the two.
  ///   - positive: The class, 0 or 1.
  ///   - threshold: From which of its probability on.
  package init(of outputs: ArraySlice<Float>, decidingFor positive: Int, from threshold: Double) {
    let second = Double(outputs.last ?? 0)
    let both = outputs.count > 1 ? [Double(outputs.first ?? 0), second] : [1 - second, second]
    index = both[positive] >= threshold ? positive : 1 - positive
    probability = both[index]
  }
}

extension Network {
  /// What the network chooses for each of some examples, in inference mode.
  ///
  /// - Parameter decide: What chooses by the outputs of an example; nil for the likeliest class.
  /// - Throws: As ``predict(_:rows:pool:kernels:)``.
  package func choices(
    _ examples: Examples, rows: [Int32]? = nil, pool: ThreadPool? = nil,
    by decide: ((ArraySlice<Float>) -> LikeliestClass)? = nil
  ) throws(NetworkError) -> [LikeliestClass] {
    let outputs = try predict(examples, rows: rows, pool: pool)
    let count = outputs.shape.dimensions[0]
    let width = max(1, outputs.elements.count / max(1, count))
    let threshold = decisionThreshold
    let decide = decide ?? { LikeliestClass(of: $0, threshold: threshold) }
    return (0..<count).map { decide(outputs.elements[$0 * width..<($0 + 1) * width]) }
  }
}
