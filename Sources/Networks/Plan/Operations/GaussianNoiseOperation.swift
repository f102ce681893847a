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

  func forward(_ context: PlanContext, _ part: Part) {
    part.forEachRun(rows: context.rows, width: output.width) { first, count in
      let x = context.slice(input.values + first, count)
      let y = context.slice(output.values + first, count)
      guard context.isTraining else {
        context.kernels.copy(x, into: y)
        return
      }
      context.kernels.normals(
        y, deviation: deviation, stream: stream.numbered(context.step), from: UInt64(first))
      context.kernels.add(x, to: y)
    }
  }

  func backward(_ context: PlanContext, _ part: Part) {}

  var keepsColumnsApart: Bool { true }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .gaussianNoise(place) }
}
