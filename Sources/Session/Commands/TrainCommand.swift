import Charts
import Datasets
import Language
import Networks
import TensorEngine
import Tuning

/// `train epochs=100 batch=32 optimizer=adam rate=0.01`
enum TrainCommand {
  static let definition = CommandDefinition(
    verb: "train", family: .training, summary: "fits the weights to the training examples",
    forms: [
      "train epochs=100 batch=32 optimizer=adam rate=0.01",
      "train epochs=500 stop=early(patience=20)",
      "train epochs=60 schedule=exponential(rate=0.1, decay=0.5, every=10)",
      "train epochs=100 restarts=5",
    ],
    options: TrainingReader.options + [RestartedTraining.option],
    example: [
      "data circles points=400", "split train=60% validation=20% test=20%", "network",
      "add dense 8 tanh", "add dense 1 sigmoid", "train epochs=20 optimizer=adam rate=0.02",
    ],
    action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    var hand = try execution.network(for: arguments, fitting: data)
    let settings = try TrainingReader.settings(from: arguments, seed: execution.state.seed)
    if let count = try arguments.count("restarts") {
      return try RestartedTraining.run(hand, data, settings, starts: count, &execution, arguments)
    }
    let goal = hand.network.training.epochs + settings.epochs
    let watch = TrainingWatch(execution, arguments.command)
    try watch.check(
      hasValidation: !data.rows(of: .validation).isEmpty, hasAccuracy: data.isClassification)
    let result = try train(
      hand.network, on: data, settings, execution, arguments, goal: goal, watch)
    if let failure = watch.failure { throw failure }
    if case .interrupted(let steps) = result.outcome {
      guard steps > 0 else {
        execution.interruption = "interrupted before the first step: nothing has changed"
        return Document()
      }
      execution.stoppedAtStep = steps
    }
    execution.failedChecks += watch.failedChecks
    var document = watch.document
    document.blocks += try keep(
      result, of: &hand, data, settings, goal: goal, &execution, arguments, endedBy: watch.stopping
    ).blocks
    return document
  }

  /// Makes the trained network the one in hand, and says how the training went.
  ///
  /// - Parameter rule: The rule that ended the training, if one did.
  static func keep(
    _ result: TrainingResult, of hand: inout NetworkInHand, _ data: DataInHand,
    _ settings: TrainingSettings, goal: Int, _ execution: inout Execution, _ arguments: Arguments,
    endedBy rule: TrainingRule? = nil
  ) throws(Diagnostic) -> Document {
    hand.network = result.network
    hand.history.append(result.history)
    hand.settings = settings
    hand.preparation = SavedNetwork.preparation(of: data, for: hand.network)
    execution.state.network = hand
    try record(hand, data, &execution, arguments)
    var document = TrainingText.document(of: result, goal: goal, rule)
    if let control = settings.rateControl, !result.history.records.isEmpty {
      document.blocks.append(.facts(ScheduleText.facts(control, result.history.records)))
    }
    document.blocks += TrainingNotes.blocks(of: hand, after: result, on: data)
    return document
  }

  private static func train(
    _ network: Network, on data: DataInHand, _ settings: TrainingSettings,
    _ execution: Execution, _ arguments: Arguments, goal: Int, _ watch: TrainingWatch
  ) throws(Diagnostic) -> TrainingResult {
    let control = execution.control
    do {
      return try Trainer(
        network: network, examples: data.examples, trainingRows: data.rows(of: .training),
        validationRows: data.rows(of: .validation), settings: settings,
        pool: execution.settings.pool
      ).run(
        control: TrainingControl(
          isInterrupted: control.isInterrupted,
          onEpoch: { record in
            control.report(
              .epoch(
                record.epoch, of: goal, loss: record.loss, validationLoss: record.validationLoss))
          },
          endsAfter: watch.isNeeded ? { watch.ends(after: $0, $1) } : nil))
    } catch {
      throw Wording.diagnostic(for: error, in: arguments, at: arguments.command.range)
    }
  }

  private static func record(
    _ hand: NetworkInHand, _ data: DataInHand,
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    let options = arguments.command.options.map { arguments.shown($0) }
    execution.state.runs.append(
      RunRecord(
        data: data.dataset.name, examples: data.rows(of: .training).count,
        layers: hand.network.summaries.map(\.text),
        options: options.joined(separator: " "),
        training: try execution.evaluation(of: hand.network, on: .training, data, arguments),
        validation: try execution.evaluation(of: hand.network, on: .validation, data, arguments)))
  }
}
