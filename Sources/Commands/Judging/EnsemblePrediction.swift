import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `predict example 7 ensemble=a,b,c`: what each member makes of one input, and all together.
/// `predict validation ensemble=a,b,c`: what all together make of a split.
enum EnsemblePrediction {
  static func run(
    _ execution: inout Execution, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> any Report {
    let first = try arguments.value(0, orSay: "predict needs an input: predict example 7")
    let members = try EnsembleCommand.members(data, execution, arguments)
    let threshold = try ConfidenceReader.threshold(arguments, on: data)
    if let word = first.text, PredictCommand.splits.contains(word) {
      return try split(word, of: members, threshold, &execution, arguments, data)
    }
    try PredictCommand.refuseList(arguments)
    var looks: Int?
    var asked: PredictionReport.Example?
    let answers: EnsembleAnswers
    if first.text == "example" {
      let row = try PredictCommand.example(arguments, data)
      answers = try members.answers(data.examples, rows: [row], execution)
      asked = (Int(row) + 1, ExampleTruth(ofRow: Int(row), in: data))
      if data.rows(of: .test).contains(row) { looks = execution.countedLook() }
    } else {
      answers = try members.answers(
        PredictCommand.input(arguments, data), rows: [0], execution)
    }
    let (each, together) = self.answers(answers, names: data.dataset.classNames)
    return EnsemblePredictionReport(
      zip(members.names, each).map { .init($0, $1) }, together: together, to: asked,
      threshold: threshold, looks: looks)
  }

  private static func split(
    _ word: String, of members: EnsembleMembers, _ threshold: Double?,
    _ execution: inout Execution, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> PredictionsReport {
    let (part, limit) = try PredictCommand.list(word, arguments, data)
    let answers: PredictionsReport.Answers =
      switch try members.answers(data.examples, rows: data.rows(of: part), execution) {
      case .classes(let predictions): .classes(.mean(of: predictions), threshold: threshold)
      case .numbers(let predictions): .numbers(.mean(of: predictions))
      }
    return PredictionsReport(
      answers, on: part, of: data, limit: limit,
      looks: part == .test ? execution.countedLook() : nil)
  }

  /// What each member answers for one example, and all together.
  private static func answers(
    _ answers: EnsembleAnswers, names: [String]
  ) -> (each: [PredictionReport.Answer], together: PredictionReport.Answer) {
    switch answers {
    case .classes(let predictions):
      (
        predictions.map { answer($0, names: names) },
        answer(.mean(of: predictions), names: names)
      )
    case .numbers(let predictions):
      (predictions.map(answer), answer(.mean(of: predictions)))
    }
  }

  /// The class of the greatest probability, and that.
  private static func answer(
    _ predictions: ClassPredictions, names: [String]
  ) -> PredictionReport.Answer {
    let choice = Int(predictions.predicted[0])
    return .named(names.className(choice), probability: predictions.scores[choice])
  }

  private static func answer(_ predictions: NumberPredictions) -> PredictionReport.Answer {
    .value(predictions.outputs.first ?? 0)
  }
}
