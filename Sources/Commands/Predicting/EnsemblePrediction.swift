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
    let confidence = try ConfidenceReader.confidence(
      arguments, isClassification: data.isClassification)
    let decision = try decision(arguments, on: data)
    if let word = first.text, PredictCommand.splits.contains(word) {
      return try split(word, of: members, confidence, decision, &execution, arguments, data)
    }
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
    let (each, together) = self.answers(answers, names: data.dataset.classNames, decision)
    return EnsemblePredictionReport(
      zip(members.names, each).map { .init($0, $1) }, together: together, to: asked,
      confidence: confidence, decision: decision, looks: looks)
  }

  /// How one of two classes is decided for; nil for the likeliest one.
  private static func decision(
    _ arguments: Arguments, on data: DataInHand
  ) throws(Diagnostic) -> Decision? {
    try DecisionReader.threshold(arguments, classCount: data.classCount).map { threshold in
      let positive = data.positiveClass(for: nil)
      return Decision(
        positive: positive, name: data.dataset.classNames.className(positive),
        threshold: threshold)
    }
  }

  private static func split(
    _ word: String, of members: EnsembleMembers, _ confidence: Double?, _ decision: Decision?,
    _ execution: inout Execution, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> PredictionsReport {
    let (part, limit) = try PredictCommand.list(word, arguments, data)
    let answers: PredictionsReport.Answers =
      switch try members.answers(data.examples, rows: data.rows(of: part), execution) {
      case .classes(let predictions):
        .classes(
          ClassPredictions.mean(of: predictions).decided(by: decision), confidence: confidence)
      case .numbers(let predictions): .numbers(.mean(of: predictions))
      }
    PredictCommand.keep(
      answers, on: part, of: data, by: "ensemble of \(members.names.joined(separator: ", "))",
      &execution)
    return PredictionsReport(
      answers, on: part, of: data, decision: decision, limit: limit,
      looks: part == .test ? execution.countedLook() : nil)
  }

  /// What each member answers for one example, and all together.
  private static func answers(
    _ answers: EnsembleAnswers, names: [String], _ decision: Decision?
  ) -> (each: [PredictionReport.Answer], together: PredictionReport.Answer) {
    switch answers {
    case .classes(let predictions):
      (
        predictions.map { answer($0.decided(by: decision), names: names) },
        answer(ClassPredictions.mean(of: predictions).decided(by: decision), names: names)
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
