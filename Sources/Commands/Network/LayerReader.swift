import Formulas
package import Language
package import Networks
import TensorEngine
import Workbench

/// Reads a layer from the arguments of `add`, `insert` and `replace`.
package enum LayerReader {
  /// The options of all layers, each once.
  package static let options = LayerOption.definitions

  /// Reads the layer that begins at the value `start`.
  package static func layer(
    from arguments: Arguments, startingAt start: Int
  ) throws(Diagnostic) -> any Layer {
    let value = try arguments.value(start, orSay: "\(arguments.definition.verb) needs a layer")
    let kinds = LayerKind.allCases.map(\.rawValue)
    let word = try arguments.word(value, among: kinds, what: "layer")
    guard let kind = LayerKind(rawValue: word) else {
      throw Wording.unknownWord(word, what: "layer", among: kinds, at: value.range)
    }
    let rest = LayerArguments(arguments: arguments, kind: kind, values: start + 1)
    switch kind {
    case .dense: return try dense(rest)
    case .dropout: return try dropout(rest)
    case .convolution: return try convolution(rest)
    case .maxPooling: return try maxPooling(rest)
    case .averagePooling: return try averagePooling(rest)
    case .flatten:
      try rest.expect(optionsOf: Flatten(), atMost: 0)
      return Flatten(name: try arguments.value(of: LayerOption.name))
    case .activation: return try activation(rest)
    case .batchnorm: return try batchNorm(rest)
    case .gaussianNoise: return try gaussianNoise(rest)
    }
  }

  private static func dense(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(optionsOf: Dense(units: 1), atMost: 2)
    let arguments = layer.arguments
    let missing = "dense needs a number of units: dense 8 tanh"
    let units = try layer.value(0, orSay: missing)
    if let word = arguments.text(of: units), Activation(rawValue: word) != nil {
      throw Diagnostic(missing, at: units.range)
    }
    return Dense(
      units: try arguments.count(units, what: "units", in: 1...1_000_000),
      activation: try layer.optional(1).map { (value) throws(Diagnostic) in
        try Self.activation(value, arguments)
      } ?? .linear,
      initializer: try arguments.value(of: LayerOption.initializer) ?? .glorotUniform,
      usesBias: try arguments.value(of: LayerOption.bias) ?? true,
      l1: try arguments.value(of: LayerOption.l1) ?? 0,
      l2: try arguments.value(of: LayerOption.l2) ?? 0,
      maxNorm: try arguments.value(of: LayerOption.maxNorm),
      name: try arguments.value(of: LayerOption.name))
  }

  private static func dropout(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(optionsOf: Dropout(rate: 0), atMost: 1)
    let value = try layer.value(0, orSay: "dropout needs a rate: dropout 0.3")
    let rate = try layer.arguments.evaluator.number(value)
    guard rate >= 0, rate < 1 else {
      throw Diagnostic(
        "dropout must be 0 or more and less than 1: it is the share of outputs switched off",
        at: value.range)
    }
    return Dropout(rate: rate, name: try layer.arguments.value(of: LayerOption.name))
  }

  private static func activation(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(optionsOf: ActivationLayer(.leakyRelu), atMost: 1)
    let value = try layer.value(0, orSay: "activation needs a function: activation relu")
    let function = try activation(value, layer.arguments)
    let slope = try layer.arguments.value(of: LayerOption.slope)
    if slope != nil && function != .leakyRelu {
      throw Diagnostic(
        "slope belongs to leaky_relu", at: layer.arguments.range(of: LayerOption.slope),
        hints: ["add activation leaky_relu slope=0.3"])
    }
    return ActivationLayer(
      function, slope: slope, name: try layer.arguments.value(of: LayerOption.name))
  }

  /// The activation that a word names.
  ///
  /// - Throws: a `Diagnostic` with the nearest names, for an unknown one.
  package static func activation(
    _ value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> Activation {
    let names = Activation.allCases.map(\.rawValue)
    let word = try arguments.word(value, among: names, what: "activation")
    return Activation(rawValue: word) ?? .linear
  }
}

/// The part of a command's arguments that belongs to a layer.
package struct LayerArguments {
  let arguments: Arguments
  let kind: LayerKind
  /// The index of the first value behind the layer's name.
  let values: Int

  func optional(_ index: Int) -> Expression? {
    values + index < arguments.values.count ? arguments.values[values + index] : nil
  }

  /// The value at a place behind the kind of layer.
  ///
  /// - Throws: a `Diagnostic` that says what is missing.
  package func value(_ index: Int, orSay missing: String) throws(Diagnostic) -> Expression {
    guard let value = optional(index) else {
      throw Diagnostic(missing, at: arguments.values[values - 1].range)
    }
    return value
  }

  /// Refuses values beyond `count` and options that are no settings of such a layer.
  func expect(optionsOf layer: any Layer, atMost count: Int) throws(Diagnostic) {
    let names = layer.settings.filter { !$0.isPositional }.map(\.name)
    if let value = optional(count) {
      throw Diagnostic("\(kind.rawValue) did not expect this", at: value.range)
    }
    for option in arguments.command.options where !names.contains(option.name.text) {
      throw Diagnostic(
        "\(kind.rawValue) has no option \"\(option.name.text)\"", at: option.name.range)
    }
  }
}
