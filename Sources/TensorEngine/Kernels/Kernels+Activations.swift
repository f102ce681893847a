internal import CKernels

extension Kernels {
  /// `y = exp(x)`, within 1.02 ulp. Results below the normal range are subnormal, not 0.
  public func exponential(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.exponential(x.base, y.base, x.count)
  }

  /// `y = log(x)`, within 1 ulp; minus infinity for 0 and NaN for negative numbers.
  public func logarithm(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.logarithm(x.base, y.base, x.count)
  }

  /// `y = 1 / (1 + exp(-x))`, within 2.5 ulp.
  public func sigmoid(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.sigmoid(x.base, y.base, x.count)
  }

  /// `dx = dy * y * (1 - y)` from the output `y` of a sigmoid.
  public func sigmoidBackward(output y: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= y.count && dx.count >= y.count, "slices too small")
    table.pointee.sigmoid_backward(y.base, dy.base, dx.base, y.count)
  }

  /// `y = tanh(x)`, within 1.5 ulp.
  public func tanh(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.hyperbolic_tangent(x.base, y.base, x.count)
  }

  /// `dx = dy * (1 - y²)` from the output `y` of tanh.
  public func tanhBackward(output y: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= y.count && dx.count >= y.count, "slices too small")
    table.pointee.hyperbolic_tangent_backward(y.base, dy.base, dx.base, y.count)
  }

  /// `y = x > 0 ? x : 0`; NaN becomes 0.
  public func relu(_ x: FloatSlice, into y: FloatSlice) {
    precondition(y.count >= x.count, "result too small")
    table.pointee.rectify(x.base, y.base, x.count)
  }

  /// `dx = y > 0 ? dy : 0` from the output `y` of relu; the derivative at 0 is 0.
  public func reluBackward(output y: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice) {
    precondition(dy.count >= y.count && dx.count >= y.count, "slices too small")
    table.pointee.rectify_backward(y.base, dy.base, dx.base, y.count)
  }

  /// `y = exp(x - max) / sum(exp(x - max))` for each row of `x` `[rows, columns]`.
  public func softmax(_ x: FloatSlice, into y: FloatSlice, rows: Int, columns: Int) {
    precondition(x.count >= rows * columns && y.count >= rows * columns, "slices too small")
    table.pointee.softmax(x.base, y.base, rows, columns)
  }

  /// `dx = y * (dy - sum(y * dy))` for each row, from the output `y` of softmax.
  public func softmaxBackward(
    output y: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice, rows: Int, columns: Int
  ) {
    let count = rows * columns
    precondition(y.count >= count && dy.count >= count && dx.count >= count, "slices too small")
    table.pointee.softmax_backward(y.base, dy.base, dx.base, rows, columns)
  }
}
