import TensorEngine

/// Multiplies by a mask of 0 and 1 / (1 - rate) in training, and passes on all else.
///
/// The mask of a step is drawn from the stream with the step's number, element by element, so it
/// depends neither on threads nor on other layers. The gradient is changed in place.
///
/// A relu right before it is done along with it, both ways.
struct DropoutOperation: PlanOperation {
  var input: Place
  var output: Place
  /// Where the mask lies, `[rows, width]`.
  var mask: Int
  var rate: Double
  /// The stream of the layer, without the number of the step.
  var stream: RandomStream
  /// What goes into the relu that made the input, and is done here; nil without one.
  var unrectified: Place?

  func forwardWork(rows: Int) -> Int { rows * output.width * 100 }

  func backwardWork(rows: Int) -> Int { rows * output.width * 15 }

  func forward(_ context: PlanContext, _ part: Part) {
    part.forEachRun(rows: context.rows, width: output.width) { first, count in
      let x = context.slice(input.values + first, count)
      let y = context.slice(output.values + first, count)
      let source = unrectified.map { context.slice($0.values + first, count) }
      guard context.isTraining else {
        if let source { context.kernels.relu(source, into: x) }
        context.kernels.copy(x, into: y)
        return
      }
      context.kernels.dropout(
        source ?? x, rectified: source == nil ? nil : x,
        mask: context.slice(self.mask + first, count), into: y, rate: rate,
        stream: stream.numbered(context.step), from: UInt64(first))
    }
  }

  func backward(_ context: PlanContext, _ part: Part) {
    guard let gradient = output.gradient else { return }
    let isRectified = unrectified != nil && !context.isByLayer
    part.forEachRun(rows: context.rows, width: output.width) { first, count in
      let x = context.slice(input.values + first, count)
      let dy = context.slice(gradient + first, count)
      let mask = context.slice(self.mask + first, count)
      switch (context.isTraining, isRectified) {
      case (true, true):
        context.kernels.dropoutBackward(rectified: x, mask: mask, gradient: dy, into: dy)
      case (true, false): context.kernels.multiply(dy, mask, into: dy)
      case (false, true): context.kernels.reluBackward(output: x, gradient: dy, into: dy)
      case (false, false): break
      }
    }
  }

  var keepsColumnsApart: Bool { true }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .dropout(place) }
}
