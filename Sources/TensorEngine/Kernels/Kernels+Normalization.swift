internal import CKernels

/// Batch normalization, column by column; every sum takes the rows in ascending order, so any
/// range of columns has the same bits when it is computed alone.
///
/// Matrices are `[rows, columns]`, and what belongs to a column is a vector `[columns]`.
extension Kernels {
  /// `mean = Σ x / rows` and `variance = Σ (x - mean)² / rows`, in two passes.
  ///
  /// One row has the variance 0; no row at all gives NaN.
  public func columnMoments(
    of x: FloatSlice, mean: FloatSlice, variance: FloatSlice, _ columns: MatrixColumns
  ) {
    precondition(
      columns.fit(
        matrices: x.count,
        vectors: min(mean.count, variance.count)),
      "slices too small")
    var arguments = columns.arguments
    table.pointee.column_moments(x.base, mean.base, variance.base, &arguments)
  }

  /// `y = (x - mean) · factor + shift`, the product and the sum rounded once.
  public func normalize(
    _ x: FloatSlice, mean: FloatSlice, factor: FloatSlice, shift: FloatSlice,
    into y: FloatSlice, _ columns: MatrixColumns
  ) {
    precondition(
      columns.fit(
        matrices: min(x.count, y.count),
        vectors: min(mean.count, min(factor.count, shift.count))),
      "slices too small")
    var arguments = columns.arguments
    table.pointee.normalize(x.base, mean.base, factor.base, shift.base, y.base, &arguments)
  }

  /// `sums = Σ dy` and `products = Σ dy · (x - mean)`.
  public func normalizeSums(
    _ x: FloatSlice, gradient dy: FloatSlice, mean: FloatSlice, sums: FloatSlice,
    products: FloatSlice, _ columns: MatrixColumns
  ) {
    precondition(
      columns.fit(
        matrices: min(x.count, dy.count),
        vectors: min(mean.count, min(sums.count, products.count))),
      "slices too small")
    var arguments = columns.arguments
    table.pointee.normalize_sums(
      x.base, dy.base, mean.base, sums.base, products.base, &arguments)
  }

  /// `dx = factor · ((dy - centre) - (x - mean) · slope)`; `dx` may be `dy`.
  public func normalizeBackward(
    _ x: FloatSlice, gradient dy: FloatSlice, mean: FloatSlice, factor: FloatSlice,
    centre: FloatSlice, slope: FloatSlice, into dx: FloatSlice, _ columns: MatrixColumns
  ) {
    precondition(
      columns.fit(
        matrices: min(x.count, min(dy.count, dx.count)),
        vectors: min(min(mean.count, factor.count), min(centre.count, slope.count))),
      "slices too small")
    var arguments = columns.arguments
    table.pointee.normalize_backward(
      x.base, dy.base, mean.base, factor.base, centre.base, slope.base, dx.base, &arguments)
  }
}

extension MatrixColumns {
  fileprivate var arguments: ColumnArguments {
    ColumnArguments(
      rows: rows, columns: columns, first: range.lowerBound, end: range.upperBound)
  }
}
