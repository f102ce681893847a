internal import CKernels

/// Convolutions and pooling over images `[N, height, width, channels]`. Where a range of examples
/// is given, only these are computed, with the bits that they have among all; slices hold all.
extension Kernels {
  /// Convolves images with a kernel: each output is one chain of fused multiply-adds over the
  /// window's rows, columns and channels ascending, from the bias or +0.
  ///
  /// - Parameters:
  ///   - x: the images.
  ///   - kernel: the weights, `[windowHeight, windowWidth, channels, filters]`.
  ///   - bias: one number a filter; nil for none.
  ///   - y: the outputs.
  ///   - window: the geometry.
  ///   - examples: which examples to compute.
  ///   - rectified: whether outputs that are not above 0 become 0.
  ///   - scratch: ``ImageWindow/scratchCount`` floats that nobody else uses meanwhile.
  public func convolution(
    _ x: FloatSlice, kernel: FloatSlice, bias: FloatSlice?, into y: FloatSlice,
    _ window: ImageWindow, examples: Range<Int>, rectified: Bool = false, scratch: FloatSlice
  ) {
    check(window, x, y, examples)
    precondition(kernel.count >= window.kernelCount, "kernel too small")
    precondition((bias?.count ?? window.filters) >= window.filters, "bias too small")
    var arguments = window.arguments
    table.pointee.convolution(
      &arguments, x.base, kernel.base, bias.map { UnsafePointer($0.base) }, y.base,
      examples.lowerBound, examples.upperBound, rectified ? 1 : 0, scratch.base)
  }

  /// The gradient of a convolution by its images: one chain over the outputs that look at a
  /// value, their rows, columns and filters ascending.
  public func convolutionByInput(
    gradient dy: FloatSlice, kernel: FloatSlice, into dx: FloatSlice, _ window: ImageWindow,
    examples: Range<Int>, scratch: FloatSlice
  ) {
    check(window, dx, dy, examples)
    precondition(kernel.count >= window.kernelCount, "kernel too small")
    var arguments = window.arguments
    table.pointee.convolution_by_input(
      &arguments, dy.base, kernel.base, dx.base, examples.lowerBound, examples.upperBound,
      scratch.base)
  }

  /// The gradient of a convolution by its kernel: one chain over all outputs of a filter, the
  /// examples, rows and columns ascending; and by its bias, the sum of the gradients in this order.
  ///
  /// - Parameters:
  ///   - x: the images.
  ///   - dy: the gradient by the outputs.
  ///   - dkernel: the gradient by the kernel.
  ///   - dbias: the gradient by the bias; nil where it is not wanted.
  ///   - window: the geometry.
  ///   - examples: how many examples there are.
  ///   - rows: which rows of the kernel, seen as `[kernelRows, filters]`, to compute.
  ///   - scratch: ``ImageWindow/scratchCount`` floats that nobody else uses meanwhile.
  public func convolutionByKernel(
    _ x: FloatSlice, gradient dy: FloatSlice, into dkernel: FloatSlice,
    bias dbias: FloatSlice? = nil, _ window: ImageWindow, examples: Int, rows: Range<Int>,
    scratch: FloatSlice
  ) {
    check(window, x, dy, 0..<examples)
    precondition(dkernel.count >= window.kernelCount, "kernel too small")
    precondition((dbias?.count ?? window.filters) >= window.filters, "bias too small")
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= window.kernelRows, "rows outside the kernel")
    var arguments = window.arguments
    table.pointee.convolution_by_kernel(
      &arguments, x.base, dy.base, dkernel.base, dbias?.base, examples, rows.lowerBound,
      rows.upperBound,
      scratch.base)
  }

  /// The greatest value of each window and channel; the first of several.
  public func maxPooling(
    _ x: FloatSlice, into y: FloatSlice, _ window: ImageWindow, examples: Range<Int>
  ) {
    check(window, x, y, examples)
    var arguments = window.arguments
    table.pointee.max_pooling(
      &arguments, x.base, y.base, examples.lowerBound, examples.upperBound)
  }

  /// Sends each gradient to the value that was the greatest of its window, and adds up what
  /// overlapping windows send.
  ///
  /// - Parameter rectified: whether nothing is sent to values that are not above 0.
  public func maxPoolingBackward(
    _ x: FloatSlice, gradient dy: FloatSlice, into dx: FloatSlice, _ window: ImageWindow,
    examples: Range<Int>, rectified: Bool = false
  ) {
    check(window, x, dy, examples)
    check(window, dx, dy, examples)
    var arguments = window.arguments
    table.pointee.max_pooling_backward(
      &arguments, x.base, dy.base, dx.base, examples.lowerBound, examples.upperBound,
      rectified ? 1 : 0)
  }

  /// The mean of the values of each window and channel that lie in the image.
  public func averagePooling(
    _ x: FloatSlice, into y: FloatSlice, _ window: ImageWindow, examples: Range<Int>
  ) {
    check(window, x, y, examples)
    var arguments = window.arguments
    table.pointee.average_pooling(
      &arguments, x.base, y.base, examples.lowerBound, examples.upperBound)
  }

  /// Shares each gradient evenly among the values of its window, and adds up what overlapping
  /// windows send.
  public func averagePoolingBackward(
    gradient dy: FloatSlice, into dx: FloatSlice, _ window: ImageWindow, examples: Range<Int>
  ) {
    check(window, dx, dy, examples)
    var arguments = window.arguments
    table.pointee.average_pooling_backward(
      &arguments, dy.base, dx.base, examples.lowerBound, examples.upperBound)
  }

  private func check(
    _ window: ImageWindow, _ x: FloatSlice, _ y: FloatSlice, _ examples: Range<Int>
  ) {
    precondition(examples.lowerBound >= 0, "examples begin with 0")
    precondition(x.count >= examples.upperBound * window.inputCount, "images too small")
    precondition(y.count >= examples.upperBound * window.outputCount, "outputs too small")
  }
}
