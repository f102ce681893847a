import TensorEngine

/// The lower triangle L of a symmetric positive matrix A = L Lᵀ, and what it solves.
///
/// Nothing but the four operations and the square root, in a fixed order: the same bits on every
/// machine.
///
/// Source: Golub and Van Loan, "Matrix Computations", section 4.2.
struct CholeskyFactor: Sendable {
  let count: Int
  /// Row by row, all of them full; what is above the diagonal is 0.
  private let rows: [Double]

  /// - Parameter matrix: `[count, count]`, flat; only its lower triangle is read.
  /// - Returns: nil for one that is not positive, or not finite.
  init?(_ matrix: [Double], count: Int) {
    var rows = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        let rest =
          matrix[row * count + column]
          - Self.product(rows, row * count, rows, column * count, count: column)
        if row == column {
          guard rest > 0, rest.isFinite else { return nil }
          rows[row * count + row] = rest.squareRoot()
        } else {
          rows[row * count + column] = rest / rows[column * count + column]
        }
      }
    }
    self.count = count
    self.rows = rows
  }

  /// L⁻¹ b.
  func forward(_ right: [Double]) -> [Double] {
    var solution = [Double](repeating: 0, count: count)
    for row in 0..<count {
      let sum = Self.product(rows, row * count, solution, 0, count: row)
      solution[row] = (right[row] - sum) / rows[row * count + row]
    }
    return solution
  }

  /// A⁻¹ b.
  func solve(_ right: [Double]) -> [Double] {
    var solution = forward(right)
    for row in (0..<count).reversed() {
      let value = solution[row] / rows[row * count + row]
      solution[row] = value
      for before in 0..<row { solution[before] -= rows[row * count + before] * value }
    }
    return solution
  }

  /// A⁻¹, of which only the lower triangle is made.
  func inverse() -> [Double] {
    // Row j holds column j of L⁻¹.
    var columns = [Double](repeating: 0, count: count * count)
    for column in 0..<count {
      let start = column * count
      columns[start + column] = 1 / rows[column * count + column]
      for row in column + 1..<max(count, column + 1) {
        let sum = Self.product(
          rows, row * count + column, columns, start + column, count: row - column)
        columns[start + row] = -sum / rows[row * count + row]
      }
    }
    var inverse = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        inverse[row * count + column] = Self.product(
          columns, row * count + row, columns, column * count + row, count: count - row)
      }
    }
    return inverse
  }

  /// log det A.
  var logDeterminant: Double {
    2 * (0..<count).reduce(0) { $0 + ElementaryMath.log(rows[$1 * count + $1]) }
  }

  /// The sum of some products, in four lanes that are folded at the end.
  private static func product(
    _ first: [Double], _ start: Int, _ second: [Double], _ other: Int, count: Int
  ) -> Double {
    let (first, second) = (first.span, second.span)
    var lanes = SIMD4<Double>(repeating: 0)
    var place = 0
    while place + 4 <= count {
      lanes.x += first[start + place] * second[other + place]
      lanes.y += first[start + place + 1] * second[other + place + 1]
      lanes.z += first[start + place + 2] * second[other + place + 2]
      lanes.w += first[start + place + 3] * second[other + place + 3]
      place += 4
    }
    var sum = (lanes.x + lanes.z) + (lanes.y + lanes.w)
    while place < count {
      sum += first[start + place] * second[other + place]
      place += 1
    }
    return sum
  }
}
