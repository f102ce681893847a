internal import CKernels

/// One step of an optimizer over one slice of parameters `w`, with the gradient `g`. Each of them
/// shrinks `w` by its weight decay first.
extension Kernels {
  /// `w := w - rate g`.
  public func sgd(
    _ w: FloatSlice, gradient g: FloatSlice, rate: Float, decay: WeightDecay = .none
  ) {
    precondition(g.count >= w.count, "slices too small")
    table.pointee.sgd(w.base, g.base, w.count, rate, decay.shrink)
  }

  /// `v := momentum v - rate g`, `w := w + v`.
  ///
  /// Source: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and
  /// momentum in deep learning", 2013, equations 1 and 2, with the rate inside the velocity.
  public func momentum(
    _ w: FloatSlice, velocity v: FloatSlice, gradient g: FloatSlice, rate: Float, momentum: Float,
    decay: WeightDecay = .none
  ) {
    precondition(g.count >= w.count && v.count >= w.count, "slices too small")
    table.pointee.momentum(w.base, v.base, g.base, w.count, rate, momentum, decay.shrink)
  }

  /// `v := momentum v - rate g`, `w := w + momentum v - rate g` (Nesterov).
  public func nesterov(
    _ w: FloatSlice, velocity v: FloatSlice, gradient g: FloatSlice, rate: Float, momentum: Float,
    decay: WeightDecay = .none
  ) {
    precondition(g.count >= w.count && v.count >= w.count, "slices too small")
    table.pointee.nesterov(w.base, v.base, g.base, w.count, rate, momentum, decay.shrink)
  }

  /// `m := m + (g - m)(1 - beta1)`, `v := v + (g² - v)(1 - beta2)`,
  /// `w := w - step m / (sqrt(v) + epsilon)`.
  ///
  /// - Parameter greatest: The greatest `v` so far, which stands in for `v` (AMSGrad).
  public func adam(
    _ w: FloatSlice, mean m: FloatSlice, variance v: FloatSlice, greatest: FloatSlice? = nil,
    gradient g: FloatSlice, _ step: AdamStep
  ) {
    let count = w.count
    precondition(m.count >= count && v.count >= count && g.count >= count, "slices too small")
    precondition((greatest?.count ?? count) >= count, "slices too small")
    var arguments = step.arguments
    table.pointee.adam(w.base, m.base, v.base, greatest?.base, g.base, count, &arguments)
  }

  /// `m` and `v` as for Adam, `w := w - ahead / (sqrt(v) correction + epsilon)` with
  /// `ahead = meanStep m + gradientStep g`.
  public func nadam(
    _ w: FloatSlice, mean m: FloatSlice, variance v: FloatSlice, gradient g: FloatSlice,
    _ step: NadamStep
  ) {
    let count = w.count
    precondition(m.count >= count && v.count >= count && g.count >= count, "slices too small")
    var arguments = step.arguments
    table.pointee.nadam(w.base, m.base, v.base, g.base, count, &arguments)
  }

  /// `v := rho v + (1 - rho) g²`, `w := w - rate g / sqrt(v + epsilon)`.
  ///
  /// - Parameters:
  ///   - mean: The running mean of the gradient, whose square is taken from `v` under the root
  ///     (centered); a difference below 0 counts as 0.
  ///   - velocity: `u := momentum u + rate g / sqrt(v + epsilon)`, `w := w - u`.
  ///
  /// Source: Hinton, "Neural Networks for Machine Learning", 2012, lecture 6e; the centered form is
  /// Graves, "Generating Sequences With Recurrent Neural Networks", 2013, equations 38 to 42.
  public func rmsprop(
    _ w: FloatSlice, square v: FloatSlice, mean: FloatSlice? = nil, velocity: FloatSlice? = nil,
    gradient g: FloatSlice, _ step: RMSpropStep
  ) {
    let count = w.count
    precondition(v.count >= count && g.count >= count, "slices too small")
    precondition((mean?.count ?? count) >= count, "slices too small")
    precondition((velocity?.count ?? count) >= count, "slices too small")
    var arguments = step.arguments
    table.pointee.rmsprop(
      w.base, v.base, mean?.base, velocity?.base, g.base, count, &arguments)
  }

  /// `a := a + g²`, `w := w - rate g / sqrt(a + epsilon)`.
  ///
  /// Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and
  /// Stochastic Optimization", 2011, with the diagonal alone.
  public func adagrad(
    _ w: FloatSlice, accumulator a: FloatSlice, gradient g: FloatSlice, rate: Float,
    epsilon: Float, decay: WeightDecay = .none
  ) {
    precondition(g.count >= w.count && a.count >= w.count, "slices too small")
    table.pointee.adagrad(w.base, a.base, g.base, w.count, rate, epsilon, decay.shrink)
  }

  /// `a := rho a + (1 - rho) g²`, `s = sqrt(d + epsilon) g / sqrt(a + epsilon)`,
  /// `d := rho d + (1 - rho) s²`, `w := w - rate s`.
  ///
  /// Source: Zeiler, "ADADELTA: An Adaptive Learning Rate Method", 2012, algorithm 1.
  public func adadelta(
    _ w: FloatSlice, square a: FloatSlice, stepSquare d: FloatSlice, gradient g: FloatSlice,
    _ step: RMSpropStep
  ) {
    let count = w.count
    precondition(a.count >= count && d.count >= count && g.count >= count, "slices too small")
    var arguments = step.arguments
    table.pointee.adadelta(w.base, a.base, d.base, g.base, count, &arguments)
  }

  /// `y = x`, but no farther from 0 than `bound`, which is 0 or more; a NaN stays one.
  public func clip(_ x: FloatSlice, to bound: Float, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.clip(x.base, y.base, x.count, bound)
  }
}
