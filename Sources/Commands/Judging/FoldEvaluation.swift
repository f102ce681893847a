import Language
import Networks
import Reports
import Tuning
import Workbench

/// `evaluate folds`: the last training again for each fold, without it, and judged by it.
enum FoldEvaluation {
  /// The word behind `evaluate`.
  static let word = "folds"

  static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    for option in arguments.command.options where option.name.text != WorkConsent.option.name {
      throw Diagnostic(
        "evaluate folds judges whole trainings, and takes no \(option.name.text)=",
        at: option.range)
    }
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let range = arguments.command.range
    guard let count = data.foldCount else {
      throw Diagnostic(
        "the training examples have not been cut into folds", at: range,
        hints: ["folds 5 cuts them into five"])
    }
    let network = try VariantMaker(hand, data, execution, arguments).plain
    let folds = try StudyReader.folds(
      count, of: data, stratified: data.isClassification, seed: execution.state.seed, at: range)
    var fits = Draws.folds(folds).fits(of: network.variant.start(1), examples: nil)
    let criterion: Criterion = data.isClassification ? .error : .mae
    for place in fits.indices {
      fits[place].judgement = Fit.Judgement(criterion, positive: data.positiveClass(for: hand))
    }
    let study = RepeatedTrainings(examples: data.examples, fits: [fits])
    let outcomes = study.run(try execution.trainings(of: study, arguments))
    guard let outcome = outcomes.first, !execution.control.isInterrupted() else {
      execution.interruption = "interrupted: the notebook is as it was before the evaluation"
      return SentenceReport()
    }
    let scores = try execution.asking(arguments) { () throws(NetworkError) in try outcome.get() }
    return FoldEvaluationReport(
      scores, by: criterion, settings: network.variant.settings.written)
  }
}
