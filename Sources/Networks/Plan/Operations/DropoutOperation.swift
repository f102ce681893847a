import TensorEngine

/// Multiplies by a mask of 0 and 1 / (1 - rate) in training, and passes on all else.
///
/// The mask of a step is drawn from the stream with the step's number, element by element, so it
/// depends neither on threads nor on other layers. The gradient is changed in place.
struct DropoutOperation: PlanOperation {
  var input: Place
  var output: Place
  /// Where the mask lies, `[rows, width]`.
  var mask: Int
  var rate: Double
  /// The stream of the layer, without the number of the step.
  var stream: RandomStream

  func forwardWork(rows: Int) -> Int { rows * output.width * 100 }

  func backwardWork(rows: Int) -> Int { rows * output.width * 15 }

  func forward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    let rows = ThreadPool.range(ofChunk: chunk, of: chunks, count: context.rows)
    let x = context.values(input, rows)
    let y = context.values(output, rows)
    guard context.isTraining else {
      context.kernels.copy(x, into: y)
      return
    }
    let first = rows.lowerBound * output.width
    let mask = context.slice(self.mask + first, y.count)
    context.kernels.dropoutMask(
      mask, rate: rate, stream: stream.numbered(context.step), from: UInt64(first))
    context.kernels.multiply(x, mask, into: y)
  }

  func backward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    guard context.isTraining, let gradient = output.gradient else { return }
    let rows = ThreadPool.range(ofChunk: chunk, of: chunks, count: context.rows)
    let first = rows.lowerBound * output.width
    let dy = context.slice(gradient + first, rows.count * output.width)
    context.kernels.multiply(dy, context.slice(mask + first, dy.count), into: dy)
  }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .dropout(place) }
}
