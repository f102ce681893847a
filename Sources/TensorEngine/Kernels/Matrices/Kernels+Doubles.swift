internal import CKernels

/// Loops over doubles, in which every product and every sum is rounded: nothing is fused.
extension Kernels {
  /// Computes some elements of `C = A·B` in doubles: each is a sum over the depth ascending, from
  /// +0, in which every product and every sum is rounded.
  ///
  /// - Parameters:
  ///   - a: the first factor, `[rows, depth]`.
  ///   - b: the second factor, `[depth, columns]`.
  ///   - c: the result, `[rows, columns]`; no operand may overlap it.
  ///   - product: sizes; the form is `plain`.
  ///   - rows: the rows of the result to compute; some hundred at once are fastest.
  ///   - columns: the columns of the result to compute.
  func doubleProduct(
    _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>,
    into c: UnsafeMutableBufferPointer<Double>, _ product: MatrixProduct, rows: Range<Int>,
    columns: Range<Int>
  ) {
    precondition(product.form == .plain, "factors as they are")
    precondition(a.count >= product.rows * product.depth, "factors too small")
    precondition(b.count >= product.depth * product.columns, "factors too small")
    precondition(c.count >= product.rows * product.columns, "result too small")
    precondition(rows.lowerBound >= 0 && rows.upperBound <= product.rows, "rows outside")
    precondition(
      columns.lowerBound >= 0 && columns.upperBound <= product.columns, "columns outside")
    guard let c = c.baseAddress, !rows.isEmpty, !columns.isEmpty else { return }
    // Without a depth there are no factors, and nothing is read.
    let first = a.baseAddress ?? UnsafePointer(c)
    let second = b.baseAddress ?? UnsafePointer(c)
    var arguments = DoubleProductArguments(
      columns: product.columns, depth: product.depth, first_row: rows.lowerBound,
      end_row: rows.upperBound, first_column: columns.lowerBound, end_column: columns.upperBound)
    table.pointee.double_product(&arguments, first, second, c)
  }

  /// Takes a multiple of `y` from `x`, `x -= factor · y`, and gives the product of what is left with
  /// `z`, `Σ x z`, in 8 lanes that are added in order; the elements behind the last eight follow.
  ///
  /// - Parameters:
  ///   - x: the vector to change, of `count` elements.
  ///   - y: what is taken from it, of `count` elements; it may be `z`.
  ///   - factor: how much of it.
  ///   - z: the other factor of the product, of `count` elements; it may be `x`.
  ///   - count: the length of the three.
  public func subtract(
    _ y: UnsafePointer<Double>, times factor: Double, from x: UnsafeMutablePointer<Double>,
    count: Int, productWith z: UnsafePointer<Double>
  ) -> Double {
    table.pointee.subtract_and_dot(x, y, factor, z, count)
  }
}
