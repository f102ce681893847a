import Commands
import Datasets
import Language
import Networks
import TensorEngine
import Tuning
import Workbench

/// Trains copies of the network in hand, to look at: the network itself stays as it is.
enum SideTraining {
  /// The settings of a training that can be repeated.
  ///
  /// - Throws: A `Diagnostic` for one that can't be.
  static func settings(
    of hand: NetworkInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> TrainingSettings {
    let records = hand.history.records
    guard let settings = hand.settings, records.first?.epoch == 1,
      settings.epochs >= records.count
    else { throw notRepeatable(arguments) }
    return settings
  }

  /// Trains a copy again, from its first weights to the epoch that the network has come to, and
  /// measures something after each epoch.
  ///
  /// - Parameters:
  ///   - end: The last epoch that is of interest; nil for the last one there is.
  ///   - measuring: The work of measuring once.
  ///   - measure: What is measured, on the network after an epoch.
  /// - Returns: A value for each epoch of the network's history.
  /// - Throws: a `Diagnostic` where the history is not that of one training, or the data is another
  ///   by now, so that the epochs come out otherwise; where it is more work than may be done; and
  ///   what `measure` throws.
  static func again<Value>(
    _ hand: NetworkInHand, on data: DataInHand, through end: Int? = nil, _ execution: Execution,
    _ arguments: Arguments, measuring: Work = .none,
    _ measure: @escaping (EpochRecord, Network) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> [Value] {
    let records = hand.history.records
    let settings = try settings(of: hand, arguments)
    let count = min(max(end ?? records.count, 1), records.count)
    let trainer = Trainer(
      network: start(of: hand, execution.settings.pool), examples: data.examples,
      trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: settings,
      pool: execution.settings.pool)
    try execution.require(plan(of: trainer, epochs: count, measuring), arguments)
    var values: [Value] = []
    var failure: Diagnostic?
    let control = execution.control
    let result = try? trainer.run(
      control: TrainingControl(
        isInterrupted: control.isInterrupted,
        onEpoch: { control.report(.part($0.epoch, of: count, name: "epochs repeated")) },
        endsAfter: { record, network in
          guard values.count < count, record == records[values.count] else { return true }
          do throws(Diagnostic) {
            values.append(try measure(record, network))
          } catch {
            failure = error
          }
          return failure != nil || values.count == count
        }))
    if control.isInterrupted() { return values }
    if let failure { throw failure }
    guard result != nil, values.count == count else { throw notRepeatable(arguments) }
    return values
  }

  /// What repeating so many epochs takes.
  private static func plan(of trainer: Trainer, epochs: Int, _ measuring: Work) -> WorkPlan {
    var settings = trainer.settings
    settings.epochs = epochs
    let work = TrainingEffort.work(
      trainer.network, settings, rows: trainer.trainingRows.count,
      validationRows: trainer.validationRows.count)
    return WorkPlan(work + Double(epochs) * measuring, fits: 1, epochs: epochs)
  }

  /// The network as it was drawn, before it learned anything.
  static func start(of hand: NetworkInHand, _ pool: ThreadPool) -> Network {
    var start = hand.network
    start.initialize(seed: start.seed, pool: pool)
    return start
  }

  private static func notRepeatable(_ arguments: Arguments) -> Diagnostic {
    Diagnostic(
      "this picture trains a copy of the network again, which comes to other epochs: the network "
        + "was trained in several goes, or data or weights changed",
      at: arguments.command.range, hints: ["initialize, then train anew in one go"])
  }
}
