import TensorEngine

extension Float {
  /// How far this is from the exact value, in units of the last place that the exact value has
  /// as a float: 0 where both are the same infinity or both NaN, else infinite where only one is.
  func ulps(from exact: Double) -> Double {
    if isNaN || exact.isNaN { return isNaN && exact.isNaN ? 0 : .infinity }
    let rounded = Float(exact)
    if isInfinite || rounded.isInfinite { return self == rounded ? 0 : .infinity }
    return (Double(self) - exact).magnitude / Double(rounded.ulp)
  }
}

extension Double {
  /// The distance to another double in units of its last place.
  func ulps(from other: Double) -> Double {
    if isNaN || other.isNaN { return isNaN && other.isNaN ? 0 : .infinity }
    if isInfinite || other.isInfinite { return self == other ? 0 : .infinity }
    return (self - other).magnitude / other.ulp
  }
}

/// A kernel on one slice, for the tests that look at its values.
func values(
  _ inputs: [Float], path: ProcessorPath = Kernels.selected.path,
  _ body: (Kernels, FloatSlice, FloatSlice) -> Void
) -> [Float] {
  guard let kernels = Kernels.path(path) else { return [] }
  let buffer = Buffer([inputs, inputs])
  body(kernels, buffer.slices[0], buffer.slices[1])
  return buffer.slices[1].array
}
