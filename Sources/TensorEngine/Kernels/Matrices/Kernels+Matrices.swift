internal import CKernels

extension Kernels {
  /// Multiplies two matrices: `C = start + A·B`, or with one factor transposed.
  ///
  /// Each element is one chain of fused multiply-adds, `fma(a, b, sum)` with the depth ascending,
  /// so any range of rows has the same bits when it is computed alone. No operand may overlap C.
  ///
  /// - Parameters:
  ///   - a: the first factor, `rows * depth` elements.
  ///   - b: the second factor, `depth * columns` elements.
  ///   - c: the result, `[rows, columns]`.
  ///   - product: sizes and form.
  ///   - start: what the sums start from.
  ///   - range: the rows of the result to compute; nil for all.
  public func matrixProduct(
    _ a: FloatSlice, _ b: FloatSlice, into c: FloatSlice, _ product: MatrixProduct,
    start: MatrixProduct.Start = .zero, rows range: Range<Int>? = nil
  ) {
    let (rows, columns, depth) = (product.rows, product.columns, product.depth)
    let range = range ?? 0..<rows
    precondition(a.count >= rows * depth && b.count >= depth * columns, "factors too small")
    precondition(c.count >= rows * columns, "result too small")
    precondition(range.lowerBound >= 0 && range.upperBound <= rows, "rows outside the result")
    var bias: UnsafePointer<Float>?
    if case .bias(let slice) = start {
      precondition(slice.count >= columns, "bias too small")
      bias = UnsafePointer(slice.base)
    }
    var arguments = MatrixProductArguments(
      form: product.form.number, start: start.number, rows: rows, columns: columns, depth: depth,
      first: range.lowerBound, end: range.upperBound)
    table.pointee.matrix_product(&arguments, a.base, b.base, bias, c.base)
  }

  /// Adds a bias `[columns]` to each row of `x` `[rows, columns]`.
  public func addBias(_ bias: FloatSlice, to x: FloatSlice, rows: Int, columns: Int) {
    precondition(bias.count >= columns && x.count >= rows * columns, "slices too small")
    table.pointee.add_bias(x.base, bias.base, rows, columns)
  }

  /// Sums each column of `x` `[rows, columns]`, the rows in ascending order.
  ///
  /// - Parameters:
  ///   - x: the matrix.
  ///   - sums: the result, `[columns]`.
  ///   - rows: the rows of the matrix.
  ///   - columns: the columns of the matrix.
  ///   - accumulate: whether to start from what `sums` holds, not from +0.
  ///   - range: the columns to sum; nil for all.
  public func columnSums(
    of x: FloatSlice, into sums: FloatSlice, rows: Int, columns: Int, accumulate: Bool = false,
    columns range: Range<Int>? = nil
  ) {
    let range = range ?? 0..<columns
    precondition(x.count >= rows * columns && sums.count >= columns, "slices too small")
    precondition(range.lowerBound >= 0 && range.upperBound <= columns, "columns outside the sums")
    table.pointee.column_sums(
      x.base, sums.base, rows, columns, range.lowerBound, range.upperBound, accumulate ? 1 : 0)
  }

  /// Transposes `x` `[rows, columns]` into `y` `[columns, rows]`, which must not overlap it.
  public func transpose(_ x: FloatSlice, into y: FloatSlice, rows: Int, columns: Int) {
    precondition(x.count >= rows * columns && y.count >= rows * columns, "slices too small")
    table.pointee.transpose(x.base, y.base, rows, columns)
  }
}

extension MatrixProduct.Form {
  fileprivate var number: Int32 {
    switch self {
    case .plain: Int32(PRODUCT_AB)
    case .firstTransposed: Int32(PRODUCT_ATB)
    case .secondTransposed: Int32(PRODUCT_ABT)
    }
  }
}

extension MatrixProduct.Start {
  fileprivate var number: Int32 {
    switch self {
    case .zero: Int32(START_ZERO)
    case .output: Int32(START_OUTPUT)
    case .bias: Int32(START_BIAS)
    }
  }
}
