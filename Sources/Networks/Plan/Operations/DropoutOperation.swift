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

  func forward(_ context: PlanContext, _ part: Part) {
    part.forEachRun(rows: context.rows, width: output.width) { first, count in
      let x = context.slice(input.values + first, count)
      let y = context.slice(output.values + first, count)
      guard context.isTraining else {
        context.kernels.copy(x, into: y)
        return
      }
      let mask = context.slice(self.mask + first, count)
      context.kernels.dropoutMask(
        mask, rate: rate, stream: stream.numbered(context.step), from: UInt64(first))
      context.kernels.multiply(x, mask, into: y)
    }
  }

  func backward(_ context: PlanContext, _ part: Part) {
    guard context.isTraining, let gradient = output.gradient else { return }
    part.forEachRun(rows: context.rows, width: output.width) { first, count in
      let dy = context.slice(gradient + first, count)
      context.kernels.multiply(dy, context.slice(mask + first, count), into: dy)
    }
  }

  var keepsColumnsApart: Bool { true }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .dropout(place) }
}
