import Datasets
import Language
import Networks
import Reports
import Workbench

/// `evaluate`: loss and accuracy on each split.
package enum EvaluateCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "evaluate", family: .training,
    summary: "the loss on training and validation, with accuracy, or MSE, MAE and R2; the test "
      + "split is opened by its name",
    forms: [
      "evaluate", "evaluate test", "evaluate all", "evaluate threshold=30%",
      "evaluate folds", "evaluate ensemble=a,b,c",
    ],
    words: ["train", "training", "validation", "test", everySplit, FoldEvaluation.word],
    options: [
      EnsembleCommand.option.definition, DecisionReader.threshold.definition,
      WorkConsent.option.definition,
    ],
    example: TrainCommand.definition.example + ["evaluate"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// All splits, the test split too.
  private static let everySplit = "all"

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    try arguments.expect(atMost: 1)
    if arguments.values.first?.text == FoldEvaluation.word {
      return try FoldEvaluation.run(&execution, arguments)
    }
    let data = try execution.data(for: arguments)
    let parts = try parts(of: data, arguments)
    if arguments.has(EnsembleCommand.option) {
      if let option = arguments.given(DecisionReader.threshold) {
        throw Diagnostic(
          "an ensemble is evaluated by its likeliest class", at: option.range,
          hints: ["predict validation ensemble=a,b threshold=30% decides by a threshold"])
      }
      return try EnsembleCommand.evaluation(on: parts, data, &execution, arguments)
    }
    let hand = try execution.network(for: arguments, fitting: data)
    let network = hand.network
    let decision = try DecisionReader.decision(arguments, of: hand, on: data)
    var measured: [EvaluationReport.Part] = []
    for part in parts {
      guard var evaluation = try execution.evaluation(of: network, on: part, data, arguments)
      else { continue }
      if let decision {
        evaluation = try decided(evaluation, decision, on: part, data, execution, arguments)
      }
      let predictions = try execution.asking(arguments) { () throws(NetworkError) in
        try network.numberPredictions(
          data.examples, rows: data.rows(of: part), pool: execution.settings.pool)
      }
      measured.append(
        EvaluationReport.Part(
          part: part, evaluation: evaluation, figures: predictions.map(ValueFigures.init)))
    }
    return EvaluationReport(
      parts: measured, isClassification: data.isClassification, decision: decision,
      looks: parts.contains(.test) ? execution.countedLook() : nil)
  }

  /// The same loss, with the classes as a decision names them.
  private static func decided(
    _ evaluation: Evaluation, _ decision: Decision, on part: DataInHand.Part, _ data: DataInHand,
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Evaluation {
    let predictions = try MeasureReader.predictions(on: part, of: data, execution, arguments) {
      Diagnostic("this target is a number", at: arguments.command.range)
    }
    return Evaluation(
      dataLoss: evaluation.dataLoss, penalty: evaluation.penalty,
      correctCount: predictions.decided(by: decision).confusion.correctCount,
      count: evaluation.count)
  }

  /// The splits that are asked for: without a word all but the test split.
  private static func parts(
    of data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> [DataInHand.Part] {
    let parts = DataInHand.Part.allCases.filter { !data.rows(of: $0).isEmpty }
    guard let value = arguments.values.first else { return parts.filter { $0 != .test } }
    let word = try arguments.word(value, among: definition.words, what: "split")
    return word == everySplit ? parts : [try SplitName.part(word, of: data, at: value.range)]
  }
}
