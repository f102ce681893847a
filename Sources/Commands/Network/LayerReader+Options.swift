import Formulas
package import Language
package import Networks

extension LayerReader {
  /// The names of the initializers; `constant` is typed with its number.
  package static let initializerWords = Initializer.named.map(\.rawValue) + ["constant"]

  /// The initializer that the value of an option names: `he_normal`, `constant(0.1)`.
  static func initializer(
    _ value: Expression, of name: String, _ arguments: Arguments
  ) throws(Diagnostic) -> Initializer {
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
    try layer.expect(optionsOf: BatchNorm(), atMost: 0)
    let arguments = layer.arguments
    let standard = BatchNorm()
    let result = BatchNorm(
      momentum: try arguments.value(of: LayerOption.momentum) ?? standard.momentum,
      epsilon: try arguments.value(of: LayerOption.epsilon) ?? standard.epsilon,
      usesScale: try arguments.value(of: LayerOption.scale) ?? true,
      usesCenter: try arguments.value(of: LayerOption.center) ?? true,
      gamma: try arguments.value(of: LayerOption.gamma) ?? standard.gamma,
      beta: try arguments.value(of: LayerOption.beta) ?? standard.beta,
      name: try arguments.value(of: LayerOption.name))
    for (option, switchOption, isUsed) in [
      (LayerOption.gamma, LayerOption.scale, result.usesScale),
      (LayerOption.beta, LayerOption.center, result.usesCenter),
    ] where arguments.has(option) && !isUsed {
      throw Diagnostic(
        "\(switchOption.name)=no leaves \(option.name) out, so it cannot begin with something",
        at: arguments.range(of: option))
    }
    return result
  }

  /// `gaussian_noise 0.1`
  package static func gaussianNoise(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(optionsOf: GaussianNoise(deviation: 0), atMost: 1)
    let value = try layer.value(
      0, orSay: "gaussian_noise needs a standard deviation: gaussian_noise 0.1")
    let deviation = try layer.arguments.evaluator.number(value)
    guard deviation >= 0 else {
      throw Diagnostic(
        "gaussian_noise must be 0 or more: it is the standard deviation of what is added",
        at: value.range)
    }
    return GaussianNoise(
      deviation: deviation, name: try layer.arguments.value(of: LayerOption.name))
  }
}
