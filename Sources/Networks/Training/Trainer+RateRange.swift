import TensorEngine

extension Trainer {
  /// Takes steps with a rate that grows, on a copy: the network stays as it is.
  ///
  /// The batches are those of the coming epochs, the optimizer and the penalties those of the
  /// settings; a schedule, early stopping and targets don't count. It ends where the smoothed loss
  /// is 4 times its lowest, both behind the beginning and the lowest not 0, where a loss or a weight
  /// is no finite number, or after the last step.
  ///
  /// - Parameters:
  ///   - isInterrupted: Asked before each step; true ends the test there.
  ///   - onStep: Told after each step how many are done.
  /// - Throws: `engine(.outOfRange)` for a range out of range; as ``run(control:)`` before its first
  ///   step.
  package func rateRange(
    _ range: RateRange, isInterrupted: () -> Bool = { false }, onStep: (Int) -> Void = { _ in }
  ) throws(NetworkError) -> RateRangeResult {
    do throws(EngineError) { try range.validate() } catch { throw .engine(error) }
    var trainer = self
    trainer.settings.rateControl = nil
    trainer.validationRows = []
    guard !trainingRows.isEmpty else { throw .noExamples }
    return try trainer.withRun(of: trainer.batch(0)) { run throws(NetworkError) in
      var result = RateRangeResult(steps: [], end: .finished, beginning: range.beginning)
      var mean = RunningMean(smoothing: RateRange.smoothing)
      var least = Double.infinity
      var order: [Int32] = []
      let size = trainer.batch(0).count
      for step in 0..<range.steps {
        if isInterrupted() { result.end = .interrupted }
        if result.end != .finished { break }
        let (epoch, batch) = step.quotientAndRemainder(dividingBy: trainer.batchCount)
        if batch == 0 {
          order = EpochOrder.rows(
            trainingRows, epoch: network.training.epochs + 1 + epoch, seed: settings.seed)
        }
        let rows = Array(order[batch * size..<min(order.count, (batch + 1) * size)])
        let rate = range.rate(ofStep: step)
        guard let loss = run.step(rows, rate: rate) else {
          result.end = .interrupted
          break
        }
        let smoothed = mean.take(loss)
        result.steps.append(.init(rate: rate, loss: loss, smoothed: smoothed))
        onStep(step + 1)
        if step >= range.beginning {
          least = min(least, smoothed)
          if least > 0, smoothed > RateRange.stopFactor * least { result.end = .rose }
        }
        if !loss.isFinite || !run.plan.isFinite { result.end = .diverged }
      }
      return result
    }
  }
}

/// A mean of which older values count ever less.
private struct RunningMean {
  private let smoothing: Double
  private var sum = 0.0
  private var left = 1.0

  init(smoothing: Double) { self.smoothing = smoothing }

  /// The mean with one value more.
  mutating func take(_ value: Double) -> Double {
    sum = smoothing * sum + (1 - smoothing) * value
    left *= smoothing
    return sum / (1 - left)
  }
}

extension TrainingRun {
  /// One step with a rate of its own.
  ///
  /// - Returns: The loss of the batch before it; where that is no finite number, nothing changes.
  ///   Nil where the step was called off.
  fileprivate mutating func step(_ rows: [Int32], rate: Double) -> Double? {
    plan.setOrder(rows)
    let batch = plan.load(
      gather, first: 0, count: rows.count, step: state.steps + 1, isTraining: true)
    plan.forwardToScores(batch)
    let losses = rows.count * (plan.layout.head?.lossesPerRow ?? 1)
    let loss = plan.measure(batch).lossSum / Double(max(1, losses)) + plan.penalty()
    if plan.isCalledOff { return nil }
    guard loss.isFinite else { return loss }
    plan.backward(batch)
    if plan.isCalledOff { return nil }
    update(batch, rate: rate)
    return loss
  }
}
