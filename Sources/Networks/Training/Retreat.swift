import TensorEngine

/// A run as it was before a step, to go back to where what follows the step is called off.
struct Retreat {
  private let run: TrainingRun
  private let parameters: [Float]
  private let slots: [[Float]]

  /// Keeps a run as it is.
  init(_ run: TrainingRun) {
    self.run = run
    parameters = run.plan.parameterBlock.array
    slots = run.plan.slots.map(\.array)
  }

  /// The run with the memory of its plan as it was.
  func taken() -> TrainingRun {
    run.plan.parameterBlock.write(parameters)
    for (slot, values) in zip(run.plan.slots, slots) { slot.write(values) }
    return run
  }
}
