package import Networks
package import TensorEngine

/// Measures how far the gradient of a batch lies from that of all training examples.
///
///     distance = norm(g - G) / norm(G)
///
/// with the gradient g of the batch and G of all examples.
package struct GradientMeter: Sendable {
  private let network: Network
  private let examples: Examples
  private let whole: [Double]
  private let norm: Double

  /// Finds the gradient of all examples; nil where the network does not fit them, learns nothing or
  /// has a gradient of 0.
  ///
  /// - Parameter rows: The rows of the training examples.
  package init?(_ network: Network, _ examples: Examples, rows: [Int32], pool: ThreadPool?) {
    guard !network.layers.isEmpty, network.parameterCount > 0,
      network.inputShape == examples.inputShape,
      let gradients = try? network.gradients(examples, rows: rows, pool: pool)
    else { return nil }
    self.network = network
    self.examples = examples
    whole = Self.flat(gradients)
    norm = Self.norm(whole)
    guard norm > 0, norm.isFinite else { return nil }
  }

  /// The distance of the gradient of a batch, from 0 on.
  ///
  /// - Throws: As ``Network/gradients(_:rows:loss:settings:penalty:pool:kernels:)``.
  package func distance(of rows: [Int32]) throws(NetworkError) -> Double {
    let gradient = Self.flat(try network.gradients(examples, rows: rows))
    return Self.norm(zip(gradient, whole).map { $0 - $1 }) / norm
  }

  private static func flat(_ gradients: Gradients) -> [Double] {
    gradients.layers.flatMap { $0.flatMap { $0.elements.map(Double.init) } }
  }

  private static func norm(_ values: [Double]) -> Double {
    values.map { $0 * $0 }.laneSum.squareRoot()
  }
}
