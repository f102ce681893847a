import Datasets
import Formulas
package import Language
import Networks
import Reports
package import TensorEngine
package import Workbench

/// `predict 0.5 -0.2`, `predict example 7`, `predict validation`, `predict csv new.csv`: what the
/// network makes of one input, of a split, or of new examples in a file.
package enum PredictCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "predict", family: .training,
    summary: "what the network makes of one input, of a split or of a file, and how sure it is",
    forms: [
      "predict example 7", "predict 0.5 -0.2", "predict validation",
      "predict validation confidence=90%", "predict validation threshold=30%",
      "predict csv FILE", "predict image FILE", "predict images FOLDER",
      "predict example 7 ensemble=a,b,c", "predict validation ensemble=a,b,c",
    ],
    words: ["example"] + files + splits,
    options: ownOptions + CSVPrediction.options + [WorkConsent.option.definition],
    completion: CommandCompletion(
      wordsBeforeFiles: files,
      options: { options(of: $0.first) + [WorkConsent.option.name] }),
    touches: .reads, example: TrainCommand.definition.example + ["predict 0.5 -0.2"])

  private static let files = ["csv", "image", "images"]

  private static let ownOptions = [
    ConfidenceReader.confidence.definition, DecisionReader.threshold.definition, list.definition,
    EnsembleCommand.option.definition, TypedRow.unknown.definition,
  ]

  private static let list = CommandOption<Amount>.countOrAll(
    "list", usual: 15, meaning: "a split, a file: how many examples are listed")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// The words that name a split.
  package static let splits = ["train", "training", "validation", "test"]

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let word = arguments.values.first?.text
    try checkOptions(of: word, arguments)
    switch word {
    case "csv": return try CSVPrediction.run(&execution, arguments)
    case "image": return try ImagePrediction.run(&execution, arguments)
    case "images": return try ImagePrediction.runFolder(&execution, arguments)
    default: break
    }
    let isOfData = word == "example" || word.map(splits.contains) == true
    if execution.state.data == nil, execution.state.network != nil, !isOfData {
      return try withoutData(execution, arguments)
    }
    let data = try NetworkFeatures.prepared(
      execution.data(for: arguments), for: execution.state.network, execution, arguments)
    if arguments.has(EnsembleCommand.option) {
      return try EnsemblePrediction.run(&execution, arguments, data)
    }
    return try ofData(&execution, arguments, data)
  }

  /// What the network in hand makes of the data in hand, or of an input in its units.
  private static func ofData(
    _ execution: inout Execution, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> any Report {
    let hand = try execution.network(for: arguments, fitting: data)
    let network = hand.network
    let first = try arguments.value(0, orSay: "predict needs an input: predict example 7")
    let confidence = try ConfidenceReader.confidence(
      arguments, isClassification: data.isClassification, network: network)
    let decision = try DecisionReader.decision(arguments, of: hand, on: data)
    if let word = first.text, splits.contains(word) {
      return try split(word, confidence, decision, &execution, arguments, data)
    }
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
      answer(
        outputs, of: network, names: data.isClassification ? data.dataset.classNames : nil,
        decision),
      to: asked, confidence: confidence, decision: decision, looks: looks)
  }

  /// What the network in hand makes of an input in the units of what it learned from.
  private static func withoutData(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> PredictionReport {
    let range = arguments.command.range
    _ = try arguments.value(0, orSay: "predict needs an input: predict 0.5 -0.2")
    if arguments.has(EnsembleCommand.option) { _ = try execution.data(for: arguments) }
    let learned = try LearnedInputs(execution, arguments)
    guard !learned.takesImages else {
      throw Diagnostic(
        "\(learned.network.name) takes images", at: range,
        hints: ["predict image FILE asks it about a picture"])
    }
    let asked = try NewQuestion(arguments, learned)
    let name = learned.preparation.data
    let features = try TypedRow.features(arguments, of: learned.layout, name: name)
    let examples = try learned.examples(
      features, named: name, isNumbered: false, arguments, at: range)
    let outputs = try predict(examples, rows: [0], learned.network, execution, arguments)
    return PredictionReport(
      answer(
        outputs, of: learned.network, names: learned.classNames.isEmpty ? nil : learned.classNames,
        asked.decision),
      to: nil, confidence: asked.confidence, decision: asked.decision, looks: nil)
  }

  /// The names of the options of a form, by its first word.
  private static func options(of word: String?) -> [String] {
    let judging = [ConfidenceReader.confidence.name, DecisionReader.threshold.name]
    return switch word {
    case "csv":
      judging + [list.name, TypedRow.unknown.name] + CSVPrediction.options.map(\.name)
    case "image": judging
    case "images": judging + [list.name]
    case "example": judging + [EnsembleCommand.option.name]
    case let word? where splits.contains(word):
      judging + [list.name, EnsembleCommand.option.name]
    default: judging + [EnsembleCommand.option.name, TypedRow.unknown.name]
    }
  }

  /// Refuses options that belong to another form.
  private static func checkOptions(
    of word: String?, _ arguments: Arguments
  ) throws(Diagnostic) {
    let reading = CSVPrediction.options.map(\.name)
    let known = options(of: word)
    for option in arguments.command.options
    where !known.contains(option.name.text) && option.name.text != WorkConsent.option.name {
      if option.name.text == list.name {
        throw Diagnostic("a list is of a split: predict validation", at: arguments.range(of: list))
      }
      let name = word.map { definition.words.contains($0) ? "predict \($0)" : "predict" }
      throw Diagnostic(
        "\(name ?? "predict") has no option \"\(option.name.text)\"", at: option.name.range,
        hints: reading.contains(option.name.text)
          ? ["it says how a file is read: predict csv FILE"]
          : ["it has: \(known.joined(separator: ", "))"])
    }
  }

  /// All predictions on a split.
  private static func split(
    _ word: String, _ confidence: Double?, _ decision: Decision?, _ execution: inout Execution,
    _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> PredictionsReport {
    let (part, limit) = try list(word, arguments, data)
    let answers: PredictionsReport.Answers
    if data.isClassification {
      let predictions = try MeasureReader.predictions(on: part, of: data, execution, arguments) {
        Diagnostic("this target is a number", at: arguments.command.range)
      }
      answers = .classes(predictions.decided(by: decision), confidence: confidence)
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
    keep(answers, on: part, of: data, by: execution.state.network?.name ?? "", &execution)
    return PredictionsReport(
      answers, on: part, of: data, decision: decision, limit: limit,
      looks: part == .test ? execution.countedLook() : nil)
  }

  /// Takes the predictions on a split in hand.
  static func keep(
    _ answers: PredictionsReport.Answers, on part: DataInHand.Part, of data: DataInHand,
    by network: String, _ execution: inout Execution
  ) {
    let rows = data.rows(of: part)
    let truths = data.truths(ofRows: rows).map { [$0] } ?? []
    let kept: (answers: PredictionsInHand.Answers, confidence: Double?) =
      switch answers {
      case .classes(let predictions, let confidence):
        (.classes(predictions, names: data.dataset.classNames), confidence)
      case .numbers(let predictions):
        (.numbers(predictions.outputs, width: predictions.outputs.count / max(1, rows.count)), nil)
      }
    execution.state.predictions = PredictionsInHand(
      kept.answers, to: "the \(part.rawValue) split of \(data.dataset.name)", by: network,
      noun: "example", numbers: rows.map { Int($0) + 1 },
      columns: data.columns(ofRows: rows) + truths, confidence: kept.confidence,
      targetName: data.dataset.targetName)
  }

  /// The split that is asked for by its name, and how many of its examples are listed.
  package static func list(
    _ word: String, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> (part: DataInHand.Part, limit: Int) {
    try arguments.expect(atMost: 1)
    let part = try SplitName.part(word, of: data, at: arguments.values[0].range)
    return (part, try limit(arguments, all: data.rows(of: part).count))
  }

  /// How many of so many examples are listed.
  static func limit(_ arguments: Arguments, all: Int) throws(Diagnostic) -> Int {
    switch try arguments.valueOrUsual(of: list) {
    case .all: all
    case .count(let count): count
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
}

extension PredictCommand {
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

  /// What the outputs for one example say.
  ///
  /// - Parameter names: Those of the classes; nil where the target is a number.
  private static func answer(
    _ outputs: [Float], of network: Network, names: [String]?, _ decision: Decision?
  ) -> PredictionReport.Answer {
    guard let names else { return .value(Double(outputs.first ?? 0)) }
    let choice =
      decision?.choice(outputs[...])
      ?? LikeliestClass(of: outputs[...], threshold: network.decisionThreshold)
    // Trained with mse or hinge, a last layer without sigmoid or softmax gives no probabilities.
    return .named(
      names.className(choice.index),
      probability: network.givesProbabilities ? choice.probability : nil)
  }
}
