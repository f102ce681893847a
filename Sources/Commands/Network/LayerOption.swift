import Formulas
import Language
import Networks
import TensorEngine

/// The options of layers, each declared once; which of them a layer takes is told by its settings.
enum LayerOption {
  static let initializer = begins(
    "initializer", standard: "glorot_uniform",
    meaning: "dense, conv: how the first weights are drawn")
  static let bias = CommandOption<Bool>.yesOrNo(
    "bias", standard: "yes", meaning: "dense, conv: add a number to each sum")
  static let l1 = CommandOption<Double>.number(
    "l1", .notNegative.usually("0.0001 to 0.01"), standard: "0",
    meaning: "dense, conv: adds l1 * sum(|w|) to the loss")
  static let l2 = CommandOption<Double>.number(
    "l2", .notNegative.usually("0.0001 to 0.01"), standard: "0",
    meaning: "dense, conv: adds l2 * sum(w^2) to the loss (Keras's form)")
  static let maxNorm = CommandOption<Double>.number(
    "max_norm", .positive.usually("2 to 4"),
    meaning: "dense, conv: keeps the norm of what comes into a unit within this")
  static let stride = CommandOption<Expression>.expression(
    "stride", .size, standard: "1 (conv), the window (maxpool, avgpool)",
    meaning: "how many pixels the window moves: 2, or 2x1 for down and across")
  static let padding = CommandOption<String>.choice(
    "padding", of: ImageWindow.Padding.allCases.map(\.rawValue), standard: "valid",
    meaning: "conv, maxpool, avgpool: whether windows may pass the edge of an image")
  static let momentum = CommandOption<Double>.number(
    "momentum", .upToOne.usually("0.9 to 0.99"), standard: "0.99",
    meaning: "batchnorm: how much of the moving statistics stays in a step")
  static let epsilon = CommandOption<Double>.number(
    "epsilon", .positive, standard: "0.001",
    meaning: "batchnorm: what is added to the variance")
  static let scale = CommandOption<Bool>.yesOrNo(
    "scale", standard: "yes", meaning: "batchnorm: learn gamma")
  static let center = CommandOption<Bool>.yesOrNo(
    "center", standard: "yes", meaning: "batchnorm: learn beta")
  static let gamma = begins("gamma", standard: "ones", meaning: "batchnorm: how gamma begins")
  static let beta = begins("beta", standard: "zeros", meaning: "batchnorm: how beta begins")
  static let slope = CommandOption<Double>.number(
    "slope", .notNegative, standard: "0.2",
    meaning: "activation leaky_relu: its slope left of 0 (Keras's layer LeakyReLU has 0.3)")
  static let name = CommandOption<String>.word("name", meaning: "a name of your own")

  /// All of them, in the order of help.
  static let definitions: [OptionDefinition] = [
    initializer.definition, bias.definition, l1.definition, l2.definition, maxNorm.definition,
    stride.definition, padding.definition, momentum.definition, epsilon.definition,
    scale.definition, center.definition, gamma.definition, beta.definition, slope.definition,
    name.definition,
  ]

  /// How a parameter begins: `he_normal`, `constant(0.1)`.
  private static func begins(
    _ name: String, standard: String, meaning: String
  ) -> CommandOption<Initializer> {
    CommandOption(
      OptionDefinition(
        name: name, kind: .call(LayerReader.initializerWords), standard: standard,
        meaning: meaning)
    ) { (value, arguments) throws(Diagnostic) in
      try LayerReader.initializer(value, of: name, arguments)
    }
  }
}
