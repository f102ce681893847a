internal import CKernels

/// Full reductions: element `i` is added to lane `i mod 64`, and the lanes are folded
/// 64, 32, 16, 8, 4, 2, 1. An empty slice gives +0.
extension Kernels {
  /// The sum of the elements.
  public func sum(_ x: FloatSlice) -> Float {
    table.pointee.sum(x.base, x.count)
  }

  /// The sum of the squares, each added by a fused multiply-add.
  public func sumOfSquares(_ x: FloatSlice) -> Float {
    table.pointee.sum_of_squares(x.base, x.count)
  }

  /// The sum of the magnitudes.
  public func sumOfMagnitudes(_ x: FloatSlice) -> Float {
    table.pointee.sum_of_magnitudes(x.base, x.count)
  }

  /// The sum of the products, each added by a fused multiply-add.
  public func dotProduct(_ x: FloatSlice, _ y: FloatSlice) -> Float {
    precondition(y.count >= x.count, "slices too small")
    return table.pointee.dot_product(x.base, y.base, x.count)
  }
}
