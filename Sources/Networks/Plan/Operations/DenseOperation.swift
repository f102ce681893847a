import TensorEngine

/// The weighted sums of a dense layer.
///
/// N rows, I inputs, O outputs; x `[N, I]`, W `[I, O]`, b `[O]`, y `[N, O]`:
///
///     y  = x · W + b
///     dW = xᵀ · dy        rows of dW to the threads
///     db = Σ over rows of dy
///     dx = dy · Wᵀ        rows of dx to the threads
struct DenseOperation: PlanOperation {
  var input: Place
  var output: Place
  var kernel: ParameterPlace
  var bias: ParameterPlace?

  @inline(__always)
  func forwardWork(rows: Int) -> Int { 2 * rows * input.width * output.width }

  @inline(__always)
  func backwardWork(rows: Int) -> Int {
    forwardWork(rows: rows)
      * ((kernel.gradient == nil ? 0 : 1) + (input.gradient == nil ? 0 : 1))
  }

  @inline(__always)
  func forward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    let product = MatrixProduct(rows: context.rows, columns: output.width, depth: input.width)
    let start: MatrixProduct.Start =
      bias.map { .bias(context.slice($0.values, $0.count)) } ?? .zero
    context.kernels.matrixProduct(
      context.factors(input), context.slice(kernel.values, kernel.count),
      into: context.values(output), product, start: start,
      rows: ThreadPool.range(ofChunk: chunk, of: chunks, count: context.rows))
  }

  @inline(__always)
  func backward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    guard let outputGradient = output.gradient else { return }
    let kernels = context.kernels
    let rows = context.rows
    let dy = context.slice(outputGradient, rows * output.width)
    if let gradient = kernel.gradient {
      kernels.matrixProduct(
        context.values(input), dy, into: context.slice(gradient, kernel.count),
        MatrixProduct(.firstTransposed, rows: input.width, columns: output.width, depth: rows),
        rows: ThreadPool.range(ofChunk: chunk, of: chunks, count: input.width))
    }
    if let bias, let gradient = bias.gradient {
      kernels.columnSums(
        of: dy, into: context.slice(gradient, bias.count), rows: rows,
        columns: output.width,
        columns: ThreadPool.range(ofChunk: chunk, of: chunks, count: output.width))
    }
    guard let inputGradient = input.gradient else { return }
    kernels.matrixProduct(
      dy, context.slice(kernel.values, kernel.count),
      into: context.slice(inputGradient, rows * input.width),
      MatrixProduct(.secondTransposed, rows: rows, columns: input.width, depth: output.width),
      rows: ThreadPool.range(ofChunk: chunk, of: chunks, count: rows))
  }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .dense(place) }
}
