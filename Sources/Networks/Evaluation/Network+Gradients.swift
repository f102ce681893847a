package import TensorEngine

/// The loss of one batch and its derivative by every parameter.
package struct Gradients: Equatable, Sendable {
  /// The loss with its penalty: `dataLoss + penalty`.
  package var loss: Double
  /// The mean of the losses of the batch.
  package var dataLoss: Double
  /// What the loss gains for large weights.
  package var penalty: Double
  /// For each layer, the gradients of its parameters in their order; they include the penalty's.
  /// Zeros for a parameter that training does not change.
  package var layers: [[Tensor]]
}

extension Network {
  /// The gradients of the loss on one batch, without dropout; the network is not changed.
  ///
  /// - Parameters:
  ///   - examples: The examples.
  ///   - rows: The rows of the batch; nil for all.
  ///   - loss: As in ``evaluate(_:rows:loss:settings:penalty:pool:kernels:)``.
  ///   - settings: The settings of the loss; nil for those of the last training where that used
  ///     this loss, class weights and all.
  ///   - penalty: As there.
  ///   - pool: The threads to use.
  ///   - kernels: The kernels to use.
  /// - Throws: As ``evaluate(_:rows:loss:settings:penalty:pool:kernels:)``, and `outOfRange` for a batch
  ///   that does not fit into memory.
  package func gradients(
    _ examples: Examples, rows: [Int32]? = nil, loss: Loss? = nil,
    settings: LossSettings? = nil, penalty: Penalty? = nil, pool: ThreadPool? = nil,
    kernels: Kernels = .selected
  ) throws(NetworkError) -> Gradients {
    let loss = try fittingLoss(loss, on: examples)
    let rows = rows ?? examples.allRows
    guard !rows.isEmpty else { throw .noExamples }
    let plan: Plan
    do throws(EngineError) {
      try RowCheck.check(rows, of: examples)
      try RowCheck.checkTargets(examples, rows: rows, for: loss)
      plan = try Plan(
        self, examples,
        PlanRequest(
          capacity: rows.count, orderCapacity: rows.count, optimizer: nil, hasGradients: true,
          loss: loss, lossSettings: settings ?? lossSettings(for: loss),
          penalty: penalty ?? training.penalty, kernels: kernels, pool: pool))
    } catch { throw .engine(error) }
    plan.setOrder(rows)
    let measure = try examples.withInputRows { source throws(NetworkError) in
      let batch = plan.load(
        plan.gathering(from: source), first: 0, count: rows.count, step: 0, isTraining: false)
      plan.forward(batch)
      let measure = plan.measure(batch)
      plan.backward(batch)
      if plan.isCalledOff { throw .engine(.interrupted) }
      return measure
    }
    let losses = rows.count * (plan.layout.head?.lossesPerRow ?? 1)
    let dataLoss = measure.lossSum / Double(losses)
    let penaltyValue = plan.penalty()
    return Gradients(
      loss: dataLoss + penaltyValue, dataLoss: dataLoss, penalty: penaltyValue,
      layers: plan.readGradients(like: parameters))
  }
}
