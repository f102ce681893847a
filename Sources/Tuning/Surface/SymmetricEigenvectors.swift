/// The eigenvalues of a symmetric matrix from the largest down, and their eigenvectors.
///
/// Jacobi's method in cyclic sweeps, the same bits on every machine: nothing but the four operations
/// and the square root, in a fixed order. An eigenvector has length 1; its sign is left open.
///
/// Source: Golub and Van Loan, "Matrix Computations", section 8.5.
struct SymmetricEigenvectors {
  private(set) var values: [Double]
  private(set) var vectors: [[Double]]

  private static let mostSweeps = 30

  /// - Parameter matrix: `[count, count]`, flat; what is not finite gives values that are not.
  init(_ matrix: [Double], count: Int) {
    var matrix = matrix
    var basis = [Double](repeating: 0, count: count * count)
    for index in 0..<count { basis[index * count + index] = 1 }
    for _ in 0..<Self.mostSweeps where Self.isMixed(matrix.span, count) {
      Self.sweep(&matrix, &basis, count)
    }
    let diagonal = (0..<count).map { matrix[$0 * count + $0] }
    let order = (0..<count).sorted { diagonal[$0] > diagonal[$1] }
    values = order.map { diagonal[$0] }
    vectors = order.map { column in (0..<count).map { basis[$0 * count + column] } }
  }

  /// Whether anything beside the diagonal is more than rounding.
  private static func isMixed(_ matrix: Span<Double>, _ count: Int) -> Bool {
    var beside = 0.0
    var diagonal = 0.0
    for row in 0..<count {
      for column in 0..<row {
        beside += matrix[row * count + column] * matrix[row * count + column]
      }
      diagonal += matrix[row * count + row] * matrix[row * count + row]
    }
    return beside > diagonal * 1e-32
  }

  /// Turns each pair of axes so that the two no longer mix.
  private static func sweep(_ matrix: inout [Double], _ basis: inout [Double], _ count: Int) {
    for first in 0..<max(0, count - 1) {
      for second in first + 1..<count {
        let mixed = matrix[first * count + second]
        guard mixed != 0 else { continue }
        let ratio =
          (matrix[second * count + second] - matrix[first * count + first]) / (2 * mixed)
        let tangent =
          (ratio < 0 ? -1 : 1) / (ratio.magnitude + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        turn(&matrix, first, second, stride: count, step: 1, cosine, sine, count)
        turn(&matrix, first, second, stride: 1, step: count, cosine, sine, count)
        turn(&basis, first, second, stride: 1, step: count, cosine, sine, count)
      }
    }
  }

  /// Turns two rows (of stride count and step 1) or two columns (of stride 1 and step count).
  private static func turn(
    _ matrix: inout [Double], _ first: Int, _ second: Int, stride: Int, step: Int,
    _ cosine: Double, _ sine: Double, _ count: Int
  ) {
    var matrix = matrix.mutableSpan
    for index in 0..<count {
      let (one, other) = (first * stride + index * step, second * stride + index * step)
      let (a, b) = (matrix[one], matrix[other])
      matrix[one] = cosine * a - sine * b
      matrix[other] = sine * a + cosine * b
    }
  }
}
