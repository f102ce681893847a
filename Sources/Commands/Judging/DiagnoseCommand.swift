import Charts
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `diagnose target=5%`, `diagnose train=12% validation=25% target=13%`.
package enum DiagnoseCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "diagnose", family: .judging,
    summary: "judges bias, variance, the curves and the units, and says what to try",
    forms: ["diagnose", "diagnose target=5%", "diagnose train=12% validation=25% target=13%"],
    options: [
      training.definition, validation.definition, target.definition,
      WorkConsent.option.definition,
    ],
    example: ["diagnose train=12% validation=25% target=13%"])

  private static let training = CommandOption<Double>.fraction(
    "train", standard: "the network's", meaning: "the training error")
  private static let validation = CommandOption<Double>.fraction(
    "validation", standard: "the network's", meaning: "the validation error")
  private static let target = CommandOption<Double>.fraction(
    "target", standard: "5%, or known noise above that", meaning: "the error that can be reached")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  static let standardTarget = 0.05
  /// At most so many examples are asked what the units do, and how much noise they have.
  private static let exampleLimit = 1000

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> DiagnosisReport {
    try arguments.expect(atMost: 0)
    let target = try arguments.value(of: target)
    let training = try arguments.value(of: training)
    let validation = try arguments.value(of: validation)
    switch (training, validation) {
    case (let training?, let validation?):
      let diagnosis = Diagnosis(
        trainingError: training, validationError: validation,
        targetError: target ?? standardTarget)
      return DiagnosisReport(diagnosis)
    case (nil, nil):
      return try measured(execution, arguments, target: target)
    default:
      throw Diagnostic(
        "diagnose needs both train= and validation=, or neither", at: arguments.command.range)
    }
  }

  private static func measured(
    _ execution: Execution, _ arguments: Arguments, target: Double?
  ) throws(Diagnostic) -> DiagnosisReport {
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    guard data.isClassification else {
      return try measuredValues(execution, arguments, hand, data, target: target)
    }
    let noise = target == nil ? knownNoise(of: data) : nil
    let diagnosis = try diagnosis(
      execution, arguments, hand.network, data, target: target ?? noise ?? standardTarget)
    return DiagnosisReport(
      diagnosis, targetIsNoise: noise != nil,
      findings: try findings(execution, arguments, hand, data, beside: diagnosis),
      commands: commands(for: hand, data))
  }

  /// Targets that are numbers: their error is the share of variance that is left.
  private static func measuredValues(
    _ execution: Execution, _ arguments: Arguments, _ hand: NetworkInHand, _ data: DataInHand,
    target: Double?
  ) throws(Diagnostic) -> DiagnosisReport {
    let subject = DiagnosedNetwork(hand, data, execution, arguments)
    let diagnosis = try subject.ofValues(targetError: target ?? standardTarget)
    let findings = try findings(execution, arguments, hand, data, beside: diagnosis)
    guard diagnosis != nil || !findings.isEmpty else {
      throw Diagnostic(
        "without a validation split only curves and units can be judged, and they show nothing odd",
        at: arguments.command.verb.range, hints: ["split train=60% validation=20% test=20%"])
    }
    return DiagnosisReport(
      diagnosis, isRegression: diagnosis != nil, findings: findings,
      commands: commands(for: hand, data))
  }

  /// The error of noise that no network takes away, where it is known and more than usual.
  private static func knownNoise(of data: DataInHand) -> Double? {
    let rows = some(data.rows(of: .training) + data.rows(of: .validation))
    guard let expected = data.dataset.expectedTargets(ofRows: rows) else { return nil }
    return expected.leastError > standardTarget ? expected.leastError : nil
  }

  /// Rows evenly spread over all, at most ``exampleLimit`` of them.
  static func some(_ rows: [Int32]) -> [Int32] {
    let count = min(rows.count, exampleLimit)
    return (0..<count).map { rows[$0 * rows.count / max(1, count)] }
  }

  private static func commands(for hand: NetworkInHand, _ data: DataInHand) -> DiagnosisCommands {
    let dense = hand.network.layers.compactMap { $0 as? Dense }
    var commands = DiagnosisCommands(
      units: dense.count > 1 ? dense[0].units : nil,
      hiddenPlace: hand.network.layers.firstIndex { $0 is Dense }.map { $0 + 1 } ?? 1,
      hasNetwork: true, settings: hand.settings)
    commands.dropout = hand.network.layers.lazy.compactMap { $0 as? Dropout }.first?.rate
    commands.normalizes = hand.network.layers.contains { $0 is BatchNorm }
    commands.isScaled = data.scaler != nil
    return commands
  }

  /// The verdicts beyond bias and variance; of a network that does well only those of what gets
  /// worse, and of traps.
  ///
  /// - Parameter diagnosis: Bias and variance; nil without a validation split.
  private static func findings(
    _ execution: Execution, _ arguments: Arguments, _ hand: NetworkInHand, _ data: DataInHand,
    beside diagnosis: Diagnosis?
  ) throws(Diagnostic) -> [DiagnosisReport.Finding] {
    let isGood = diagnosis?.isGood ?? false
    var findings: [DiagnosisReport.Finding] = []
    if let trap = hand.network.doubleSoftmax { findings.append(.doubleSoftmax(trap)) }
    let subject = DiagnosedNetwork(hand, data, execution, arguments)
    if !isGood, hand.settings != nil { findings += try subject.causes(diagnosis) }
    let signs = CurveSign.signs(of: lastRun(of: hand, execution)).filter { sign in
      if case .unfinished = sign, diagnosis?.isTrainedEnough == true { return false }
      return !isGood || sign.isGettingWorse
    }
    if !signs.isEmpty {
      let loss = try execution.evaluation(of: hand.network, on: .validation, data, arguments)?
        .dataLoss
      let quiet = try subject.quietLoss()
      for sign in signs where try subject.isBeyondChance(sign, beside: diagnosis) {
        findings.append(.curve(sign, validationLoss: loss, quietLoss: quiet))
      }
    }
    if hand.settings != nil, !isGood {
      let rows = some(data.rows(of: .training))
      let signs = try execution.asking(arguments) { () throws(NetworkError) in
        try UnitSign.signs(
          of: hand.network, on: data.examples, rows: rows, pool: execution.settings.pool)
      }
      findings += signs.filter(\.isWorthAWord).map { .units($0) }
    }
    if let imbalance = try imbalance(execution, arguments, hand.network, data) {
      findings.append(imbalance)
    }
    return findings
  }

  /// The epochs of the network's last training; all it had, where that is not listed.
  private static func lastRun(of hand: NetworkInHand, _ execution: Execution) -> [EpochRecord] {
    let runs = execution.state.runs
    let records = hand.history.records
    let last = runs.numbers.reversed().lazy.map { runs[$0].history.records }.first { run in
      !run.isEmpty && records.suffix(run.count).elementsEqual(run)
    }
    return last ?? records
  }

  private static func imbalance(
    _ execution: Execution, _ arguments: Arguments, _ network: Network, _ data: DataInHand
  ) throws(Diagnostic) -> DiagnosisReport.Finding? {
    guard case .classes(let classes, let count) = data.examples.targets,
      let imbalance = ClassImbalance(
        data.rows(of: .training).map { classes[Int($0)] }, classCount: count)
    else { return nil }
    let rows = data.rows(of: .validation).filter { Int(classes[Int($0)]) == imbalance.smallest }
    let answers = try execution.asking(arguments) { () throws(NetworkError) in
      try network.predictClasses(data.examples, rows: rows, pool: execution.settings.pool)
    }
    let found = answers.count { Int($0) == imbalance.smallest }
    return .imbalance(
      imbalance, classNames: data.dataset.classNames,
      recall: rows.isEmpty ? nil : Double(found) / Double(rows.count))
  }

  private static func diagnosis(
    _ execution: Execution, _ arguments: Arguments, _ network: Network, _ data: DataInHand,
    target: Double
  ) throws(Diagnostic) -> Diagnosis {
    let verb = arguments.command.verb.range
    _ = try SplitName.part("validation", of: data, at: verb)
    guard
      let training = try execution.evaluation(of: network, on: .training, data, arguments),
      let validation = try execution.evaluation(of: network, on: .validation, data, arguments),
      let trainingError = training.error, let validationError = validation.error
    else {
      throw Diagnostic("there is nothing to judge", at: verb)
    }
    return Diagnosis(
      trainingError: trainingError, validationError: validationError,
      targetError: target, counts: (training.count, validation.count))
  }
}
