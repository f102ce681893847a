package import Formulas
package import Language
package import Networks

extension LayerReader {
  /// The options of `batchnorm`, `gaussian_noise` and `activation`, on top of those of `dense`.
  static let moreOptions: [OptionDefinition] = [
    OptionDefinition(
      name: "momentum", kind: .number(.upToOne.usually("0.9 to 0.99")), standard: "0.99",
      meaning: "batchnorm: how much of the moving statistics stays in a step"),
    OptionDefinition(
      name: "epsilon", kind: .number(.positive), standard: "0.001",
      meaning: "batchnorm: what is added to the variance"),
    OptionDefinition(
      name: "scale", kind: .yesOrNo, standard: "yes", meaning: "batchnorm: learn gamma"),
    OptionDefinition(
      name: "center", kind: .yesOrNo, standard: "yes", meaning: "batchnorm: learn beta"),
    OptionDefinition(
      name: "gamma", kind: .call(initializerWords), standard: "ones",
      meaning: "batchnorm: how gamma begins"),
    OptionDefinition(
      name: "beta", kind: .call(initializerWords), standard: "zeros",
      meaning: "batchnorm: how beta begins"),
    OptionDefinition(
      name: "slope", kind: .number(.notNegative), standard: "0.2",
      meaning: "activation leaky_relu: its slope left of 0 (Keras's layer LeakyReLU has 0.3)"),
  ]

  /// The names of the initializers; `constant` is typed with its number.
  package static let initializerWords = Initializer.named.map(\.rawValue) + ["constant"]

  /// The initializer that an option names: `he_normal`, `constant(0.1)`.
  package static func initializer(
    _ name: String, _ arguments: Arguments
  ) throws(Diagnostic) -> Initializer? {
    guard let value = try arguments.single(name) else { return nil }
    let form = "constant is typed with its number: \(name)=constant(0.1)"
    if case .call(let function, let numbers) = value.kind, function.text == "constant" {
      guard numbers.count == 1, case .value(let number)? = numbers.first else {
        throw Diagnostic(form, at: value.range)
      }
      return .constant(try arguments.evaluator.number(number))
    }
    if case .call(let function, _) = value.kind {
      throw Diagnostic(
        "only constant takes a number", at: function.range,
        hints: ["\(name)=constant(0.1)"])
    }
    let word = try arguments.word(value, among: initializerWords, what: "initializer")
    guard let initializer = Initializer(rawValue: word) else {
      throw Diagnostic(form, at: value.range)
    }
    return initializer
  }

  static func batchNorm(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(
      options: ["momentum", "epsilon", "scale", "center", "gamma", "beta", "name"], atMost: 0)
    let arguments = layer.arguments
    let standard = BatchNorm()
    let result = BatchNorm(
      momentum: try arguments.number("momentum") ?? standard.momentum,
      epsilon: try arguments.number("epsilon") ?? standard.epsilon,
      usesScale: try arguments.yesOrNo("scale") ?? true,
      usesCenter: try arguments.yesOrNo("center") ?? true,
      gamma: try initializer("gamma", arguments) ?? standard.gamma,
      beta: try initializer("beta", arguments) ?? standard.beta,
      name: try arguments.text("name"))
    for (name, switchName, isUsed) in [
      ("gamma", "scale", result.usesScale), ("beta", "center", result.usesCenter),
    ] where arguments.has(name) && !isUsed {
      throw Diagnostic(
        "\(switchName)=no leaves \(name) out, so it cannot begin with something",
        at: arguments.range(of: name))
    }
    return result
  }

  package static func gaussianNoise(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(options: ["name"], atMost: 1)
    let value = try layer.value(
      0, orSay: "gaussian_noise needs a standard deviation: gaussian_noise 0.1")
    let deviation = try layer.arguments.evaluator.number(value)
    guard deviation >= 0 else {
      throw Diagnostic(
        "gaussian_noise must be 0 or more: it is the standard deviation of what is added",
        at: value.range)
    }
    return GaussianNoise(deviation: deviation, name: try layer.arguments.text("name"))
  }
}
