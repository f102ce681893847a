internal import CKernels

/// Random numbers from the words of a stream. Element `i` of a result comes from word `first + i`
/// and from nothing else, so a piece of a result has the same bits when it is made alone.
extension Kernels {
  /// Inverted dropout: `y = x * mask`, where `mask[i]` is 0 with probability `rate`, else
  /// `1 / (1 - rate)`.
  ///
  /// Element `i` is dropped when the uniform number from word `first + i` of the stream is below
  /// `rate`. `rate` must be in `0 ..< 1`; it is rounded up to a multiple of 2⁻²⁴.
  ///
  /// Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple Way
  /// to Prevent Neural Networks from Overfitting", 2014, section 10.
  /// - Parameters:
  ///   - x: what is dropped or passed on.
  ///   - rectified: where `relu(x)` goes, which is then passed on instead; may be `x` itself.
  ///   - mask: the factors, as they were drawn.
  ///   - y: the result.
  ///   - rate: the probability of an element to be dropped.
  ///   - stream: where the words come from.
  ///   - first: the number of the first word.
  public func dropout(
    _ x: FloatSlice, rectified: FloatSlice? = nil, mask: FloatSlice, into y: FloatSlice,
    rate: Double, stream: RandomStream, from first: UInt64 = 0
  ) {
    let count = x.count
    precondition(rate >= 0 && rate < 1, "dropout rate outside 0 ..< 1")
    precondition(mask.count >= count && y.count >= count, "slices too small")
    precondition((rectified?.count ?? count) >= count, "slice too small")
    var arguments = DropoutArguments(
      key: stream.key, stream: stream.identifier, first: first,
      threshold: UInt32((rate * 0x1p24).rounded(.up)), keep: Float(1 / (1 - rate)))
    table.pointee.dropout(&arguments, x.base, rectified?.base, mask.base, y.base, count)
  }

  /// `dx = x > 0 ? dy * mask : 0`: the derivative of dropout behind a relu, from the input or the
  /// output `x` of the relu.
  public func dropoutBackward(
    rectified x: FloatSlice, mask: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice
  ) {
    precondition(mask.count >= x.count && dy.count >= x.count, "slices too small")
    precondition(dx.count >= x.count, "result too small")
    table.pointee.dropout_backward(x.base, mask.base, dy.base, dx.base, x.count)
  }

  /// Numbers spread evenly over a range: `x = a + u (b - a)`, where `u` is the uniform number of
  /// the word, a multiple of 2⁻²⁴ in `[0, 1)`. What would be rounded up to `b` is the greatest
  /// float below it; an empty range gives `a` everywhere.
  ///
  /// `b - a` must be finite.
  public func uniforms(
    _ x: FloatSlice, in range: Range<Float> = 0..<1, stream: RandomStream, from first: UInt64 = 0
  ) {
    let (low, end) = (range.lowerBound, range.upperBound)
    precondition((end - low).isFinite, "range too wide")
    var arguments = UniformArguments(
      low: low, width: end - low, greatest: range.isEmpty ? low : end.nextDown)
    table.pointee.uniforms(stream.key, stream.identifier, first, x.base, x.count, &arguments)
  }

  /// Normally distributed numbers with mean 0: `x = deviation * z`, where `z` is the quantile of
  /// the standard normal distribution at `(word + 1/2) / 2³²`, counted from the middle outward in
  /// both directions. `z` lies between -6.34 and 6.34 and is within 4 ulp; it is never 0.
  ///
  /// Source: the quantile is computed as in Giles, "Approximating the erfinv function", GPU
  /// Computing Gems, 2012, with one rational function for the whole range.
  public func normals(
    _ x: FloatSlice, deviation: Float = 1, stream: RandomStream, from first: UInt64 = 0
  ) {
    table.pointee.normals(stream.key, stream.identifier, first, x.base, x.count, deviation)
  }

  func randomWords(
    of stream: RandomStream, from first: UInt64, into words: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let base = words.baseAddress else { return }
    table.pointee.random_words(stream.key, stream.identifier, first, base, words.count)
  }
}
