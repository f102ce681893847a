public import TensorEngine

extension Network {
  /// Evaluates the network on examples, in inference mode.
  ///
  /// - Parameters:
  ///   - examples: The examples.
  ///   - rows: Which of them; nil for all.
  ///   - loss: The loss; nil for that of the last training where it still fits the last layer,
  ///     else for the one that follows from it.
  ///   - settings: The settings of the loss; nil for those of the last training where that used
  ///     this loss, without its class weights.
  ///   - penalty: What the loss gains on top of the layers' own penalties; nil for that of the
  ///     last training.
  ///   - pool: The threads to use.
  ///   - kernels: The kernels to use.
  /// - Throws: `noLayers`, `noExamples`, `outputMismatch`, or `engine` for rows or inputs that
  ///   do not fit, and where the pool's work is called off.
  public func evaluate(
    _ examples: Examples, rows: [Int32]? = nil, loss: Loss? = nil,
    settings: LossSettings? = nil, penalty: Penalty? = nil, pool: ThreadPool? = nil,
    kernels: Kernels = .selected
  ) throws(NetworkError) -> Evaluation {
    let loss = try fittingLoss(loss, on: examples)
    let rows = rows ?? examples.allRows
    guard !rows.isEmpty else { throw .noExamples }
    let inferenceRun = try inferenceRun(
      examples, rows: rows, loss: loss,
      settings: settings ?? lossSettings(for: loss).unweighted,
      penalty: penalty ?? training.penalty, pool: pool, kernels: kernels)
    do { return try inferenceRun.evaluate() } catch { throw .engine(error) }
  }

  /// Whether the outputs can be read as what the targets of these examples are.
  ///
  /// - Throws: `noLayers` or `outputMismatch`.
  public func checkOutputs(fit examples: Examples) throws(NetworkError) {
    _ = try fittingLoss(nil, on: examples)
  }

  /// The loss that was asked for, that of the last training, or the one that follows.
  func fittingLoss(_ asked: Loss?, on examples: Examples) throws(NetworkError) -> Loss {
    let targets = TargetForm(examples.targets)
    if asked == nil, let last = training.loss,
      let fitting = try? OutputFit.loss(last, of: self, on: targets)
    {
      return fitting
    }
    return try OutputFit.loss(asked, of: self, on: targets)
  }

  /// The settings of the last training where it used this loss.
  func lossSettings(for loss: Loss) -> LossSettings {
    training.loss == loss ? training.lossSettings : LossSettings()
  }

  func inferenceRun(
    _ examples: Examples, rows: [Int32], loss: Loss?, settings: LossSettings = LossSettings(),
    penalty: Penalty, pool: ThreadPool?, kernels: Kernels
  ) throws(NetworkError) -> InferenceRun {
    guard !layers.isEmpty else { throw .noLayers }
    do throws(WorkExcess) {
      try WorkAllowance.current.spend(Double(rows.count) * forwardWork)
    } catch { throw .engine(.work(error)) }
    do throws(EngineError) {
      try RowCheck.check(rows, of: examples)
      if let loss { try RowCheck.checkTargets(examples, rows: rows, for: loss) }
      return try InferenceRun(
        self, examples, rows: rows, loss: loss, settings: settings, penalty: penalty,
        kernels: kernels, pool: pool)
    } catch { throw .engine(error) }
  }
}

extension Examples {
  /// The numbers of all rows.
  var allRows: [Int32] { Array(0..<Int32(clamping: count)) }
}
