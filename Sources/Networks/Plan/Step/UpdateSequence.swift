/// The steps of an optimizer in order, each prepared from its number and its rate.
struct UpdateSequence: Sendable {
  let optimizer: Optimizer
  /// The decoupled weight decay d: each step first takes rate · d · w from every parameter.
  let weightDecay: Double
  /// The steps since the slots were as at the start.
  private(set) var steps: Int

  /// Goes on after some steps.
  init(_ optimizer: Optimizer, weightDecay: Double, after steps: Int) {
    self.optimizer = optimizer
    self.weightDecay = weightDecay
    self.steps = steps
  }

  /// The next step, at a rate.
  @inline(__always)
  mutating func next(rate: Double) -> PreparedUpdate {
    steps += 1
    return PreparedUpdate(
      optimizer, at: UpdateMoment(number: steps, rate: rate, weightDecay: weightDecay))
  }
}
