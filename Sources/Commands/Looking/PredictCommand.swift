import Datasets
import Formulas
package import Language
import Networks
import Reports
package import TensorEngine
package import Workbench

/// `predict 0.5 -0.2`, `predict example 7`, `predict validation threshold=90%`: what the network
/// makes of one input, or of a split.
package enum PredictCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "predict", family: .training,
    summary: "what the network makes of one input or of a split, and how sure it is",
    forms: [
      "predict example 7", "predict 0.5 -0.2", "predict validation",
      "predict validation threshold=90%", "predict example 7 ensemble=a,b,c",
      "predict validation ensemble=a,b,c",
    ],
    words: ["example"] + splits,
    options: [
      ConfidenceReader.threshold.definition, list.definition, EnsembleCommand.option.definition,
      TypedRow.unknown.definition,
    ],
    example: TrainCommand.definition.example + ["predict 0.5 -0.2"])

  private static let list = CommandOption<Amount>.countOrAll(
    "list", standard: "20", meaning: "a split: how many examples are listed")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// The words that name a split.
  package static let splits = ["train", "training", "validation", "test"]

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let data = try NetworkFeatures.prepared(
      execution.data(for: arguments), for: execution.state.network, execution, arguments)
    if arguments.has(EnsembleCommand.option) {
      return try EnsemblePrediction.run(&execution, arguments, data)
    }
    let network = try execution.network(for: arguments, fitting: data).network
    let first = try arguments.value(0, orSay: "predict needs an input: predict example 7")
    let threshold = try ConfidenceReader.threshold(arguments, for: network, on: data)
    if let word = first.text, splits.contains(word) {
      return try split(word, threshold, &execution, arguments, data)
    }
    try refuseList(arguments)
    var looks: Int?
    var asked: PredictionReport.Example?
    let outputs: [Float]
    if first.text == "example" {
      let row = try example(arguments, data)
      outputs = try predict(data.examples, rows: [row], network, execution, arguments)
      asked = (Int(row) + 1, ExampleTruth(ofRow: Int(row), in: data))
      if data.rows(of: .test).contains(row) { looks = execution.countedLook() }
    } else {
      let input = try self.input(arguments, data)
      outputs = try predict(input, rows: [0], network, execution, arguments)
    }
    return PredictionReport(
      answer(outputs, of: network, in: data), to: asked, threshold: threshold, looks: looks)
  }

  /// All predictions on a split.
  private static func split(
    _ word: String, _ threshold: Double?, _ execution: inout Execution, _ arguments: Arguments,
    _ data: DataInHand
  ) throws(Diagnostic) -> PredictionsReport {
    let (part, limit) = try list(word, arguments, data)
    let answers: PredictionsReport.Answers
    if data.isClassification {
      let predictions = try MeasureReader.predictions(on: part, of: data, execution, arguments) {
        Diagnostic("this target is a number", at: arguments.command.range)
      }
      answers = .classes(predictions, threshold: threshold)
    } else {
      let network = try execution.network(for: arguments, fitting: data).network
      let predictions = try execution.asking(arguments) { () throws(NetworkError) in
        try network.numberPredictions(
          data.examples, rows: data.rows(of: part), pool: execution.settings.pool)
      }
      guard let predictions else {
        throw Diagnostic("this target is a class", at: arguments.command.range)
      }
      answers = .numbers(predictions)
    }
    return PredictionsReport(
      answers, on: part, of: data, limit: limit,
      looks: part == .test ? execution.countedLook() : nil)
  }

  /// The split that is asked for by its name, and how many of its examples are listed.
  package static func list(
    _ word: String, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> (part: DataInHand.Part, limit: Int) {
    try arguments.expect(atMost: 1)
    let part = try SplitName.part(word, of: data, at: arguments.values[0].range)
    return (part, try limit(arguments, all: data.rows(of: part).count))
  }

  /// Refuses the length of a list where there is none.
  static func refuseList(_ arguments: Arguments) throws(Diagnostic) {
    guard arguments.has(list) else { return }
    throw Diagnostic("a list is of a split: predict validation", at: arguments.range(of: list))
  }

  private static func limit(_ arguments: Arguments, all: Int) throws(Diagnostic) -> Int {
    switch try arguments.value(of: list) {
    case .all?: all
    case .count(let count)?: count
    case nil: 20
    }
  }

  /// The row of the example that is named by its number.
  package static func example(
    _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Int32 {
    try arguments.expect(atMost: 2)
    let value = try arguments.value(1, orSay: "predict example needs a number")
    let number = try arguments.count(
      value, what: "the example", in: 1...max(1, data.examples.count))
    return Int32(number - 1)
  }

  /// The numbers typed, as the one example of a set that is scaled like the data.
  package static func input(
    _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Examples {
    if let typed = try TypedRow.examples(arguments, data) { return typed }
    let isComputed = data.dataset.expansion != nil
    let count = isComputed ? data.dataset.columnNames.count : data.examples.featureCount
    guard arguments.values.count == count, count <= 64 else {
      throw Diagnostic(
        "predict needs \(count) numbers, one a \(isComputed ? "column" : "feature")",
        at: arguments.command.range,
        hints: ["predict example 7 takes one from the data"])
    }
    var features: [Double] = []
    for value in arguments.values {
      let feature = try arguments.evaluator.number(value)
      guard Float(feature).isFinite else {
        throw Diagnostic("this number is too large for an input", at: value.range)
      }
      features.append(feature)
    }
    do {
      return try data.unlabelled(features)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  private static func predict(
    _ examples: Examples, rows: [Int32], _ network: Network, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> [Float] {
    do {
      try network.checkOutputs(fit: examples)
      return try network.predict(examples, rows: rows, pool: execution.settings.pool).elements
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  private static func answer(
    _ outputs: [Float], of network: Network, in data: DataInHand
  ) -> PredictionReport.Answer {
    guard data.isClassification else { return .value(Double(outputs.first ?? 0)) }
    let choice = LikeliestClass(of: outputs[...], threshold: network.decisionThreshold)
    // Trained with mse or hinge, a last layer without sigmoid or softmax gives no probabilities.
    return .named(
      data.dataset.classNames.className(choice.index),
      probability: network.givesProbabilities ? choice.probability : nil)
  }
}
