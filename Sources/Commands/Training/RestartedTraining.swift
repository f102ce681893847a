import Charts
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
    _ hand: NetworkInHand, _ data: DataInHand, _ settings: TrainingSettings, starts count: Int,
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let variants = FreshStarts.networks(from: hand.network, count: count).enumerated().map {
      Comparison.Variant(label: "start \($0 + 1)", network: $1, settings: settings)
    }
    guard let outcomes = execution.outcomes(of: variants, on: data) else {
      execution.interruption = "interrupted: the notebook is as it was before the training"
      return Document()
    }
    guard let best = FreshStarts.best(of: outcomes), case .success(let trial) = outcomes[best]
    else { throw failure(of: outcomes, arguments) }
    var winner = hand
    winner.history = History()
    var document = try TrainCommand.keep(
      trial.result, of: &winner, data, settings, goal: settings.epochs, &execution, arguments)
    document.blocks.append(.facts(facts(best, trial, outcomes)))
    if count <= longestTable {
      document.blocks.append(.table(table(outcomes, best)))
    }
    return document
  }

  /// Beyond so many starts, the spread stands for the list.
  private static let longestTable = 12

  private static func failure(
    of outcomes: [Comparison.Outcome], _ arguments: Arguments
  ) -> Diagnostic {
    for case .failure(let error) in outcomes {
      return Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
    return Diagnostic("no start came to a loss", at: arguments.command.range)
  }

  /// "best of 5 starts: start 3 · validation loss 0.21 · the others 0.25 to 0.69"
  private static func facts(
    _ best: Int, _ winner: Comparison.Trial, _ outcomes: [Comparison.Outcome]
  ) -> [Fact] {
    let measure = winner.validation == nil ? "training loss" : "validation loss"
    var facts = [
      Fact(
        "start", .count(best + 1),
        text: "best of \(Wording.count(outcomes.count, "start")): start \(best + 1)"),
      TrainingText.loss("best_loss", FreshStarts.score(of: winner), text: measure),
    ]
    var others: [Double] = []
    for (index, outcome) in outcomes.enumerated() where index != best {
      if case .success(let trial) = outcome { others.append(FreshStarts.score(of: trial)) }
    }
    if let least = others.min(), let most = others.max() {
      let text = "the others \(TrainingText.number(least)) to \(TrainingText.number(most))"
      facts.append(Fact("spread", .number(most - least), text: text))
    }
    let diverged = outcomes.count - 1 - others.count
    if diverged > 0 {
      facts.append(Fact("diverged", .count(diverged), text: "\(diverged) diverged"))
    }
    return facts
  }

  private static func table(_ outcomes: [Comparison.Outcome], _ best: Int) -> Table {
    let rows = outcomes.enumerated().map { index, outcome -> [Table.Cell] in
      guard case .success(let trial) = outcome else {
        return [.count(index + 1), .text("diverged"), .empty, .empty]
      }
      return [
        .count(index + 1), loss(trial.training), trial.validation.map(loss) ?? .empty,
        .text(index == best ? "kept" : ""),
      ]
    }
    return Table(
      columns: [
        .init("start", alignment: .right), .init("training loss", alignment: .right),
        .init("validation loss", alignment: .right), .init(""),
      ], rows: rows)
  }

  private static func loss(_ evaluation: Evaluation) -> Table.Cell {
    .number(evaluation.dataLoss, text: TrainingText.number(evaluation.dataLoss))
  }
}
