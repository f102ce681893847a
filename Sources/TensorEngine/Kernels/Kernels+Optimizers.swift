internal import CKernels

/// One step of an optimizer over one slice of parameters `w`, with the gradient `g`.
extension Kernels {
  /// `w := w - rate g`.
  public func sgd(_ w: FloatSlice, gradient g: FloatSlice, rate: Float) {
    precondition(g.count >= w.count, "slices too small")
    table.pointee.sgd(w.base, g.base, w.count, rate)
  }

  /// `v := momentum v - rate g`, `w := w + v`.
  ///
  /// Source: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and
  /// momentum in deep learning", 2013, equations 1 and 2, with the rate inside the velocity.
  public func momentum(
    _ w: FloatSlice, velocity v: FloatSlice, gradient g: FloatSlice, rate: Float, momentum: Float
  ) {
    precondition(g.count >= w.count && v.count >= w.count, "slices too small")
    table.pointee.momentum(w.base, v.base, g.base, w.count, rate, momentum)
  }

  /// `v := momentum v - rate g`, `w := w + momentum v - rate g` (Nesterov).
  public func nesterov(
    _ w: FloatSlice, velocity v: FloatSlice, gradient g: FloatSlice, rate: Float, momentum: Float
  ) {
    precondition(g.count >= w.count && v.count >= w.count, "slices too small")
    table.pointee.nesterov(w.base, v.base, g.base, w.count, rate, momentum)
  }

  /// `m := m + (g - m)(1 - beta1)`, `v := v + (g² - v)(1 - beta2)`,
  /// `w := w - step m / (sqrt(v) + epsilon)`.
  public func adam(
    _ w: FloatSlice, mean m: FloatSlice, variance v: FloatSlice, gradient g: FloatSlice,
    _ step: AdamStep
  ) {
    let count = w.count
    precondition(m.count >= count && v.count >= count && g.count >= count, "slices too small")
    var arguments = step.arguments
    table.pointee.adam(w.base, m.base, v.base, g.base, count, &arguments)
  }
}
