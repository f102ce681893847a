package import TensorEngine

/// How large the weights of one parameter are, and how many have vanished.
package struct WeightStatistics: Equatable, Sendable {
  /// A weight whose magnitude is below this is near 0.
  package static let nearZero = 0.001

  /// The square root of the sum of their squares, the Frobenius norm of a matrix.
  package let norm: Double
  /// The greatest norm of what comes into one unit, a column of the parameter's last dimension; nil
  /// for a parameter of fewer than two dimensions.
  package let longest: Double?
  /// The greatest magnitude of a weight; 0 without any.
  package let largest: Double
  /// How many are exactly 0.
  package let zeros: Int
  /// How many are near 0, those that are exactly 0 among them.
  package let nearZeros: Int

  /// Measures the weights of a parameter, such as a kernel `[inputs, units]`.
  package init(of tensor: Tensor) {
    let weights = tensor.elements.map { Double($0) }
    let columns = max(1, tensor.shape.last)
    var squares = [Double](repeating: 0, count: columns)
    for (index, weight) in weights.enumerated() { squares[index % columns] += weight * weight }
    norm = weights.map { $0 * $0 }.laneSum.squareRoot()
    longest =
      tensor.shape.dimensions.count > 1
      ? squares.reduce(0) { max($0, $1) }.squareRoot() : nil
    largest = weights.reduce(0) { max($0, $1.magnitude) }
    zeros = weights.count { $0 == 0 }
    nearZeros = weights.count { $0.magnitude < Self.nearZero }
  }
}
