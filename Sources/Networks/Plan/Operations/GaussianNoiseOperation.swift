import TensorEngine

/// Adds normal numbers in training, and passes on all else.
///
/// The numbers of a step are drawn from the stream with the step's number, element by element, so
/// they depend neither on threads nor on other layers. The gradient of the output is that of the
/// input, so both places share one.
struct GaussianNoiseOperation: PlanOperation {
  var input: Place
  var output: Place
  var deviation: Float
  /// The stream of the layer, without the number of the step.
  var stream: RandomStream

  func forwardWork(rows: Int) -> Int { rows * output.width * 300 }

  func backwardWork(rows: Int) -> Int { 0 }

  func forward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    let rows = ThreadPool.range(ofChunk: chunk, of: chunks, count: context.rows)
    let x = context.values(input, rows)
    let y = context.values(output, rows)
    guard context.isTraining else {
      context.kernels.copy(x, into: y)
      return
    }
    context.kernels.normals(
      y, deviation: deviation, stream: stream.numbered(context.step),
      from: UInt64(rows.lowerBound * output.width))
    context.kernels.add(x, to: y)
  }

  func backward(_ context: PlanContext, chunk: Int, of chunks: Int) {}

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .gaussianNoise(place) }
}
