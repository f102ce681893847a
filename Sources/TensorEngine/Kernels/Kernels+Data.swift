internal import CKernels

extension Kernels {
  /// Copies rows of a data set into a batch, scaled: `(x - shift) * scale`.
  ///
  /// - Parameters:
  ///   - numbers: row numbers in `0 ..< source.rowCount`; the caller has checked them.
  ///   - source: the rows of the data set.
  ///   - batch: the result, `[numbers.count, features]`.
  ///   - scaling: shift and scale, one or `features` of each; nil leaves the numbers as they are.
  public func gather(
    rows numbers: IntegerSlice, of source: InputRows, into batch: FloatSlice,
    scaling: ScalingSlices? = nil
  ) {
    let features = source.featureCount
    precondition(batch.count >= numbers.count * features, "batch too small")
    var arguments = ScalingArguments(shift: nil, scale: nil, count: 0)
    if let scaling {
      precondition(scaling.count == 1 || scaling.count == features, "scaling of another width")
      arguments = ScalingArguments(
        shift: scaling.shift.base, scale: scaling.scale.base, count: scaling.count)
    }
    switch source.values {
    case .floats(let values):
      guard let values else { return }
      table.pointee.gather_floats(
        values, numbers.base, batch.base, numbers.count, features, &arguments)
    case .bytes(let values):
      guard let values else { return }
      table.pointee.gather_bytes(
        values, numbers.base, batch.base, numbers.count, features, &arguments)
    }
  }

  /// Copies rows of `width` target values into a batch `[numbers.count, width]`.
  public func gather(
    rows numbers: IntegerSlice, ofValues values: FloatSlice, width: Int, into batch: FloatSlice
  ) {
    precondition(batch.count >= numbers.count * width, "batch too small")
    var arguments = ScalingArguments(shift: nil, scale: nil, count: 0)
    table.pointee.gather_floats(
      values.base, numbers.base, batch.base, numbers.count, width, &arguments)
  }

  /// Copies class numbers into a batch.
  public func gather(
    rows numbers: IntegerSlice, ofClasses classes: IntegerSlice, into batch: IntegerSlice
  ) {
    precondition(batch.count >= numbers.count, "batch too small")
    for row in 0..<numbers.count { batch.base[row] = classes[Int(numbers.base[row])] }
  }

  /// Copies class numbers into a batch as floats, for a single sigmoid output.
  public func gather(
    rows numbers: IntegerSlice, ofClasses classes: IntegerSlice, into batch: FloatSlice
  ) {
    precondition(batch.count >= numbers.count, "batch too small")
    for row in 0..<numbers.count { batch.base[row] = Float(classes[Int(numbers.base[row])]) }
  }

  /// Writes one row for each class number in `0 ..< columns`: 1 at the class and 0 elsewhere.
  public func oneHot(_ classes: IntegerSlice, into rows: FloatSlice, columns: Int) {
    precondition(rows.count >= classes.count * columns, "result too small")
    fill(rows[0..<classes.count * columns], with: 0)
    for row in 0..<classes.count { rows[row * columns + Int(classes.base[row])] = 1 }
  }
}
