import TensorEngine

/// The penalty on one kernel: l1 · Σ|w| + l2 · Σw².
struct PenaltyTerm: Sendable {
  var parameter: ParameterPlace
  var l1: Double
  var l2: Double
  /// Whether l1 is taken by a soft threshold behind each step, instead of by its gradient.
  var isProximal: Bool

  func value(_ context: PlanContext) -> Double {
    let w = context.slice(parameter.values, parameter.count)
    var value = 0.0
    if l1 != 0 { value += l1 * Double(context.kernels.sumOfMagnitudes(w)) }
    if l2 != 0 { value += l2 * Double(context.kernels.sumOfSquares(w)) }
    return value
  }

  /// Adds its derivative to the whole gradient.
  func addGradient(_ context: PlanContext) {
    guard let gradient = parameter.gradient else { return }
    addGradient(context, 0..<parameter.count, to: gradient)
  }

  /// Adds the derivative l1 · sign(w) + 2 · l2 · w to the gradient; that of l1 only where it is not
  /// taken by ``shrink(_:rate:)``.
  ///
  /// - Parameters:
  ///   - range: The weights whose gradient gains it.
  ///   - gradient: Where the gradient of the first of them lies.
  func addGradient(_ context: PlanContext, _ range: Range<Int>, to gradient: Int) {
    let w = context.slice(parameter.values + range.lowerBound, range.count)
    let g = context.slice(gradient, range.count)
    if l1 != 0, !isProximal { context.kernels.addSigns(of: w, times: Float(l1), to: g) }
    if l2 != 0 { context.kernels.addScaled(w, times: Float(2 * l2), to: g) }
  }

  /// The proximal step of l1 behind a step of a rate: w := sign(w) · max(|w| - rate · l1, 0).
  ///
  /// Source: Parikh and Boyd, "Proximal Algorithms", 2014, sections 4.2 and 6.5.2.
  func shrink(_ context: PlanContext, rate: Double) {
    guard isProximal, l1 != 0, parameter.gradient != nil else { return }
    context.kernels.softThreshold(
      context.slice(parameter.values, parameter.count), by: Float(rate * l1))
  }
}
