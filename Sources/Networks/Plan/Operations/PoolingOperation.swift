import TensorEngine

/// The greatest value or the mean of each window of an image; examples to the threads.
struct PoolingOperation: PlanOperation {
  enum Kind: Sendable {
    case maximum, mean
  }

  var kind: Kind
  var input: Place
  var output: Place
  /// The number of the window.
  var window: Int
  /// Whether the way back goes through the relu before it, too.
  var isRectified = false

  func forwardWork(rows: Int) -> Int { rows * input.width * 10 }

  func backwardWork(rows: Int) -> Int { rows * input.width * 15 }

  func forward(_ context: PlanContext, _ part: Part) {
    let examples = part.rows(of: context.rows)
    let (x, y) = (context.values(input), context.values(output))
    let window = context.windows[window]
    switch kind {
    case .maximum: context.kernels.maxPooling(x, into: y, window, examples: examples)
    case .mean: context.kernels.averagePooling(x, into: y, window, examples: examples)
    }
  }

  func backward(_ context: PlanContext, _ part: Part) {
    guard let inputGradient = input.gradient, let outputGradient = output.gradient else { return }
    let examples = part.rows(of: context.rows)
    let dx = context.slice(inputGradient, context.rows * input.width)
    let dy = context.slice(outputGradient, context.rows * output.width)
    let window = context.windows[window]
    switch kind {
    case .maximum:
      context.kernels.maxPoolingBackward(
        context.values(input), gradient: dy, into: dx, window, examples: examples,
        rectified: isRectified)
    case .mean:
      context.kernels.averagePoolingBackward(gradient: dy, into: dx, window, examples: examples)
    }
  }

  var imageFloats: Int? { input.width + output.width }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .pooling(place) }
}
