internal import CKernels

extension Kernels {
  /// `x = value`.
  public func fill(_ x: FloatSlice, with value: Float) {
    table.pointee.fill(x.base, x.count, value)
  }

  /// Copies `x` into `y`, bit for bit. The slices must be the same or apart.
  public func copy(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    y.base.update(from: x.base, count: x.count)
  }

  /// `y = x * factor`.
  public func scale(_ x: FloatSlice, by factor: Float, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.scale(x.base, y.base, x.count, factor)
  }

  /// `y += x`.
  public func add(_ x: FloatSlice, to y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.add(x.base, y.base, x.count)
  }

  /// `y += factor * x`: with weights for `x` and gradients for `y` the derivative of an L2
  /// penalty `factor / 2 * sum(x²)`.
  public func addScaled(_ x: FloatSlice, times factor: Float, to y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.add_scaled(x.base, y.base, x.count, factor)
  }

  /// `y += factor * sign(x)`: the derivative of an L1 penalty `factor * sum(|x|)`. The sign of
  /// 0 and of NaN is 0.
  public func addSigns(of x: FloatSlice, times factor: Float, to y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.add_signs(x.base, y.base, x.count, factor)
  }

  /// `w = sign(w) · max(|w| - threshold, 0)`: the soft threshold, the proximal step of an L1 penalty.
  ///
  /// What lies within the threshold, which is 0 or more, becomes exactly +0; NaN stays NaN.
  ///
  /// Source: Parikh and Boyd, "Proximal Algorithms", 2014, section 6.5.2.
  public func softThreshold(_ w: FloatSlice, by threshold: Float) {
    table.pointee.soft_threshold(w.base, w.count, threshold)
  }

  /// `c = a * b`, element by element; a dropout mask is applied so.
  public func multiply(_ a: FloatSlice, _ b: FloatSlice, into c: FloatSlice) {
    precondition(b.count >= a.count && c.count >= a.count, "slices too small")
    table.pointee.multiply(a.base, b.base, c.base, a.count)
  }
}
