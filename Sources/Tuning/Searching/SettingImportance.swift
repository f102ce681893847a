import TensorEngine

/// How much of the differences between trials a setting explains by itself.
///
/// ```
/// S = Var(E[y | x]) / Var(y)
/// ```
///
/// of a setting x and the scores y, the first-order index of Sobol, is estimated by ranks: with the
/// trials in the order of x, each score is multiplied by the next one's, and the last one's by the
/// first's.
///
/// ```
/// S ≈ (mean(yᵢ · yᵢ₊₁) - mean(y)²) / (mean(y²) - mean(y)²)
/// ```
///
/// It means what it says for settings that were drawn without regard to each other and to what came
/// of them, and scatters by about 1/√n for n trials. What two settings do together is in neither.
///
/// **Source**: Gamboa, Gremaud, Klein and Lagnoux, "Global sensitivity analysis: a novel generation
/// of mighty estimators based on rank statistics", Bernoulli 28, 2022.
package enum SettingImportance {
  /// The least number of trials that tell anything.
  package static let leastTrials = 8

  /// The share of one setting, from 0 to 1; nil of fewer trials than ``leastTrials``, and where all
  /// scores are equal.
  ///
  /// - Parameters:
  ///   - values: What the setting was in each trial: of a choice its place.
  ///   - scores: What each came to, all finite; as many as values.
  package static func share(of values: [Double], in scores: [Double]) -> Double? {
    precondition(values.count == scores.count, "a score for each value")
    guard scores.count >= leastTrials else { return nil }
    let count = Double(scores.count)
    let mean = scores.reduce(0, +) / count
    let apart = scores.map { $0 - mean }
    let variance = apart.reduce(0) { $0 + $1 * $1 } / count
    guard variance > 0 else { return nil }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var product = 0.0
    for (place, index) in order.enumerated() {
      product += apart[index] * apart[order[(place + 1) % order.count]]
    }
    return min(max(product / count / variance, 0), 1)
  }
}
