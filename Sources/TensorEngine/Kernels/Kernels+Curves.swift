internal import CKernels

/// Activations whose derivative needs their input; only ``leakyRelu(_:slope:into:)`` may have
/// been computed in place.
extension Kernels {
  /// `y = x > 0 ? x : slope * x`.
  public func leakyRelu(_ x: FloatSlice, slope: Float, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.leaky_rectify(x.base, y.base, x.count, slope)
  }

  /// `dx = x > 0 ? dy : slope * dy`, from the input `x` or from the output, which has its signs;
  /// the derivative at 0 is the slope.
  public func leakyReluBackward(
    _ x: FloatSlice, slope: Float, gradient dy: FloatSlice, into dx: FloatSlice
  ) {
    precondition(dy.count >= x.count && dx.count >= x.count, "slices too small")
    table.pointee.leaky_rectify_backward(x.base, dy.base, dx.base, x.count, slope)
  }

  /// `y = x > 0 ? x : exp(x) - 1`, within 1 ulp.
  ///
  /// Source: Clevert, Unterthiner and Hochreiter, 2015, with α = 1.
  public func elu(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.elu(x.base, y.base, x.count)
  }

  /// `dx = dy * (x > 0 ? 1 : exp(x))`, from the input `x`.
  public func eluBackward(_ x: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= x.count && dx.count >= x.count, "slices too small")
    table.pointee.elu_backward(x.base, dy.base, dx.base, x.count)
  }

  /// `y = x > 0 ? 1.0507010 x : 1.7580993 (exp(x) - 1)`, within 2 ulp.
  ///
  /// Source: Klambauer, Unterthiner, Mayr and Hochreiter, 2017, λ and λα.
  public func selu(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.selu(x.base, y.base, x.count)
  }

  /// `dx = dy * (x > 0 ? 1.0507010 : 1.7580993 exp(x))`, from the input `x`.
  public func seluBackward(_ x: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= x.count && dx.count >= x.count, "slices too small")
    table.pointee.selu_backward(x.base, dy.base, dx.base, x.count)
  }

  /// `y = x P(x)` with the standard normal distribution `P(x) = (1 + erf(x / √2)) / 2`, within
  /// 9.5 ulp; below about -13 results are subnormal and then 0.
  ///
  /// Source: Hendrycks and Gimpel, 2016, the exact form.
  public func gelu(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.gelu(x.base, y.base, x.count)
  }

  /// `dx = dy * (P(x) + x p(x))` with the normal density `p(x) = exp(-x²/2) / √(2π)`, from the
  /// input `x`; within 3e-7.
  public func geluBackward(_ x: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= x.count && dx.count >= x.count, "slices too small")
    table.pointee.gelu_backward(x.base, dy.base, dx.base, x.count)
  }

  /// `y = x / (1 + exp(-x))`, within 3.5 ulp above -87.
  ///
  /// Source: Elfwing, Uchibe and Doya, 2017 (SiLU); Ramachandran, Zoph and Le, 2017 (swish).
  public func swish(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.swish(x.base, y.base, x.count)
  }

  /// `dx = dy * (s + x s (1 - s))` with `s = 1 / (1 + exp(-x))`, from the input `x`; within 1e-6.
  public func swishBackward(_ x: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= x.count && dx.count >= x.count, "slices too small")
    table.pointee.swish_backward(x.base, dy.base, dx.base, x.count)
  }

  /// `y = log(1 + exp(x))`, within 2.5 ulp.
  public func softplus(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.softplus(x.base, y.base, x.count)
  }

  /// `dx = dy / (1 + exp(-x))`, from the input `x`.
  public func softplusBackward(_ x: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= x.count && dx.count >= x.count, "slices too small")
    table.pointee.softplus_backward(x.base, dy.base, dx.base, x.count)
  }
}
