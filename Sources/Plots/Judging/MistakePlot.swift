import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `plot wrong validation`, `plot unsure validation`: the examples that the network gets most wrong,
/// and those that it is least sure of.
enum MistakePlot {
  static let list = CommandOption<Int>.count(
    "list", in: 1...24,
    standard: "\(JudgedExamples.usualImages) images, or \(JudgedExamples.usualLines) lines; "
      + "plot data: \(ImageSheet.usualCount.lowerBound) to \(ImageSheet.usualCount.upperBound)",
    meaning: "plot wrong, plot unsure, plot data of images: how many examples are shown")

  static let wrong = Plot(
    named: "wrong", values: 0...1, example: " validation",
    options: [list.definition, DecisionReader.threshold.definition], judges: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let (examples, _) = try judged(execution, arguments, isDecided: true)
    return examples.wrong(atMost: try arguments.value(of: list))
  }

  static let unsure = Plot(
    named: "unsure", values: 0...1, example: " validation", options: [list.definition],
    judges: true
  ) {
    (execution, arguments) throws(Diagnostic) in
    let (examples, areProbabilities) = try judged(execution, arguments)
    guard areProbabilities else {
      throw Wording.noProbabilities("how sure it is", at: arguments.command.range)
    }
    return examples.unsure(atMost: try arguments.value(of: list))
  }

  private static func judged(
    _ execution: Execution, _ arguments: Arguments, isDecided: Bool = false
  ) throws(Diagnostic) -> (examples: JudgedExamples, areProbabilities: Bool) {
    let (part, data) = try MeasureReader.part(execution, arguments)
    var predictions = try MeasureReader.predictions(on: part, of: data, execution, arguments) {
      Diagnostic(
        "right and wrong are of classes, and this target is a number",
        at: arguments.command.range, hints: ["predict train lists what is missed, and by how much"])
    }
    if isDecided, let hand = execution.state.network {
      let decision = try DecisionReader.decision(arguments, of: hand, on: data)
      predictions = predictions.decided(by: decision)
    }
    if part == .test { execution.looks.happened = true }
    return (JudgedExamples(predictions, on: part, of: data), predictions.areProbabilities)
  }
}
