internal import CKernels

/// Losses against targets that are numbers, and what makes targets and losses ready.
extension Kernels {
  /// Categorical cross-entropy of softmax against a distribution over the classes, row by row.
  ///
  /// ```
  /// loss = Σⱼ tⱼ (log(Σₖ exp(zₖ - max)) - (zⱼ - max))
  /// gradient = (softmax(z) Σⱼ tⱼ - t) * scale
  /// ```
  /// With a one-hot row it is ``softmaxCrossEntropy(logits:classes:losses:gradient:rows:columns:scale:)``
  /// up to rounding. A target of 0 costs nothing, even where the probability is 0.
  /// - Parameters:
  ///   - logits: what goes into the softmax, `[rows, columns]`.
  ///   - targets: the probability that each class should have, `[rows, columns]`.
  ///   - losses: the result, one a row.
  ///   - gradient: the derivative by the logits, `[rows, columns]`; apart from the logits.
  ///   - rows: the number of rows.
  ///   - columns: the number of classes.
  ///   - scale: what the gradient is multiplied by, 1 / N for the mean of N rows.
  public func softmaxCrossEntropy(
    logits: FloatSlice, targets: FloatSlice, losses: FloatSlice, gradient: FloatSlice,
    rows: Int, columns: Int, scale: Float
  ) {
    let count = rows * columns
    precondition(logits.count >= count && gradient.count >= count, "slices too small")
    precondition(targets.count >= count && losses.count >= rows, "slices too small")
    table.pointee.softmax_cross_entropy_targets(
      logits.base, targets.base, losses.base, gradient.base, rows, columns, scale)
  }

  /// Absolute error, element by element: `loss = |x - t|`, `gradient = sign(x - t) * scale`.
  ///
  /// The derivative at 0 is 0, as in Keras. The gradient may be written over `x`.
  public func absoluteError(
    _ x: FloatSlice, targets: FloatSlice, losses: FloatSlice, gradient: FloatSlice, scale: Float
  ) {
    let count = x.count
    precondition(targets.count >= count && losses.count >= count, "slices too small")
    precondition(gradient.count >= count, "slices too small")
    table.pointee.absolute_error(
      x.base, targets.base, losses.base, gradient.base, count, scale)
  }

  /// Hinge, element by element, for targets of -1 and 1: `loss = max(1 - t x, 0)`,
  /// `gradient = -t * scale` where the loss is greater than 0, else 0.
  ///
  /// The gradient may be written over `x`.
  public func hinge(
    _ x: FloatSlice, targets: FloatSlice, losses: FloatSlice, gradient: FloatSlice, scale: Float
  ) {
    let count = x.count
    precondition(targets.count >= count && losses.count >= count, "slices too small")
    precondition(gradient.count >= count, "slices too small")
    table.pointee.hinge(x.base, targets.base, losses.base, gradient.base, count, scale)
  }

  /// `y = x * factor + shift`, rounded twice; makes 0 and 1 into -1 and 1, or smooths labels.
  public func affine(_ x: FloatSlice, times factor: Float, plus shift: Float, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.affine(x.base, y.base, x.count, factor, shift)
  }

  /// Multiplies each row of `x` `[rows, columns]` by its factor, `[rows]`.
  public func scaleRows(_ x: FloatSlice, by factors: FloatSlice, rows: Int, columns: Int) {
    precondition(x.count >= rows * columns && factors.count >= rows, "slices too small")
    table.pointee.scale_rows(x.base, factors.base, rows, columns)
  }

  /// Shortens the columns of `w` `[rows, columns]` whose Euclidean norm is above a limit.
  ///
  /// Such a column is multiplied by `limit / norm`; the others keep their bits. A norm is the root
  /// of one chain of fused multiply-adds over the rows, from +0. A column with a NaN is left as it
  /// is.
  /// - Parameters:
  ///   - w: the matrix, changed in place.
  ///   - rows: the number of rows.
  ///   - columns: the number of columns.
  ///   - limit: the greatest norm that is left alone, greater than 0.
  ///   - range: the columns to look at; all if nil.
  public func limitColumns(
    of w: FloatSlice, rows: Int, columns: Int, to limit: Float, in range: Range<Int>? = nil
  ) {
    let range = range ?? 0..<columns
    precondition(w.count >= rows * columns, "matrix too small")
    precondition(range.lowerBound >= 0 && range.upperBound <= columns, "columns outside")
    table.pointee.limit_columns(
      w.base, rows, columns, range.lowerBound, range.upperBound, limit)
  }
}
