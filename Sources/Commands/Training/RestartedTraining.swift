import Language
import Networks
import Reports
import Tuning
import Workbench

/// `train … restarts=5`: the same training from several first weights; the best network is kept.
enum RestartedTraining {
  static let option = CommandOption<Int>.count(
    "restarts", in: 1...100,
    meaning: "trains so many networks from fresh weights and keeps the one with the lowest "
      + "validation loss")

  static func run(
    _ hand: NetworkInHand, _ data: DataInHand, _ settings: TrainingSettings,
    keeping kept: [String], starts count: Int,
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    try execution.requireMemory(for: [hand.network], times: count, arguments)
    let variants = FreshStarts.networks(
      from: hand.network, count: count, pool: execution.settings.pool
    ).enumerated().map {
      Comparison.Variant(label: "start \($0 + 1)", network: $1, settings: settings)
    }
    guard let outcomes = try execution.outcomes(of: variants, on: data, arguments) else {
      execution.interruption = "interrupted: the notebook is as it was before the training"
      return SentenceReport()
    }
    execution.keepResult()
    guard let best = FreshStarts.best(of: outcomes), case .success(let trial) = outcomes[best]
    else { throw failure(of: outcomes, arguments) }
    var winner = hand
    winner.network = variants[best].network
    winner.history = History()
    winner.learn(from: data)
    let control = execution.control
    var report = try control.keeping { () throws(Diagnostic) in
      try TrainCommand.keep(
        EndedTraining(result: trial.result, settings: settings, goal: settings.epochs, kept: kept),
        of: &winner, on: data, &execution, arguments)
    }
    report.starts = StartsReport(outcomes, best: best)
    return report
  }

  private static func failure(
    of outcomes: [Comparison.Outcome], _ arguments: Arguments
  ) -> Diagnostic {
    for case .failure(let error) in outcomes {
      return Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
    return Diagnostic("no start came to a loss", at: arguments.command.range)
  }
}
