import TensorEngine

/// The numbers of one optimizer step, made once for all parameters.
enum PreparedUpdate: Sendable {
  case sgd(rate: Float)
  case momentum(rate: Float, momentum: Float)
  case nesterov(rate: Float, momentum: Float)
  case adam(AdamStep)

  /// - Parameters:
  ///   - optimizer: The rule and its settings.
  ///   - rate: The rate of this step.
  ///   - number: The number of the step since the slots were zeros, from 1.
  init(_ optimizer: Optimizer, rate: Double, number: Int) {
    switch optimizer {
    case .sgd(let settings):
      let momentum = Float(settings.momentum)
      if settings.momentum == 0 {
        self = .sgd(rate: Float(rate))
      } else if settings.nesterov {
        self = .nesterov(rate: Float(rate), momentum: momentum)
      } else {
        self = .momentum(rate: Float(rate), momentum: momentum)
      }
    case .adam(let settings):
      self = .adam(
        AdamStep(
          learningRate: rate, beta1: settings.beta1, beta2: settings.beta2,
          epsilon: settings.epsilon, number: number))
    }
  }
}

/// Changes all parameters by one optimizer step; the slots lie like the parameters.
struct UpdateOperation: Sendable {
  /// Where the parameters, their gradients and up to two slots begin.
  var parameters: Int
  var gradients: Int
  var slots: (first: Int, second: Int)
  var count: Int
  /// How many slots there are.
  var slotCount: Int

  var work: Int { count * (slotCount == 2 ? 70 : 15) }

  @inline(__always)
  func run(_ context: PlanContext, _ update: PreparedUpdate, chunk: Int, of chunks: Int) {
    let range = ThreadPool.range(ofChunk: chunk, of: chunks, count: count)
    let kernels = context.kernels
    let w = context.slice(parameters + range.lowerBound, range.count)
    let g = context.slice(gradients + range.lowerBound, range.count)
    let first = context.slice(slots.first + range.lowerBound, range.count)
    switch update {
    case .sgd(let rate): kernels.sgd(w, gradient: g, rate: rate)
    case .momentum(let rate, let momentum):
      kernels.momentum(w, velocity: first, gradient: g, rate: rate, momentum: momentum)
    case .nesterov(let rate, let momentum):
      kernels.nesterov(w, velocity: first, gradient: g, rate: rate, momentum: momentum)
    case .adam(let step):
      let second = context.slice(slots.second + range.lowerBound, range.count)
      kernels.adam(w, mean: first, variance: second, gradient: g, step)
    }
  }
}
