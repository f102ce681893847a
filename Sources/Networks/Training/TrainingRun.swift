import TensorEngine

/// A training run under way: the plan and what has been counted so far.
struct TrainingRun {
  let trainer: Trainer
  let settings: TrainingSettings
  let loss: Loss
  let lossSettings: LossSettings
  let penalty: Penalty
  let plan: Plan
  let gather: GatherOperation
  private let inferenceRun: InferenceRun?
  /// Whether the evaluation of the validation examples may be called off, and the last step of its
  /// epoch with it.
  private let isEvaluationLong: Bool
  private let batchSize: Int
  private let isClassification: Bool
  private let clipping: GradientClipping?

  var state: TrainingState
  var updates: UpdateSequence
  var course: RateCourse
  /// The rate of the last step.
  private var lastRate = 0.0
  /// The epochs of this run.
  private var epochs: Int
  /// The steps of this run.
  var steps: Int
  var history = History()
  private var watch: StoppingWatch?
  var best: UnfinishedRun.BestEpoch?

  /// - Parameter capacity: The most rows of a batch of which each step is looked at; nil for a run
  ///   of the settings' batches.
  init(
    _ trainer: Trainer, loss: Loss, _ lossSettings: LossSettings, source: InputRows,
    capacity: Int? = nil
  ) throws(NetworkError) {
    self.trainer = trainer
    self.loss = loss
    self.lossSettings = lossSettings
    settings = trainer.settings
    state = trainer.network.training
    let count = trainer.trainingRows.count
    penalty = settings.penalty(examples: count)
    clipping = settings.clipping
    batchSize = capacity ?? min(settings.batchSize ?? count, count)
    course = RateCourse(
      settings.rateControl, base: settings.optimizer.learningRate, after: state.plateau)
    var earlier = state.optimizer
    if let slots = earlier, !slots.continues(with: settings.optimizer) { earlier = nil }
    updates = UpdateSequence(
      settings.optimizer, weightDecay: settings.decay, after: earlier?.steps ?? 0)
    epochs = trainer.unfinished?.epochs ?? 0
    steps = trainer.unfinished?.steps ?? 0
    watch = settings.earlyStopping.map { _ in trainer.unfinished?.watch ?? StoppingWatch() }
    best = trainer.unfinished?.best
    if case .classes = trainer.examples.targets {
      isClassification = true
    } else {
      isClassification = false
    }
    (plan, inferenceRun) = try Self.plans(
      for: trainer, loss: loss, lossSettings, penalty, batchSize: batchSize,
      keepsGradients: settings.clipping != nil || capacity != nil)
    isEvaluationLong = inferenceRun != nil && plan.layout.isLong(rows: trainer.validationRows.count)
    gather = plan.gathering(from: source)
    if let earlier {
      for (slot, tensors) in earlier.slots.enumerated() { plan.writeSlot(slot, tensors) }
    } else {
      plan.fillSlots(with: settings.optimizer.rule.slotStart)
    }
  }

  /// The plan of the steps, and what evaluates the validation examples.
  private static func plans(
    for trainer: Trainer, loss: Loss, _ lossSettings: LossSettings, _ penalty: Penalty,
    batchSize: Int, keepsGradients: Bool
  ) throws(NetworkError) -> (Plan, InferenceRun?) {
    let settings = trainer.settings
    let request = PlanRequest(
      capacity: batchSize, orderCapacity: max(trainer.trainingRows.count, batchSize),
      optimizer: settings.optimizer, hasGradients: true, loss: loss, lossSettings: lossSettings,
      maxNorm: settings.maxNorm, isProximal: settings.isProximal, penalty: penalty,
      seed: settings.seed, kernels: trainer.kernels,
      pool: trainer.pool, keepsGradients: keepsGradients)
    do throws(EngineError) {
      let plan = try Plan(trainer.network, trainer.examples, request)
      guard !trainer.validationRows.isEmpty else { return (plan, nil) }
      let isLong = plan.layout.isLong(rows: trainer.validationRows.count)
      let inferenceRun = try InferenceRun(
        trainer.network, trainer.examples, rows: trainer.validationRows, loss: loss,
        settings: lossSettings.unweighted, penalty: penalty, kernels: trainer.kernels,
        pool: isLong ? trainer.pool : trainer.pool?.keeping)
      return (plan, inferenceRun)
    } catch { throw .engine(error) }
  }

  /// Trains epoch after epoch.
  mutating func train(_ control: TrainingControl) throws(NetworkError) -> TrainingResult {
    var end = trainer.unfinished?.end
    while end == nil, epochs < settings.epochs {
      var sums = EpochSums()
      var retreat: Retreat?
      if let outcome = try trainEpoch(&sums, &retreat, control) { return try result(outcome) }
      guard let record = try finishEpoch(sums, &retreat) else {
        return try result(.interrupted(steps: steps))
      }
      control.onEpoch(record)
      end = self.end(after: record, control)
      if let keeps = control.keeps, !keeps(record, { moment(end) }) { end = end ?? .ended }
    }
    switch end {
    case nil: return try result(.finished)
    case .stoppedEarly: return try result(.stoppedEarly(epoch: state.epochs))
    case .reachedTarget: return try result(.reachedTarget(epoch: state.epochs))
    case .ended: return try result(.ended(epoch: state.epochs))
    }
  }

  /// Whether the run is over after an epoch, and why: a target goes before early stopping, and
  /// both go before whoever is asked.
  private mutating func end(
    after record: EpochRecord, _ control: TrainingControl
  ) -> UnfinishedRun.End? {
    let stops = stops(after: record)
    let isEnded = control.endsAfter.map { $0(record, network()) } ?? false
    if settings.targets.contains(where: { $0.isReached(by: record) }) { return .reachedTarget }
    if stops { return .stoppedEarly }
    return isEnded ? .ended : nil
  }

  /// The run as it is after an epoch, as values.
  private func moment(_ end: UnfinishedRun.End?) -> TrainingControl.Moment {
    TrainingControl.Moment(
      network: network(),
      run: UnfinishedRun(
        epochs: epochs, steps: steps, examples: trainer.trainingRows.count, watch: watch,
        best: best, end: end))
  }

  /// Takes the steps of one epoch; returns an outcome where the run ends before the last one.
  ///
  /// - Parameter retreat: The run before the last step, where what follows that may be called off.
  private mutating func trainEpoch(
    _ sums: inout EpochSums, _ retreat: inout Retreat?, _ control: TrainingControl
  ) throws(NetworkError) -> TrainingResult.Ending? {
    shuffle()
    let count = trainer.trainingRows.count
    course.beginEpoch(
      after: state.epochs, steps: state.steps, count: (count + batchSize - 1) / batchSize)
    let isInterrupted = control.isInterrupted
    var first = 0
    var number = 0
    while first < count {
      if let limit = settings.maximumSteps, steps >= limit { return .reachedMaximumSteps }
      if isInterrupted() { return .interrupted(steps: steps) }
      if let looks = control.looks { looks { network() } }
      let rows = min(batchSize, count - first)
      if isEvaluationLong, first + rows == count { retreat = Retreat(self) }
      let rate = course.rate(ofStep: number)
      let isTaken =
        plan.isLong
        ? try longStep(first: first, rows: rows, rate: rate, &sums)
        : try step(first: first, rows: rows, rate: rate, &sums)
      guard isTaken else { return .interrupted(steps: steps) }
      first += rows
      number += 1
    }
    return nil
  }

  /// One step of a plan of much work; where it was called off, nothing is changed.
  @inline(never)
  private mutating func longStep(
    first: Int, rows: Int, rate: Double, _ sums: inout EpochSums
  ) throws(NetworkError) -> Bool {
    let statistics = plan.statistics.array
    let isTaken = try step(first: first, rows: rows, rate: rate, &sums)
    if !isTaken { plan.statistics.write(statistics) }
    return isTaken
  }

  /// One step: a batch forward, its loss, backward, and the update.
  ///
  /// - Returns: False where it was called off before it changed what is trained.
  @inline(__always)
  private mutating func step(
    first: Int, rows: Int, rate: Double, _ sums: inout EpochSums
  ) throws(NetworkError) -> Bool {
    let number = state.steps + 1
    let batch: PlanContext
    if plan.hasOwners {
      batch = plan.ownersForward(gather, first: first, count: rows, step: number)
    } else {
      batch = plan.load(gather, first: first, count: rows, step: number, isTraining: true)
      plan.forwardToScores(batch)
      if plan.isCalledOff { return false }
    }
    let measure = plan.measure(batch)
    let penalty = plan.penalty()
    guard (measure.lossSum + penalty).isFinite else {
      throw diverged("loss", epoch: state.epochs + 1, step: number)
    }
    if plan.hasOwners {
      plan.ownersBackward(batch, gather, updates.next(rate: rate), rate: rate)
      countStep(rate: rate)
    } else {
      plan.backward(batch)
      if plan.isCalledOff { return false }
      update(batch, rate: rate)
    }
    sums.add(measure, penalty: penalty, rows: rows)
    return true
  }

  /// Changes the parameters by the gradients of the batch.
  @inline(__always)
  mutating func update(_ batch: PlanContext, rate: Double) {
    if let clipping { plan.clip(batch, clipping) }
    plan.update(batch, updates.next(rate: rate), rate: rate)
    countStep(rate: rate)
  }

  @inline(__always)
  private mutating func countStep(rate: Double) {
    lastRate = rate
    steps += 1
    state.steps += 1
  }

  private func shuffle() {
    plan.setOrder(trainer.trainingRows)
    RandomStream(seed: settings.seed, name: "shuffle/epoch ").numbered(state.epochs + 1)
      .shuffle(plan.order(trainer.trainingRows.count))
  }

  /// Ends an epoch; nil where its evaluation was called off, and the run is as it was before the
  /// last step of the epoch: who stops there by the number of steps gets the same run.
  private mutating func finishEpoch(
    _ sums: EpochSums, _ retreat: inout Retreat?
  ) throws(NetworkError) -> EpochRecord? {
    do throws(NetworkError) {
      let record = try finishEpoch(sums)
      retreat = nil
      return record
    } catch {
      guard let retreat, error == .engine(.interrupted) else { throw error }
      self = retreat.taken()
      return nil
    }
  }

  /// Counts the epoch, and evaluates the validation examples.
  ///
  /// - Throws: `engine(.diverged)`, or `engine(.interrupted)` where the evaluation was called off.
  mutating func finishEpoch(_ sums: EpochSums) throws(NetworkError) -> EpochRecord {
    // A relu turns NaN into 0, so a loss can look finite over weights that are not.
    guard plan.isFinite else {
      throw diverged("weights", epoch: state.epochs + 1, step: state.steps)
    }
    var validation: Evaluation?
    if let inferenceRun {
      inferenceRun.takeParameters(from: plan)
      let evaluation: Evaluation
      do { evaluation = try inferenceRun.evaluate() } catch { throw .engine(error) }
      guard evaluation.loss.isFinite else {
        throw diverged("validation loss", epoch: state.epochs + 1, step: state.steps)
      }
      validation = evaluation
    }
    state.epochs += 1
    epochs += 1
    let lossesPerRow = plan.layout.head?.lossesPerRow ?? 1
    let record = EpochRecord(
      epoch: state.epochs, step: state.steps, dataLoss: sums.dataLoss(perRow: lossesPerRow),
      penalty: sums.meanPenalty, accuracy: isClassification ? sums.accuracy : nil,
      validation: validation, learningRate: lastRate)
    course.endEpoch(record)
    history.records.append(record)
    return record
  }

  /// Asks early stopping, and keeps the parameters of the best epoch.
  private mutating func stops(after record: EpochRecord) -> Bool {
    guard let rule = settings.earlyStopping, let value = rule.monitor.value(of: record),
      let verdict = watch?.take(value, under: rule)
    else { return false }
    if verdict.isBest && rule.restoresBest {
      best = UnfinishedRun.BestEpoch(
        epoch: record.epoch, parameters: plan.readTensors(like: trainer.network.parameters))
    }
    return verdict.stops
  }

  func diverged(_ what: String, epoch: Int, step: Int) -> NetworkError {
    .engine(.diverged(epoch: epoch, step: step, what: what))
  }
}
