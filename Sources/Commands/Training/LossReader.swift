import Formulas
package import Language
package import Networks
import TensorEngine
import Workbench

/// Reads the loss, its settings and the penalties of a training.
package enum LossReader {
  /// The names of the losses, Keras's, and the longer ones that mean the same.
  package static let names: [(name: String, loss: Loss)] =
    Loss.allCases.flatMap { loss in loss.names.map { ($0, loss) } }
  private static let longNames: [(name: String, loss: Loss)] = Loss.allCases.compactMap { loss in
    loss.longName.map { ($0, loss) }
  }

  /// The options of the loss and its penalties, in the order of help.
  package static let options: [OptionDefinition] = [
    loss.definition, OptionDefinition(TrainingSetting.labelSmoothing), classWeight.definition,
    OptionDefinition(TrainingSetting.l1), OptionDefinition(TrainingSetting.l2),
    OptionDefinition(TrainingSetting.lambda), OptionDefinition(TrainingSetting.lambda1),
    OptionDefinition(TrainingSetting.proximal), OptionDefinition(TrainingSetting.penalizeBias),
    OptionDefinition(TrainingSetting.maxNorm),
  ]

  private static let loss = CommandOption<Loss?>(
    TrainingSetting.loss, .choice(names.map(\.name)), read: named)
  private static let classWeight = CommandOption<Expression>(
    TrainingSetting.classWeight, .call(["balanced", "no"])
  ) { (value, _) in value }

  /// Changes the loss and its penalties to what is typed.
  package static func read(
    _ arguments: Arguments, into settings: inout TrainingSettings
  ) throws(Diagnostic) {
    try arguments.read(loss, into: &settings.loss)
    if arguments.has(classWeight) { settings.classWeights = try classWeights(arguments) }
    for setting in others { try arguments.read(setting, into: &settings) }
  }

  /// What is read as it is declared.
  private static let others = [
    TrainingSetting.labelSmoothing, TrainingSetting.l1, TrainingSetting.l2,
    TrainingSetting.lambda, TrainingSetting.lambda1, TrainingSetting.proximal,
    TrainingSetting.penalizeBias, TrainingSetting.maxNorm,
  ]

  private static func named(
    _ value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> Loss? {
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
    _ = try arguments.word(value, among: names.map(\.name), what: TrainingSetting.loss.name)
    return nil
  }

  private static func classWeights(_ arguments: Arguments) throws(Diagnostic) -> ClassWeights? {
    let values = arguments.expressions(of: classWeight)
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
    // In brackets they are one value, so that a comparison can go through several.
    if values.count == 1, values[0].number == nil,
      case .matrix(let row) = try arguments.evaluator.quantity(values[0]), row.rows == 1
    {
      for weight in row.elements where !(weight >= 0 && weight.isFinite) {
        throw Diagnostic("class_weight must be 0 or more", at: values[0].range)
      }
      return .given(row.elements)
    }
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
