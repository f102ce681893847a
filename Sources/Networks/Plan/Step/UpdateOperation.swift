import TensorEngine

/// Changes all parameters by one optimizer step; the slots lie like the parameters.
struct UpdateOperation: Sendable {
  /// Where the parameters, their gradients and up to three slots begin.
  var parameters: Int
  var gradients: Int
  var slots: (first: Int, second: Int, third: Int)
  var count: Int
  /// How many slots there are.
  var slotCount: Int

  init(_ layout: PlanLayout) {
    parameters = layout.parameterStart
    gradients = layout.gradientStart
    let starts = layout.slotStarts + [0, 0, 0]
    slots = (starts[0], starts[1], starts[2])
    count = layout.trainedFloats
    slotCount = layout.slotStarts.count
  }

  /// A step with a root and a division counts as much as 70 floating-point operations.
  var work: Int { count * (slotCount >= 2 ? 70 : 15) }

  @inline(__always)
  func run(_ context: PlanContext, _ update: PreparedUpdate, chunk: Int, of chunks: Int) {
    let range = ThreadPool.range(ofChunk: chunk, of: chunks, count: count)
    let kernels = context.kernels
    let w = context.slice(parameters + range.lowerBound, range.count)
    let g = context.slice(gradients + range.lowerBound, range.count)
    let first = context.slice(slots.first + range.lowerBound, range.count)
    let second = context.slice(slots.second + range.lowerBound, range.count)
    let third = context.slice(slots.third + range.lowerBound, range.count)
    switch update {
    case .sgd(let rate, let decay): kernels.sgd(w, gradient: g, rate: rate, decay: decay)
    case .momentum(let rate, let momentum, let decay):
      kernels.momentum(
        w, velocity: first, gradient: g, rate: rate, momentum: momentum, decay: decay)
    case .nesterov(let rate, let momentum, let decay):
      kernels.nesterov(
        w, velocity: first, gradient: g, rate: rate, momentum: momentum, decay: decay)
    case .adam(let step, let isAMSGrad):
      kernels.adam(
        w, mean: first, variance: second, greatest: isAMSGrad ? third : nil, gradient: g, step)
    case .nadam(let step): kernels.nadam(w, mean: first, variance: second, gradient: g, step)
    case .rmsprop(let step, let isCentered):
      let velocity = isCentered ? third : second
      kernels.rmsprop(
        w, square: first, mean: isCentered ? second : nil,
        velocity: step.momentum == 0 ? nil : velocity, gradient: g, step)
    case .adagrad(let rate, let epsilon, let decay):
      kernels.adagrad(
        w, accumulator: first, gradient: g, rate: rate, epsilon: epsilon, decay: decay)
    case .adadelta(let step):
      kernels.adadelta(w, square: first, stepSquare: second, gradient: g, step)
    }
  }
}
