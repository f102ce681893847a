internal import CKernels

extension Kernels {
  /// Categorical cross-entropy of softmax, from the logits `[rows, columns]`.
  ///
  /// ```
  /// loss = log(sum(exp(z - max))) - (z[class] - max)
  /// gradient = (softmax(z) - one-hot(class)) * scale
  /// ```
  /// - Parameters:
  ///   - logits: what goes into the softmax.
  ///   - classes: a class number in `0 ..< columns` for each row.
  ///   - losses: the result, one a row.
  ///   - gradient: the derivative by the logits, `[rows, columns]`; may be `logits` itself.
  ///   - rows: the number of rows.
  ///   - columns: the number of classes.
  ///   - scale: what the gradient is multiplied by, 1 / N for the mean of N rows.
  public func softmaxCrossEntropy(
    logits: FloatSlice, classes: IntegerSlice, losses: FloatSlice, gradient: FloatSlice,
    rows: Int, columns: Int, scale: Float
  ) {
    precondition(logits.count >= rows * columns && gradient.count >= rows * columns, "too small")
    precondition(classes.count >= rows && losses.count >= rows, "too few rows")
    table.pointee.softmax_cross_entropy(
      logits.base, classes.base, losses.base, gradient.base, rows, columns, scale)
  }

  /// Binary cross-entropy of sigmoid, from the logits, element by element.
  ///
  /// ```
  /// loss = max(z, 0) - z * t + log(1 + exp(-|z|))
  /// gradient = (sigmoid(z) - t) * scale
  /// ```
  /// The gradient may be written over the logits.
  public func sigmoidCrossEntropy(
    logits: FloatSlice, targets: FloatSlice, losses: FloatSlice, gradient: FloatSlice, scale: Float
  ) {
    let count = logits.count
    precondition(targets.count >= count && losses.count >= count, "slices too small")
    precondition(gradient.count >= count, "slices too small")
    table.pointee.sigmoid_cross_entropy(
      logits.base, targets.base, losses.base, gradient.base, count, scale)
  }

  /// Squared error, element by element: `loss = (x - t)²`, `gradient = (x - t) * scale`.
  ///
  /// For the mean over N elements `scale` is 2 / N. The gradient may be written over `x`.
  public func squaredError(
    _ x: FloatSlice, targets: FloatSlice, losses: FloatSlice, gradient: FloatSlice, scale: Float
  ) {
    let count = x.count
    precondition(targets.count >= count && losses.count >= count, "slices too small")
    precondition(gradient.count >= count, "slices too small")
    table.pointee.squared_error(
      x.base, targets.base, losses.base, gradient.base, count, scale)
  }

  /// The class with the greatest score of each row of `[rows, columns]`, the first of equals.
  public func greatestColumns(
    of scores: FloatSlice, into classes: IntegerSlice, rows: Int, columns: Int
  ) {
    precondition(scores.count >= rows * columns && classes.count >= rows, "slices too small")
    table.pointee.greatest_columns(scores.base, classes.base, rows, columns)
  }

  /// How many rows of `scores` `[rows, columns]` have their greatest score at their class.
  public func countCorrect(
    scores: FloatSlice, classes: IntegerSlice, rows: Int, columns: Int
  ) -> Int {
    precondition(scores.count >= rows * columns && classes.count >= rows, "slices too small")
    return table.pointee.count_correct_classes(scores.base, classes.base, rows, columns)
  }

  /// How many scores lie on the right side of a threshold: `(score > threshold) == (t > 0.5)`.
  ///
  /// The threshold is 0 for logits and 0.5 for probabilities.
  public func countCorrect(scores: FloatSlice, targets: FloatSlice, threshold: Float) -> Int {
    precondition(targets.count >= scores.count, "slices too small")
    return table.pointee.count_correct_decisions(
      scores.base, targets.base, scores.count, threshold)
  }
}
