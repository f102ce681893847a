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

  /// A mask for inverted dropout: `mask[i]` is 0 with probability `rate`, else `1 / (1 - rate)`.
  ///
  /// Element `i` is dropped when the uniform number from word `first + i` of the stream is below
  /// `rate`, so a piece of a mask has the same bits when it is made alone. `rate` must be in
  /// `0 ..< 1`; it is rounded up to a multiple of 2⁻²⁴.
  ///
  /// Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple Way
  /// to Prevent Neural Networks from Overfitting", 2014, section 10.
  public func dropoutMask(
    _ mask: FloatSlice, rate: Double, stream: RandomStream, from first: UInt64 = 0
  ) {
    precondition(rate >= 0 && rate < 1, "dropout rate outside 0 ..< 1")
    table.pointee.dropout_mask(
      stream.key, stream.identifier, first, mask.base, mask.count,
      UInt32((rate * 0x1p24).rounded(.up)), Float(1 / (1 - rate)))
  }

  func randomWords(
    of stream: RandomStream, from first: UInt64, into words: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let base = words.baseAddress else { return }
    table.pointee.random_words(stream.key, stream.identifier, first, base, words.count)
  }
}
