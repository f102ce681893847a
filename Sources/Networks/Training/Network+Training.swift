public import TensorEngine

extension Network {
  /// Trains a copy of the network and gives it back with its history; this one stays as it is.
  ///
  /// Batches follow the stream "shuffle/epoch N", N counting over the network's life, so 50 and
  /// then 50 epochs are the same bits as 100. The loss and accuracy of an epoch are the means over
  /// its batches in training mode, weighted by their rows; validation is measured after each
  /// epoch in inference mode.
  ///
  /// - Parameters:
  ///   - examples: inputs `[N, inputShape]` and their targets.
  ///   - rows: the numbers of the training examples.
  ///   - validationRows: the numbers of the validation examples; may be empty.
  ///   - pool: the threads to use; no bit of the result depends on how many there are.
  /// - Throws: ``NetworkError``; `.engine(.diverged)` as soon as the loss or a parameter is no
  ///   finite number.
  public func trained(
    on examples: Examples, rows: [Int32], validationRows: [Int32], settings: TrainingSettings,
    pool: ThreadPool, control: TrainingControl = TrainingControl()
  ) throws(NetworkError) -> TrainingResult {
    var training = try NetworkTraining(
      self, on: examples, rows: rows, validationRows: validationRows, settings: settings,
      pool: pool, control: control)
    return try training.run()
  }
}

/// One training under way.
struct NetworkTraining {
  private var network: Network
  private let examples: Examples
  private let rows: [Int32]
  private let validationRows: [Int32]
  private let settings: TrainingSettings
  private let control: TrainingControl
  private let plan: TrainingPlan
  private var optimizer: OptimizerPlan
  private let loss: Loss
  private let batchSize: Int
  private let indexArena: Arena
  private let order: IntegerSlice
  private var history = History()
  private var steps = 0
  private var watch: StoppingWatch?
  private var best: (epoch: Int, network: Network)?

  init(
    _ network: Network, on examples: Examples, rows: [Int32], validationRows: [Int32],
    settings: TrainingSettings, pool: ThreadPool, control: TrainingControl
  ) throws(NetworkError) {
    let fit = try network.loss(for: examples, asked: settings.loss)
    guard network.parameterCount > 0 else { throw .noParameters }
    guard !rows.isEmpty else { throw .noTrainingExamples }
    try Self.check(settings, examples, validationRows)
    let penalty = settings.penalty(examples: rows.count)
    batchSize = min(settings.batchSize ?? rows.count, rows.count)
    loss = fit
    var layout = Arena.Layout()
    let place = layout.integers(rows.count)
    do throws(EngineError) {
      try settings.validate()
      plan = try TrainingPlan(
        network, on: examples, batchRows: batchSize, loss: fit, penalty: penalty,
        seed: settings.seed, pool: pool)
      optimizer = try OptimizerPlan(
        settings.optimizer, for: plan, continuing: network.training.optimizer)
      indexArena = try Arena(layout)
    } catch {
      throw .engine(error)
    }
    order = indexArena[place]
    self.network = network
    self.network.training.loss = fit
    self.network.training.penalty = penalty
    self.examples = examples
    self.rows = rows
    self.validationRows = validationRows
    self.settings = settings
    self.control = control
    watch = settings.earlyStopping.map { StoppingWatch($0) }
  }

  private static func check(
    _ settings: TrainingSettings, _ examples: Examples, _ validationRows: [Int32]
  ) throws(NetworkError) {
    guard let monitor = settings.earlyStopping?.monitor else { return }
    if monitor.needsValidation && validationRows.isEmpty { throw .cannotMonitor(monitor) }
    if monitor.needsAccuracy && examples.targets.classes == nil { throw .cannotMonitor(monitor) }
  }

  mutating func run() throws(NetworkError) -> TrainingResult {
    var outcome = TrainingResult.Outcome.finished
    for _ in 0..<settings.epochs {
      guard let record = try runEpoch() else {
        outcome =
          steps == settings.maximumSteps ? .reachedMaximumSteps : .interrupted(steps: steps)
        break
      }
      history.records.append(record)
      control.onEpoch(record)
      if stops(after: record) {
        outcome = .stoppedEarly(epoch: record.epoch)
        break
      }
    }
    return result(outcome)
  }

  /// Runs one epoch; nil if it was cut short.
  private mutating func runEpoch() throws(NetworkError) -> EpochRecord? {
    let epoch = network.training.epochs + 1
    shuffle(epoch: epoch)
    var sums = (loss: 0.0, penalty: 0.0, correct: 0)
    var start = 0
    let isComplete = try examples.withInputRows { source throws(NetworkError) -> Bool in
      while start < rows.count {
        if control.isInterrupted() || steps == settings.maximumSteps { return false }
        let count = min(batchSize, rows.count - start)
        let batch = step(order[start..<start + count], of: source)
        guard batch.loss.isFinite, batch.penalty.isFinite else {
          throw .engine(.diverged(epoch: epoch, step: start / batchSize + 1, what: "the loss"))
        }
        sums.loss += Double(batch.loss)
        sums.penalty += batch.penalty * Double(count)
        sums.correct += batch.correct
        start += count
      }
      return true
    }
    guard isComplete else { return nil }
    network.training.epochs = epoch
    return try record(of: epoch, sums)
  }

  private func shuffle(epoch: Int) {
    let stream = RandomStream(seed: settings.seed, name: "shuffle/epoch \(epoch)")
    for (index, place) in stream.permutation(count: rows.count).enumerated() {
      order[index] = rows[Int(place)]
    }
  }

  /// One step: a batch forward and backward, and an update of all parameters.
  private mutating func step(
    _ batch: IntegerSlice, of source: InputRows
  ) -> (loss: Float, penalty: Double, correct: Int) {
    network.training.steps += 1
    steps += 1
    let number = network.training.steps
    let count = batch.count
    plan.gather(batch, of: source)
    plan.forward(rows: count, step: number)
    let (loss, correct) = plan.loss.evaluate(rows: count, of: count, plan.kernels)
    let penalty = plan.penalty()
    plan.backward(rows: count, step: number)
    plan.addPenaltyGradients()
    optimizer.step(plan.kernels)
    return (loss, penalty, correct)
  }

  private func record(
    of epoch: Int, _ sums: (loss: Double, penalty: Double, correct: Int)
  ) throws(NetworkError) -> EpochRecord {
    let count = Double(rows.count)
    let validation =
      validationRows.isEmpty ? nil : plan.evaluation(of: validationRows, in: examples)
    guard plan.isFinite, validation?.loss.isFinite ?? true else {
      throw .engine(
        .diverged(
          epoch: epoch, step: (rows.count + batchSize - 1) / batchSize, what: "a weight"))
    }
    return EpochRecord(
      epoch: epoch, step: network.training.steps, dataLoss: sums.loss / count,
      penalty: sums.penalty / count,
      accuracy: plan.loss.isClassification ? Double(sums.correct) / count : nil,
      validation: validation, learningRate: settings.optimizer.learningRate)
  }

  /// Whether early stopping ends the training here; remembers the best epoch.
  private mutating func stops(after record: EpochRecord) -> Bool {
    guard let rule = settings.earlyStopping, let value = rule.monitor.value(of: record),
      let verdict = watch?.take(value)
    else { return false }
    if verdict.isBest && rule.restoresBest {
      var copy = network
      plan.read(into: &copy)
      best = (record.epoch, copy)
    }
    return verdict.stops
  }

  private func result(_ outcome: TrainingResult.Outcome) -> TrainingResult {
    var trained = network
    if steps > 0 { plan.read(into: &trained) }
    trained.training.optimizer = optimizer.state
    var restoredEpoch: Int?
    if let best, best.epoch != history.last?.epoch {
      trained.parameters = best.network.parameters
      restoredEpoch = best.epoch
    }
    return TrainingResult(
      network: trained, history: history, outcome: outcome, restoredEpoch: restoredEpoch,
      steps: steps)
  }
}
