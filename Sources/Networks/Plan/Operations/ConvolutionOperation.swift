import TensorEngine

/// The weighted sums of a convolution, over windows that are never copied out of the images.
///
/// N examples, K = kernel height · kernel width · channels, F filters; W `[K, F]`, b `[F]`:
///
///     y  = windows(x) · W + b       examples to the threads
///     dW = windows(x)ᵀ · dy         rows of dW to the threads
///     db = Σ over examples and pixels of dy
///     dx = dy · Wᵀ, overlaps added  examples to the threads
struct ConvolutionOperation: PlanOperation {
  var input: Place
  var output: Place
  var kernel: ParameterPlace
  var bias: ParameterPlace?
  /// The number of the window.
  var window: Int
  /// The weights of a filter.
  var depth: Int
  /// Whether the way forth ends with a relu.
  var isRectified: Bool

  /// Rows of the kernel that keep the arithmetic busy; fewer are not worth a chunk.
  private static let rowsOfChunk = 12

  func forwardWork(rows: Int) -> Int { 2 * rows * output.width * depth }

  func backwardWork(rows: Int) -> Int {
    forwardWork(rows: rows)
      * ((kernel.gradient == nil ? 0 : 1) + (input.gradient == nil ? 0 : 1))
  }

  @inline(__always)
  func forward(_ context: PlanContext, _ part: Part) {
    context.kernels.convolution(
      context.values(input), kernel: context.slice(kernel.values, kernel.count),
      bias: bias.map { context.slice($0.values, $0.count) }, into: context.values(output),
      context.windows[window],
      examples: part.rows(of: context.rows),
      rectified: isRectified, scratch: context.ownScratch)
  }

  func backward(_ context: PlanContext, _ part: Part) {
    guard let outputGradient = output.gradient else { return }
    let window = context.windows[window]
    let rows = context.rows
    let dy = context.slice(outputGradient, rows * output.width)
    let scratch = context.ownScratch
    if let gradient = kernel.gradient {
      let chunks = min(part.count, max(1, window.kernelRows / Self.rowsOfChunk))
      if part.index < chunks {
        context.kernels.convolutionByKernel(
          context.values(input), gradient: dy, into: context.slice(gradient, kernel.count),
          bias: part.index == 0 ? biasGradient(context) : nil, window, examples: rows,
          rows: ThreadPool.range(ofChunk: part.index, of: chunks, count: window.kernelRows),
          scratch: scratch)
      }
    }
    guard let inputGradient = input.gradient else { return }
    context.kernels.convolutionByInput(
      gradient: dy, kernel: context.slice(kernel.values, kernel.count),
      into: context.slice(inputGradient, rows * input.width), window,
      examples: part.rows(of: rows), scratch: scratch)
  }

  @inline(__always)
  private func biasGradient(_ context: PlanContext) -> FloatSlice? {
    guard let bias, let gradient = bias.gradient else { return nil }
    return context.slice(gradient, bias.count)
  }

  var imageFloats: Int? { input.width + output.width }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .convolution(place) }
}
