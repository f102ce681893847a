import Charts
import Language
import Networks
import Tuning

/// `diagnose target=5%`, `diagnose train=12% validation=25% target=13%`.
enum DiagnoseCommand {
  static let definition = CommandDefinition(
    verb: "diagnose", family: .judging, summary: "judges bias and variance, and says what to try",
    forms: ["diagnose", "diagnose target=5%", "diagnose train=12% validation=25% target=13%"],
    options: [
      OptionDefinition(
        name: "train", kind: .fraction, standard: "the network's", meaning: "the training error"),
      OptionDefinition(
        name: "validation", kind: .fraction, standard: "the network's",
        meaning: "the validation error"),
      OptionDefinition(
        name: "target", kind: .fraction, standard: "5%", meaning: "the error that can be reached"),
    ],
    example: ["diagnose train=12% validation=25% target=13%"], action: .cell(run))

  static let standardTarget = 0.05

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 0)
    let target = try arguments.number("target") ?? standardTarget
    let training = try arguments.number("train")
    let validation = try arguments.number("validation")
    let diagnosis: Diagnosis
    switch (training, validation) {
    case (let training?, let validation?):
      diagnosis = Diagnosis(
        trainingError: training, validationError: validation, targetError: target)
    case (nil, nil):
      diagnosis = try measured(execution, arguments, target: target)
    default:
      throw Diagnostic(
        "diagnose needs both train= and validation=, or neither", at: arguments.command.range)
    }
    return document(of: diagnosis)
  }

  private static func measured(
    _ execution: Execution, _ arguments: Arguments, target: Double
  ) throws(Diagnostic) -> Diagnosis {
    let data = try execution.data(for: arguments)
    let network = try execution.network(for: arguments, fitting: data).network
    let verb = arguments.command.verb.range
    guard data.isClassification else {
      throw Diagnostic(
        "diagnose judges shares of wrong classes, and this target is a number", at: verb,
        hints: ["evaluate shows the losses"])
    }
    _ = try SplitName.part("validation", of: data, at: verb)
    guard
      let training = try execution.evaluation(of: network, on: .training, data, arguments),
      let validation = try execution.evaluation(of: network, on: .validation, data, arguments),
      let trainingError = training.error, let validationError = validation.error
    else {
      throw Diagnostic("there is nothing to judge", at: verb)
    }
    return Diagnosis(
      trainingError: trainingError, validationError: validationError,
      targetError: target, counts: (training.count, validation.count))
  }

  private static func document(of diagnosis: Diagnosis) -> Document {
    let bars = [
      ("train", diagnosis.trainingError), ("validation", diagnosis.validationError),
      ("target", diagnosis.targetError),
    ].map { BarChart.Bar($0.0, $0.1, text: NumberText.percent($0.1, places: 1)) }
    let caption =
      "bias \(points(diagnosis.bias)) (train - target) · "
      + "variance \(points(diagnosis.variance)) (validation - train)"
    var document = Document([
      .chart(.bars(BarChart(bars: bars, maximum: 1, caption: caption)))
    ])
    for (sentence, advice, term) in judgements(of: diagnosis) {
      document.blocks.append(.text(sentence))
      if let advice, let term {
        document.blocks.append(.verbatim("Try: \(advice)    (explain \(term))"))
      }
    }
    if diagnosis.isVarianceWithinChance {
      document.blocks.append(
        .text(
          "The validation error is \(points(diagnosis.variance)) above the training error, "
            + "which is within chance for so few examples "
            + "(up to \(points(diagnosis.chance)))."))
    }
    return document
  }

  /// Each verdict with the numbers that triggered it, the rule of thumb, and where to read on.
  private static func judgements(
    of diagnosis: Diagnosis
  ) -> [(sentence: String, advice: String?, term: String?)] {
    var judgements: [(String, String?, String?)] = []
    if diagnosis.hasHighBias {
      judgements.append(
        (
          "High bias: the training error is \(points(diagnosis.bias)) above the target.",
          "a bigger network, training longer, another architecture.", "bias"
        ))
    }
    if diagnosis.hasHighVariance {
      judgements.append(
        (
          "High variance: the validation error is \(points(diagnosis.variance)) above the "
            + "training error.",
          "more data, regularization, another architecture.", "variance"
        ))
    }
    if judgements.isEmpty {
      let side = diagnosis.bias < 0 ? "below" : "above"
      judgements.append(
        (
          "Good fit: the training error is \(points(diagnosis.bias.magnitude)) \(side) the "
            + "target, the validation error \(points(diagnosis.variance.magnitude)) "
            + "\(diagnosis.variance < 0 ? "below" : "above") the training error.", nil, nil
        ))
    }
    return judgements
  }

  /// "42.9 points", "1 point": differences of percentages.
  private static func points(_ difference: Double) -> String {
    let text = NumberText.fixed(difference * 100, places: 1)
    return text == "1.0" ? "1 point" : "\(text) points"
  }
}
