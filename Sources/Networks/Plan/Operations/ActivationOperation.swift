import TensorEngine

/// An activation, element by element or over the last dimension.
///
/// The output may be the input's own memory where the derivative is made from the output alone.
/// The gradient is changed in place, so both places share one.
struct ActivationOperation: PlanOperation {
  var activation: Activation
  /// The slope of leakyRelu left of 0.
  var slope: Float
  var input: Place
  var output: Place
  /// The length of the last dimension, over which softmax runs.
  var columns: Int
  /// Whether the operation before or behind this one does its way forth along with its own.
  var isForwardFused = false
  /// Whether the operation behind this one does its way back along with its own.
  var isBackwardFused = false

  /// Floating-point operations of a matrix product that take as long as one element.
  private var workOfOne: Int {
    switch activation {
    case .sigmoid: 60
    case .tanh: 80
    case .elu, .selu: 60
    case .swish: 70
    case .softplus: 150
    case .gelu: 100
    case .softmax: 300
    case .relu, .leakyRelu, .linear: 10
    }
  }

  func forwardWork(rows: Int) -> Int { isForwardFused ? 0 : rows * output.width * workOfOne }

  func backwardWork(rows: Int) -> Int {
    isBackwardFused ? 0 : rows * output.width * (activation.needsInput ? workOfOne : 15)
  }

  @inline(__always)
  func forward(_ context: PlanContext, _ part: Part) {
    if isForwardFused { return }
    part.forEachRun(rows: context.rows, width: output.width) { first, count in
      forward(context, context.slice(input.values + first, count), at: first)
    }
  }

  @inline(__always)
  private func forward(_ context: PlanContext, _ x: FloatSlice, at first: Int) {
    let y = context.slice(output.values + first, x.count)
    switch activation {
    case .sigmoid: context.kernels.sigmoid(x, into: y)
    case .tanh: context.kernels.tanh(x, into: y)
    case .relu: context.kernels.relu(x, into: y)
    case .leakyRelu: context.kernels.leakyRelu(x, slope: slope, into: y)
    case .elu: context.kernels.elu(x, into: y)
    case .selu: context.kernels.selu(x, into: y)
    case .gelu: context.kernels.gelu(x, into: y)
    case .swish: context.kernels.swish(x, into: y)
    case .softplus: context.kernels.softplus(x, into: y)
    case .softmax:
      context.kernels.softmax(x, into: y, rows: x.count / max(1, columns), columns: columns)
    case .linear: context.kernels.copy(x, into: y)
    }
  }

  @inline(__always)
  func backward(_ context: PlanContext, _ part: Part) {
    guard let gradient = output.gradient, !isBackwardFused || context.isByLayer else { return }
    part.forEachRun(rows: context.rows, width: output.width) { first, count in
      backward(context, context.slice(gradient + first, count), at: first)
    }
  }

  @inline(__always)
  private func backward(_ context: PlanContext, _ dy: FloatSlice, at first: Int) {
    let x = context.slice(input.values + first, dy.count)
    let y = context.slice(output.values + first, dy.count)
    let kernels = context.kernels
    switch activation {
    case .sigmoid: kernels.sigmoidBackward(output: y, gradient: dy, into: dy)
    case .tanh: kernels.tanhBackward(output: y, gradient: dy, into: dy)
    case .relu: kernels.reluBackward(output: y, gradient: dy, into: dy)
    case .leakyRelu: kernels.leakyReluBackward(y, slope: slope, gradient: dy, into: dy)
    case .elu: kernels.eluBackward(x, gradient: dy, into: dy)
    case .selu: kernels.seluBackward(x, gradient: dy, into: dy)
    case .gelu: kernels.geluBackward(x, gradient: dy, into: dy)
    case .swish: kernels.swishBackward(x, gradient: dy, into: dy)
    case .softplus: kernels.softplusBackward(x, gradient: dy, into: dy)
    case .softmax:
      kernels.softmaxBackward(
        output: y, gradient: dy, into: dy, rows: y.count / max(1, columns), columns: columns)
    case .linear: break
    }
  }

  var imageFloats: Int? { isForwardFused ? 0 : nil }

  var keepsColumnsApart: Bool { activation != .softmax }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .activation(place) }
}
