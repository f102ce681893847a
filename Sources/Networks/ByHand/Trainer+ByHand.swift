import TensorEngine

extension Trainer {
  /// How many batches an epoch has.
  package var batchCount: Int {
    let count = trainingRows.count
    let size = max(1, min(settings.batchSize ?? count, count))
    return (count + size - 1) / size
  }

  /// A batch of the coming epoch, numbered from 0: the rows that ``run(control:)`` would take.
  ///
  /// - Returns: No rows for a batch that is not there.
  package func batch(_ number: Int) -> [Int32] {
    guard number >= 0, number < batchCount else { return [] }
    let order = EpochOrder.rows(
      trainingRows, epoch: network.training.epochs + 1, seed: settings.seed)
    let size = min(settings.batchSize ?? order.count, order.count)
    return Array(order[number * size..<min(order.count, (number + 1) * size)])
  }

  /// Takes a batch forward, and back where that is asked for; the network stays as it is.
  ///
  /// Random numbers are those of the network's next step, so the same call gives the same masks
  /// until a step is taken.
  ///
  /// - Parameters:
  ///   - rows: The rows of the batch.
  ///   - isTraining: Whether the layers do what they do in training.
  ///   - goesBack: Whether the gradients are wanted.
  /// - Throws: As ``run(control:)`` before its first step; `noExamples` without rows;
  ///   `engine(.diverged)` where the loss is no finite number.
  package func pass(
    rows: [Int32], isTraining: Bool = true, goesBack: Bool = false
  ) throws(NetworkError) -> BatchPass {
    try withRun(of: rows) { run throws(NetworkError) in
      try run.pass(rows, isTraining: isTraining, goesBack: goesBack).pass
    }
  }

  /// Takes a batch forward and back and changes the parameters, as one step of
  /// ``run(control:)`` does.
  ///
  /// - Parameters:
  ///   - rows: The rows of the batch.
  ///   - isTraining: Whether the layers do what they do in training.
  ///   - batch: Which batch of the coming epoch it is, from 0: the last one completes the epoch,
  ///     and a schedule counts from there. Nil for rows of your own choice.
  ///   - sums: What the earlier batches of the epoch left.
  /// - Returns: The changed network, and the epoch if it is complete.
  /// - Throws: As ``pass(rows:isTraining:goesBack:)``, and `engine(.diverged)` where a
  ///   parameter is no finite number afterwards.
  package func step(
    rows: [Int32], isTraining: Bool = true, batch: Int? = nil, after sums: EpochSums = EpochSums()
  ) throws(NetworkError) -> HandStep {
    try withRun(of: rows, evaluates: batch == batchCount - 1) { run throws(NetworkError) in
      try run.step(rows, isTraining: isTraining, batch: batch, after: sums)
    }
  }

  /// - Parameter evaluates: Whether the validation examples are wanted.
  func withRun<Result>(
    of rows: [Int32], evaluates: Bool = false,
    _ body: (inout TrainingRun) throws(NetworkError) -> Result
  ) throws(NetworkError) -> Result {
    guard !rows.isEmpty else { throw .noExamples }
    do throws(EngineError) {
      try pool?.interruption.check()
      try RowCheck.check(rows, of: examples)
    } catch { throw .engine(error) }
    var trainer = self
    trainer.settings.earlyStopping = nil
    trainer.settings.targets = []
    let loss = try trainer.check()
    if !evaluates { trainer.validationRows = [] }
    let lossSettings = try trainer.lossSettings(of: loss)
    do throws(EngineError) {
      try RowCheck.checkTargets(examples, rows: rows, for: loss)
    } catch { throw .engine(error) }
    return try examples.withInputRows { source throws(NetworkError) in
      var run = try TrainingRun(
        trainer, loss: loss, lossSettings, source: source, capacity: rows.count)
      return try body(&run)
    }
  }
}
