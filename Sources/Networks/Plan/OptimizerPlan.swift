import TensorEngine

/// An optimizer's slots laid out beside the parameters, and its update in one pass over them.
struct OptimizerPlan {
  private let optimizer: Optimizer
  private let parameters: [PlannedParameter]
  /// For each slot, one slice a parameter.
  private let slots: [[FloatSlice]]
  private var steps: Int
  /// Keeps the memory of the slots.
  private let arena: Arena

  /// Goes on from `state` where it belongs to the same kind of optimizer, else from zeros.
  init(
    _ optimizer: Optimizer, for plan: TrainingPlan, continuing state: OptimizerState?
  ) throws(EngineError) {
    self.optimizer = optimizer
    let parameters = plan.parameters.flatMap { $0 }
    self.parameters = parameters
    var layout = Arena.Layout()
    let places = optimizer.slotNames.map { _ in
      parameters.map { layout.floats($0.value.count) }
    }
    let arena = try Arena(layout)
    self.arena = arena
    slots = places.map { $0.map { arena[$0] } }
    guard let state, state.continues(with: optimizer) else {
      steps = 0
      return
    }
    steps = state.steps
    for (slot, tensors) in zip(slots, state.slots) {
      for (slice, tensor) in zip(slot, tensors) where tensor.count == slice.count {
        slice.write(tensor.elements)
      }
    }
  }

  /// Updates every parameter from its gradient.
  mutating func step(_ kernels: Kernels) {
    steps += 1
    switch optimizer {
    case .sgd(let sgd):
      let (rate, momentum) = (Float(sgd.learningRate), Float(sgd.momentum))
      for (index, parameter) in parameters.enumerated() {
        let (w, g) = (parameter.value, parameter.gradient)
        if slots.isEmpty {
          kernels.sgd(w, gradient: g, rate: rate)
        } else if sgd.nesterov {
          kernels.nesterov(w, velocity: slots[0][index], gradient: g, rate: rate, momentum: momentum)
        } else {
          kernels.momentum(w, velocity: slots[0][index], gradient: g, rate: rate, momentum: momentum)
        }
      }
    case .adam(let adam):
      let update = AdamStep(
        learningRate: adam.learningRate, beta1: adam.beta1, beta2: adam.beta2,
        epsilon: adam.epsilon, number: steps)
      for (index, parameter) in parameters.enumerated() {
        kernels.adam(
          parameter.value, mean: slots[0][index], variance: slots[1][index],
          gradient: parameter.gradient, update)
      }
    }
  }

  /// The slots as the network keeps them.
  var state: OptimizerState {
    OptimizerState(
      optimizer: optimizer, steps: steps,
      slots: slots.map { $0.map { Tensor(shape: [$0.count], elements: $0.array) } })
  }
}
