import Datasets
package import Language
package import Networks
package import Reports
import TensorEngine
import Tuning
package import Workbench

/// `train epochs=100 batch=32 optimizer=adam rate=0.01`
package enum TrainCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "train", family: .training, summary: "fits the weights to the training examples",
    forms: [
      "train epochs=100 batch=32 optimizer=adam rate=0.01",
      "train epochs=500 stop=early(patience=20)",
      "train epochs=500 stop=target(validation_accuracy=90%)",
      "train epochs=60 schedule=exponential(rate=0.1, decay=0.5, every=10)",
      "train epochs=100 restarts=5",
      "train epochs=100 checkpoint=every(10, run.safetensors)", "train epochs=200 watch=boundary",
      "train again l2=0.003 units=8",
    ],
    words: [RepeatedTraining.word],
    options: TrainingReader.options
      + [
        CheckpointReader.option.definition, RestartedTraining.option.definition,
        WatchedTraining.option.definition, WorkConsent.option.definition,
      ],
    usualOptions: [
      "epochs", "batch", "optimizer", "rate", "schedule", "l2", "stop", "restarts",
    ],
    optionsBehind: [RepeatedTraining.word: RepeatedTraining.variations], touches: .writes,
    example: [
      "data circles points=400", "split train=60% validation=20% test=20%", "network",
      "add dense 8 tanh", "add dense 1 sigmoid", "train epochs=20 optimizer=adam rate=0.02",
    ])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    if RepeatedTraining.isAsked(arguments) {
      return try RepeatedTraining.run(&execution, arguments)
    }
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let memory = KeptSettings(of: hand, for: data, arguments)
    let settings = memory.fitting(
      try TrainingReader.settings(
        from: arguments, seed: execution.state.seed, basedOn: memory.base), arguments)
    try checkProximal(settings, hand.network, arguments)
    let kept = memory.written(in: settings, arguments).map { SettingsText.text(of: $0) }
    let checkpoints = try CheckpointReader.checkpoints(arguments)
    if let count = try arguments.value(of: RestartedTraining.option) {
      if let checkpoint = checkpoints.first {
        throw Diagnostic(
          "a checkpoint is of one network, and restarts trains several", at: checkpoint.range)
      }
      if let watch = arguments.given(WatchedTraining.option) {
        throw Diagnostic(
          "one network is watched, and restarts trains several", at: watch.range)
      }
      return try RestartedTraining.run(
        hand, data, settings, keeping: kept, starts: count, &execution, arguments)
    }
    return try train(hand, on: data, settings, keeping: kept, checkpoints, &execution, arguments)
  }

  /// Refuses a soft threshold by an l1 that nobody asks for.
  private static func checkProximal(
    _ settings: TrainingSettings, _ network: Network, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard settings.isProximal, let option = arguments.given(TrainingSetting.proximal),
      settings.l1 == 0, settings.lambda1 == 0,
      !zip(network.layers, network.summaries).contains(where: { layer, summary in
        layer.parameters(for: summary.inputShape).contains { $0.l1 != 0 }
      })
    else { return }
    throw Diagnostic(
      "proximal=yes is a way to take l1, and there is no l1", at: option.range,
      hints: ["l1=0.001 proximal=yes"])
  }

  /// Trains the network in hand, in a run of its own or in one that was broken off.
  package static func train(
    _ start: NetworkInHand, on data: DataInHand, _ settings: TrainingSettings,
    goingOnWith unfinished: UnfinishedRun? = nil, keeping kept: [String] = [],
    _ checkpoints: [Checkpoint],
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    var hand = start
    hand.learn(from: data)
    let goal = hand.network.training.epochs + settings.epochs - (unfinished?.epochs ?? 0)
    let watch = TrainingWatch(execution, arguments.command, settings)
    try watch.check(
      hasValidation: !data.rows(of: .validation).isEmpty, hasAccuracy: data.isClassification)
    let keeper = CheckpointKeeper(checkpoints, execution, hand, settings, after: unfinished)
    let trainer = Trainer(
      network: hand.network, examples: data.examples, trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: settings,
      unfinished: unfinished, pool: execution.settings.pool)
    try keeper.check(trainer)
    let plan = plan(of: trainer, after: unfinished)
    try execution.require(plan, arguments)
    execution.control.report(.effort(seconds: plan.nominalSeconds))
    let watched = try WatchedTraining.asked(of: hand, on: data, settings, execution, arguments)
    let isAlone = unfinished == nil && watched == nil && !watch.isNeeded && !keeper.isNeeded
    let result = try result(
      of: trainer, isAlone ? recall(of: trainer, execution) : nil
    ) { () throws(Diagnostic) in
      try run(
        trainer, execution, arguments, upTo: hand.network.training.epochs + plan.epochs, watch,
        keeper, watched)
    }
    execution.keepResult()
    let control = execution.control
    return try control.keeping { () throws(Diagnostic) in
      try report(
        result, settings, after: unfinished, keeping: kept, goal: goal, watch, keeper, of: &hand,
        on: data, &execution, arguments)
    }
  }

  /// Who knows a training from an earlier session, and keeps it for a later one: all that is kept of a
  /// cell fits the most that is kept of one training.
  private static func recall(of trainer: Trainer, _ execution: Execution) -> TrainingRecall? {
    let (bytes, isTooMuch) = trainer.network.parameterCount.multipliedReportingOverflow(
      by: 16 * min(execution.consents.fits, mostKept + 1))
    guard !isTooMuch, bytes <= KeptTraining.mostBytes, execution.consents.fits <= mostKept else {
      return nil
    }
    return execution.settings.recall
  }

  /// The most trainings of a cell that are kept for a later session.
  private static let mostKept = 20

  /// What a training comes to, as it is known or as it runs.
  private static func result(
    of trainer: Trainer, _ recall: TrainingRecall?,
    _ run: () throws(Diagnostic) -> TrainingResult
  ) throws(Diagnostic) -> TrainingResult {
    if let known = recall?.next(of: trainer.network) { return known }
    let result = try run()
    recall?.keep(result)
    return result
  }

  /// What is left to do of a training, and what it is measured by when it is over.
  private static func plan(of trainer: Trainer, after unfinished: UnfinishedRun?) -> WorkPlan {
    var settings = trainer.settings
    settings.epochs = max(0, settings.epochs - (unfinished?.epochs ?? 0))
    settings.maximumSteps = settings.maximumSteps.map { max(0, $0 - (unfinished?.steps ?? 0)) }
    let (rows, judges) = (trainer.trainingRows.count, trainer.validationRows.count)
    return WorkPlan(
      TrainingEffort.work(trainer.network, settings, rows: rows, validationRows: judges)
        + Double(rows + judges) * trainer.network.forwardWork,
      fits: 1, epochs: TrainingEffort.epochs(settings, rows: rows))
  }

  /// What is said of a training that is over, whose network is kept.
  private static func report(
    _ result: TrainingResult, _ settings: TrainingSettings, after unfinished: UnfinishedRun?,
    keeping kept: [String], goal: Int, _ watch: TrainingWatch, _ keeper: CheckpointKeeper,
    of hand: inout NetworkInHand, on data: DataInHand, _ execution: inout Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    if let failure = watch.failure ?? keeper.failure { throw failure }
    var settings = settings
    if case .interrupted(let steps) = result.outcome {
      guard steps > unfinished?.steps ?? 0 else {
        execution.interruption = "interrupted before the first step: nothing has changed"
        return SentenceReport()
      }
      // All that is told of it is told of the command that its cell keeps.
      execution.stoppedAtStep = steps
      settings.maximumSteps = steps
    }
    var report = try keep(
      EndedTraining(
        result: result, settings: settings, goal: goal, unfinished: unfinished,
        rule: watch.stopping, kept: kept),
      of: &hand, on: data, &execution, arguments)
    report.moments = watch.moments
    report.checkpoints = keeper.reports
    return report
  }

  /// Makes the trained network the one in hand, and says how the training went.
  package static func keep(
    _ training: EndedTraining, of hand: inout NetworkInHand, on data: DataInHand,
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> TrainingReport {
    let (result, settings) = (training.result, training.settings)
    hand.network = result.network
    hand.history.append(result.history)
    let epochs = (training.unfinished?.epochs ?? 0) + result.history.records.count
    let records = Array(hand.history.records.suffix(epochs))
    hand.settings = settings
    execution.state.network = hand
    let options =
      training.unfinished != nil
      ? SettingsText.options(of: settings)
      : typed(arguments.command, stoppedAt: execution.stoppedAtStep)
        .map { arguments.shown($0) } + training.kept
    try record(hand, data, options, records, &execution, arguments)
    var report = TrainingReport(
      result, settings, records: records, goal: training.goal, endedBy: training.rule,
      notes: TrainingNotes(of: hand, after: result, on: data))
    report.kept = training.kept
    return report
  }

  /// The options of a training but for its checkpoints and what is watched, with the step after which it was stopped.
  private static func typed(_ command: Command, stoppedAt step: Int?) -> [Option] {
    let silent = [
      CheckpointReader.option.name, WorkConsent.option.name, WatchedTraining.option.name,
    ]
    var options = command.options.filter { !silent.contains($0.name.text) }
    guard let step else { return options }
    let name = TrainingSetting.steps.name
    let place = options.firstIndex { $0.name.text == name } ?? options.count
    let range = command.range
    options.replaceSubrange(
      place..<min(place + 1, options.count),
      with: [
        Option(
          name: Name(name, range: range),
          values: [Expression(.number(Double(step)), range: range)], range: range)
      ])
    return options
  }

  private static func run(
    _ trainer: Trainer, _ execution: Execution, _ arguments: Arguments, upTo lastEpoch: Int,
    _ watch: TrainingWatch, _ keeper: CheckpointKeeper, _ watched: WatchedTraining?
  ) throws(Diagnostic) -> TrainingResult {
    let control = execution.control
    do {
      return try trainer.run(
        control: TrainingControl(
          isInterrupted: control.isInterrupted,
          onEpoch: { record in
            watched?.note(record)
            control.report(
              .epoch(
                record.epoch, of: lastEpoch, loss: record.loss,
                validationLoss: record.validationLoss))
          },
          endsAfter: watch.isNeeded ? { watch.ends(after: $0, $1) } : nil,
          keeps: keeper.isNeeded ? { watch.failure != nil || keeper.keep($0, $1) } : nil,
          looks: watched.map { watched in { watched.look(at: $0) } }))
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  private static func record(
    _ hand: NetworkInHand, _ data: DataInHand, _ options: [String],
    _ records: [EpochRecord], _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    var record = RunRecord(
      data: data.dataset.name, layers: hand.network.summaries.map(\.text),
      options: options.joined(separator: " "), history: History(records: records),
      of: UnmeasuredRun(
        hand.network, on: data.examples, trainingRows: data.rows(of: .training),
        validationRows: data.rows(of: .validation)))
    do throws(NetworkError) {
      try record.measure(execution.settings.watched(by: execution.control).pool)
    } catch {
      // What is called off now is measured by whoever asks for it.
      guard error == .engine(.interrupted) else {
        throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
      }
    }
    execution.state.runs.append(record)
  }
}
