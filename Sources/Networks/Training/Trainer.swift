public import TensorEngine

/// One training run: a network, examples, and what to do with them.
///
/// The batches of epoch N over the network's life are the training rows in the order of the
/// stream "shuffle/epoch N"; the last batch may be short. A run leaves its own network alone and
/// returns another, so a run that fails has changed nothing. Two runs of 50 epochs give the bits
/// of one run of 100. A run that goes on with an ``UnfinishedRun`` gives the bits of the one that
/// was never broken off, early stopping and all.
public struct Trainer: Sendable {
  /// The network to begin with; a run leaves it as it is.
  public var network: Network
  /// The examples that the rows are rows of, inputs and targets.
  public var examples: Examples
  /// The rows of the examples to train on.
  public var trainingRows: [Int32]
  /// The rows to evaluate after each epoch; may be empty.
  public var validationRows: [Int32]
  /// What the run is told; ``run(control:)`` checks it before the first step.
  public var settings: TrainingSettings
  /// The run that this one goes on with, under the same settings; nil for one of its own.
  public var unfinished: UnfinishedRun?
  /// The threads to use; nil for the calling one alone. The result is the same with any number.
  public var pool: ThreadPool?
  /// The set of loops to compute with; every set gives the same bits.
  public var kernels: Kernels

  /// Puts a run together; nothing is checked or reserved before ``run(control:)``.
  public init(
    network: Network, examples: Examples, trainingRows: [Int32], validationRows: [Int32] = [],
    settings: TrainingSettings, unfinished: UnfinishedRun? = nil, pool: ThreadPool? = nil,
    kernels: Kernels = .selected
  ) {
    self.network = network
    self.examples = examples
    self.trainingRows = trainingRows
    self.validationRows = validationRows
    self.settings = settings
    self.unfinished = unfinished
    self.pool = pool
    self.kernels = kernels
  }

  /// Trains.
  ///
  /// - Parameter control: Watches the run and may stop it between two steps. A step of much work
  ///   that the pool calls off is not taken, and ends the run too.
  /// - Returns: The trained network, the epochs, and how the run ended.
  /// - Throws: Before the first step: `engine` for settings, rows or inputs out of range,
  ///   `noLayers`, `noParameters`, `allFrozen`, `noExamples`, `outputMismatch`,
  ///   `cannotMonitor`, `cannotAimAt`, `cannotWaitFor`, `otherExamples`. Later:
  ///   `engine(.diverged)` as soon as a loss or a weight is no finite number, with the epoch
  ///   and the step over the network's life.
  public func run(control: TrainingControl = TrainingControl()) throws(NetworkError)
    -> TrainingResult
  {
    let loss = try check()
    let lossSettings = try lossSettings(of: loss)
    var trainer = self
    trainer.pool = control.pool ?? pool
    return try examples.withInputRows { source throws(NetworkError) in
      var run = try TrainingRun(trainer, loss: loss, lossSettings, source: source)
      return try run.train(control)
    }
  }

  /// Everything that can be refused before the first step.
  func check() throws(NetworkError) -> Loss {
    do throws(EngineError) {
      try settings.validate()
      try RowCheck.check(trainingRows, of: examples)
      try RowCheck.check(validationRows, of: examples)
    } catch { throw .engine(error) }
    let loss = try OutputFit.loss(settings.loss, of: network, on: TargetForm(examples.targets))
    guard network.trainableParameterCount > 0 else {
      throw network.parameters.contains { $0.isFrozen } ? .allFrozen : .noParameters
    }
    guard !trainingRows.isEmpty else { throw .noExamples }
    try checkCallbacks()
    do throws(EngineError) {
      try RowCheck.checkTargets(examples, rows: trainingRows, for: loss)
      try RowCheck.checkTargets(examples, rows: validationRows, for: loss)
    } catch { throw .engine(error) }
    return loss
  }

  private func checkCallbacks() throws(NetworkError) {
    if let monitor = settings.earlyStopping?.monitor, !measures(monitor) {
      throw .cannotMonitor(monitor)
    }
    for bound in settings.targets.flatMap(\.bounds) where !measures(bound.monitor) {
      throw .cannotAimAt(bound.monitor)
    }
    if case .plateau(let rule) = settings.rateControl, !measures(rule.monitor) {
      throw .cannotWaitFor(rule.monitor)
    }
    guard let unfinished else { return }
    guard unfinished.examples == trainingRows.count else {
      throw .otherExamples(expected: unfinished.examples, actual: trainingRows.count)
    }
    guard unfinished.fits(network) else {
      throw .engine(.misfit(what: "unfinished run", .ofAnotherNetwork))
    }
  }

  /// The settings of the loss for the training rows.
  func lossSettings(of loss: Loss) throws(NetworkError) -> LossSettings {
    do throws(EngineError) {
      let smoothing = settings.labelSmoothing
      guard smoothing == 0 || loss.givesProbabilities else {
        throw .misfit(
          what: "label_smoothing",
          .belongsElsewhere(
            owners: Loss.allCases.filter(\.givesProbabilities).map(\.rawValue),
            other: loss.rawValue))
      }
      return LossSettings(
        labelSmoothing: smoothing,
        classWeights: try settings.classWeights?.resolved(
          for: examples.targets, rows: trainingRows))
    } catch { throw .engine(error) }
  }

  /// Whether an epoch of this training has the quantity.
  public func measures(_ monitor: Monitor) -> Bool {
    if monitor.needsValidation, validationRows.isEmpty { return false }
    if monitor.needsAccuracy, case .values = examples.targets { return false }
    return true
  }
}
