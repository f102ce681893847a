/// Reads the outputs of a network that classifies.
package enum Prediction {
  /// The class that is predicted, and its probability. One output is the probability of class 1,
  /// or a score that speaks for it above a threshold; among several, the first of the greatest
  /// wins.
  package static func choice(
    _ outputs: some Collection<Float>, threshold: Float = 0.5
  ) -> (index: Int, probability: Double) {
    guard outputs.count > 1 else {
      let output = outputs.first ?? 0
      return output > threshold ? (1, Double(output)) : (0, 1 - Double(output))
    }
    var best = (index: 0, probability: -Double.infinity)
    for (index, output) in outputs.enumerated() where Double(output) > best.probability {
      best = (index, Double(output))
    }
    return best
  }
}
