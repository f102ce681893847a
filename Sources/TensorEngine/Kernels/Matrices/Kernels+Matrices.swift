internal import CKernels

extension Kernels {
  /// Multiplies two matrices: `C = start + A·B`, or with one factor transposed.
  ///
  /// Each element is one chain of fused multiply-adds, `fma(a, b, sum)` with the depth ascending,
  /// so any range of rows and of columns has the same bits when it is computed alone. No operand
  /// may overlap C.
  ///
  /// - Parameters:
  ///   - a: the first factor, `rows * depth` elements where its rows follow each other.
  ///   - b: the second factor, `depth * columns` elements where its rows follow each other.
  ///   - c: the result, `[rows, columns]`.
  ///   - product: sizes and form.
  ///   - start: what the sums start from.
  ///   - range: the rows of the result to compute; nil for all.
  public func matrixProduct(
    _ a: FloatSlice, _ b: FloatSlice, into c: FloatSlice, _ product: MatrixProduct,
    start: MatrixProduct.Start = .zero, rows range: Range<Int>? = nil
  ) {
    let (rows, columns, depth) = (product.rows, product.columns, product.depth)
    precondition(a.count >= rows * depth && b.count >= depth * columns, "factors too small")
    precondition(c.count >= rows * columns, "result too small")
    multiply(a, b, into: c, product, product.denseSteps, start, range ?? 0..<rows)
  }

  /// Multiplies two matrices that may be parts of wider ones.
  ///
  /// - Parameter steps: how far the rows of each lie apart.
  public func matrixProduct(
    _ a: FloatSlice, _ b: FloatSlice, into c: FloatSlice, _ product: MatrixProduct,
    steps: MatrixProduct.Steps, start: MatrixProduct.Start = .zero, rows range: Range<Int>? = nil
  ) {
    let counts = product.counts(steps)
    precondition(a.count >= counts.first && b.count >= counts.second, "factors too small")
    precondition(c.count >= counts.result, "result too small")
    multiply(a, b, into: c, product, steps, start, range ?? 0..<product.rows)
  }

  @inline(__always)
  private func multiply(
    _ a: FloatSlice, _ b: FloatSlice, into c: FloatSlice, _ product: MatrixProduct,
    _ steps: MatrixProduct.Steps, _ start: MatrixProduct.Start, _ range: Range<Int>
  ) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= product.rows, "rows outside the result")
    var bias: UnsafePointer<Float>?
    if case .bias(let slice) = start {
      precondition(slice.count >= product.columns, "bias too small")
      bias = UnsafePointer(slice.base)
    }
    var arguments = MatrixProductArguments(
      form: product.form.number, start: start.number, rows: range.count, columns: product.columns,
      depth: product.depth, a_step: steps.first, b_step: steps.second, c_step: steps.result)
    let row = product.form == .firstTransposed ? 1 : steps.first
    table.pointee.matrix_product(
      &arguments, a.base + range.lowerBound * row, b.base, bias,
      c.base + range.lowerBound * steps.result)
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
  var number: Int32 {
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
