import Formulas
import Language
import Networks
import Reports
import Workbench

/// Asks the rules of a session after each epoch of a training, and keeps what they had to show.
final class TrainingWatch {
  /// What a rule can ask about the epoch that was just completed, besides all functions.
  package static let names = [
    "epoch", "step", "loss", "data_loss", "penalty", "accuracy", "validation_loss",
    "validation_accuracy", "rate",
  ]

  private let execution: Execution
  private let command: Command
  private let settings: TrainingSettings
  /// The epochs of this training so far.
  private var history = History()
  /// What the rules had to show.
  private(set) var moments: [TrainingReport.Moment] = []
  /// Why a rule could not be asked, with the range of the training's command.
  private(set) var failure: Diagnostic?

  /// - Parameters:
  ///   - command: The command that trains.
  ///   - settings: How it trains.
  init(_ execution: Execution, _ command: Command, _ settings: TrainingSettings) {
    self.execution = execution
    self.command = command
    self.settings = settings
  }

  var isNeeded: Bool { !execution.state.rules.isEmpty }

  /// Refuses a rule that asks for what this training does not measure.
  func check(hasValidation: Bool, hasAccuracy: Bool) throws(Diagnostic) {
    let missing = Self.names.filter {
      $0.hasPrefix("validation") && !hasValidation || $0.hasSuffix("accuracy") && !hasAccuracy
    }
    for rule in execution.state.rules {
      guard let name = rule.rule.condition.names.first(where: { missing.contains($0.text) }) else {
        continue
      }
      throw Diagnostic(
        "this training has no \(name.text), which \"\(rule.text)\" asks for", at: command.range,
        hints: name.text.hasPrefix("validation") && !hasValidation
          ? ["split train=80% validation=20% makes validation examples"]
          : ["when never drops the rules"])
    }
  }

  /// Asks every rule, in order.
  /// - Returns: Whether the training ends here.
  func ends(after record: EpochRecord, _ network: Network) -> Bool {
    var ends = false
    history.records.append(record)
    for rule in execution.state.rules where failure == nil {
      do throws(Diagnostic) {
        if try ask(rule, record, network) { ends = true }
      } catch {
        failure = Diagnostic(
          "\"\(rule.text)\", asked after epoch \(record.epoch): \(error.message)",
          at: command.range, hints: error.hints)
      }
    }
    return ends || failure != nil
  }

  private func ask(
    _ rule: TrainingRule, _ record: EpochRecord, _ network: Network
  ) throws(Diagnostic) -> Bool {
    var moment = execution
    moment.isWithinTraining = true
    // The epoch is one that is kept, and so is what a rule makes of it.
    moment.keepResult()
    if var hand = moment.state.network {
      hand.network = network
      moment.state.network = hand
    }
    bind(record, in: &moment)
    return try execution.control.keeping { () throws(Diagnostic) in
      try ask(rule, in: &moment)
    }
  }

  /// Asks a rule at a moment of the training.
  private func ask(_ rule: TrainingRule, in moment: inout Execution) throws(Diagnostic) -> Bool {
    let condition = rule.rule.condition
    guard case .truth(let holds) = try moment.evaluator.quantity(condition) else {
      throw Diagnostic("a condition is expected, such as loss < 0.1", at: condition.range)
    }
    guard holds else { return false }
    // What is shown now is the training under way, not the one before it.
    moment.state.network?.history.append(history)
    if let data = moment.state.data { moment.state.network?.origin.train(on: data.mark) }
    moment.state.network?.settings = settings
    moments.append(
      TrainingReport.Moment(
        epoch: history.records.last?.epoch ?? 0, report: try moment.perform(rule.rule.action)))
    if moment.stopsTraining { stopping = rule }
    return moment.stopsTraining
  }

  /// The rule that ended the training.
  private(set) var stopping: TrainingRule?

  private func bind(_ record: EpochRecord, in moment: inout Execution) {
    let values: [(String, Double?)] = [
      ("epoch", Double(record.epoch)), ("step", Double(record.step)), ("loss", record.loss),
      ("data_loss", record.dataLoss), ("penalty", record.penalty), ("accuracy", record.accuracy),
      ("validation_loss", record.validationLoss),
      ("validation_accuracy", record.validationAccuracy), ("rate", record.learningRate),
    ]
    for (name, value) in values {
      if let value { moment.state.bindings.set(name, to: .number(value)) }
    }
  }
}
