import TensorEngine

/// The masks of one step of a training, for the first example of its batch.
package struct MaskedStep: Equatable, Sendable {
  /// The number of the step over the network's life, from 1.
  package let number: Int
  /// The row of the example.
  package let example: Int
  /// For each layer, what each value was multiplied by; nil for a layer that is no dropout.
  package let masks: [[Float]?]
}

extension Trainer {
  /// The masks of the coming steps, which are taken on a copy.
  ///
  /// - Throws: As ``step(rows:isTraining:batch:after:)``.
  package func maskedSteps(_ count: Int) throws(NetworkError) -> [MaskedStep] {
    var trainer = self
    var steps: [MaskedStep] = []
    var number = 0
    var sums = EpochSums()
    for _ in 0..<count {
      let rows = trainer.batch(number)
      let pass = try trainer.pass(rows: rows)
      let masks = pass.masks.map { mask in
        mask.map { Array($0.elements.prefix($0.count / max(1, rows.count))) }
      }
      steps.append(
        MaskedStep(
          number: trainer.network.training.steps + 1, example: Int(rows.first ?? 0), masks: masks))
      let step = try trainer.step(rows: rows, batch: number, after: sums)
      trainer.network = step.network
      sums = step.sums
      number = step.record == nil ? number + 1 : 0
    }
    return steps
  }
}
