package import Formulas
package import Language
package import Networks
package import Workbench

/// Reads the loss, its settings and the penalties of a training.
package enum LossReader {
  /// The names of the losses, Keras's, and the longer ones that mean the same.
  package static let names: [(name: String, loss: Loss)] =
    [
      ("mse", .meanSquaredError), ("mae", .meanAbsoluteError),
      ("binary_crossentropy", .binaryCrossEntropy),
      ("categorical_crossentropy", .categoricalCrossEntropy),
      ("sparse_categorical_crossentropy", .categoricalCrossEntropy), ("hinge", .hinge),
    ]
  private static let longNames: [(name: String, loss: Loss)] = [
    ("mean_squared_error", .meanSquaredError), ("mean_absolute_error", .meanAbsoluteError),
  ]

  package static let options: [OptionDefinition] = [
    OptionDefinition(
      name: "loss", kind: .choice(names.map(\.name)),
      standard: "follows from the last layer", meaning: "what is made smaller"),
    OptionDefinition(
      name: "label_smoothing", kind: .number(.belowOne), standard: "0",
      meaning: "cross-entropy: the share of each target that all classes get alike"),
    OptionDefinition(
      name: "class_weight", kind: .call(["balanced", "no"]), standard: "no",
      meaning: "how much each class counts: balanced, or 1,5 with one number a class"),
    OptionDefinition(
      name: "l1", kind: .number(.notNegative), standard: "0",
      meaning: "adds l1 * sum(|w|) for all weights"),
    OptionDefinition(
      name: "l2", kind: .number(.notNegative), standard: "0",
      meaning: "adds l2 * sum(w^2) for all weights (Keras's form)"),
    OptionDefinition(
      name: "lambda", kind: .number(.notNegative), standard: "0",
      meaning: "adds lambda / (2 m) * sum(w^2), m training examples"),
    OptionDefinition(
      name: "lambda1", kind: .number(.notNegative), standard: "0",
      meaning: "adds lambda1 / m * sum(|w|), m training examples"),
    OptionDefinition(
      name: "penalize_bias", kind: .yesOrNo, standard: "no",
      meaning: "whether these penalties count the biases too"),
    OptionDefinition(
      name: "max_norm", kind: .number(.positive.usually("2 to 4")),
      meaning: "after each step, keeps the norm of what comes into a unit within this"),
  ]

  package static func read(
    _ arguments: Arguments, into settings: inout TrainingSettings
  ) throws(Diagnostic) {
    settings.loss = try loss(arguments) ?? settings.loss
    try arguments.read("label_smoothing", into: &settings.labelSmoothing)
    if arguments.has("class_weight") { settings.classWeights = try classWeights(arguments) }
    try arguments.read("l1", into: &settings.l1)
    try arguments.read("l2", into: &settings.l2)
    try arguments.read("lambda", into: &settings.lambda)
    try arguments.read("lambda1", into: &settings.lambda1)
    try arguments.read("penalize_bias", into: &settings.penalizesBias)
    settings.maxNorm = try arguments.number("max_norm") ?? settings.maxNorm
  }

  private static func loss(_ arguments: Arguments) throws(Diagnostic) -> Loss? {
    guard let value = try arguments.single("loss") else { return nil }
    if let text = arguments.text(of: value) {
      if let known = (names + longNames).first(where: { $0.name == text }) { return known.loss }
      if text.hasSuffix("_with_logits") {
        let name = text.hasPrefix("sigmoid") ? "binary_crossentropy" : "categorical_crossentropy"
        throw Diagnostic(
          "no loss is called \"\(text)\"", at: value.range,
          hints: [
            "here it is called: \(name), and takes the logits by itself: it reaches through the "
              + "last sigmoid or softmax to what enters it"
          ])
      }
    }
    _ = try arguments.word(value, among: names.map(\.name), what: "loss")
    return nil
  }

  private static func classWeights(_ arguments: Arguments) throws(Diagnostic) -> ClassWeights? {
    let values = arguments.command.option("class_weight")?.values ?? []
    if values.count == 1, let word = arguments.text(of: values[0]) {
      switch word {
      case "balanced": return .balanced
      case "no": return nil
      default:
        if arguments.evaluator.state.bindings.value(of: word) == nil {
          throw Wording.unknownWord(
            word, what: "class weight", among: ["balanced", "no"], at: values[0].range)
        }
      }
    }
    var weights: [Double] = []
    for value in values {
      let weight = try arguments.evaluator.number(value)
      guard weight >= 0 else {
        throw Diagnostic("class_weight must be 0 or more", at: value.range)
      }
      weights.append(weight)
    }
    return .given(weights)
  }
}
