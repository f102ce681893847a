package import Networks
package import TensorEngine

/// Gradients that fade on their way back: the first kernel hardly learns while the last one does.
package struct GradientSign: Sendable, Equatable {
  /// The number of the first layer whose kernel learns, from 1, and of the last one.
  package let first: Int, last: Int
  /// The root mean square of the gradient of the last kernel over that of the first.
  package let ratio: Double

  /// The sign of a network with three learning kernels or more, where the gradient of the first is
  /// less than a thousandth of that of the last; nil else, and where the last has none either.
  ///
  /// - Throws: As ``Network/gradients(_:rows:loss:settings:penalty:pool:kernels:)``.
  package static func sign(
    of network: Network, on examples: Examples, rows: [Int32], pool: ThreadPool? = nil
  ) throws(NetworkError) -> GradientSign? {
    let layers = network.learningKernels
    guard layers.count >= 3, let first = layers.first, let last = layers.last else { return nil }
    let gradients = try network.gradients(examples, rows: rows, penalty: Penalty(), pool: pool)
    func size(_ index: Int) -> Double {
      guard let place = network.parameters[index].names.firstIndex(of: "kernel") else { return 0 }
      return KernelGradient(layer: index, elements: gradients.layers[index][place].elements).size
    }
    let (early, late) = (size(first), size(last))
    guard late > 0, late.isFinite, early * 1000 < late else { return nil }
    return GradientSign(
      first: first + 1, last: last + 1, ratio: early > 0 ? late / early : .infinity)
  }
}
