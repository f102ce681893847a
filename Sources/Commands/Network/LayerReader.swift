import Formulas
package import Language
package import Networks
import Workbench

/// Reads a layer from the arguments of `add`, `insert` and `replace`, as its settings are declared.
package enum LayerReader {
  /// The options of all layers, each once.
  package static let options = LayerOption.all.map(\.definition)

  /// The names of the options of a layer, by the word that it is typed by; nil for none.
  package static func optionNames(of word: String) -> [String]? {
    let kind = Activation(rawValue: word) == nil ? Loanword.layer(word) : "activation"
    guard let kind, let type = LayerTable.type(of: kind) else { return nil }
    return names(of: type)
  }

  private static func names<Kind: Layer>(of type: Kind.Type) -> [String] {
    type.settings.filter { $0.position == nil }.map(\.name)
  }

  /// Reads the layer that begins at the value `start`.
  package static func layer(
    from arguments: Arguments, startingAt start: Int
  ) throws(Diagnostic) -> any Layer {
    let value = try arguments.value(start, orSay: "\(arguments.definition.verb) needs a layer")
    let word = try arguments.word(value, among: LayerTable.kinds, what: "layer")
    guard let type = LayerTable.type(of: word) else {
      throw Wording.unknownWord(word, what: "layer", among: LayerTable.kinds, at: value.range)
    }
    return try layer(of: type, from: LayerArguments(arguments, behind: start))
  }

  private static func layer<Kind: Layer>(
    of type: Kind.Type, from given: LayerArguments
  ) throws(Diagnostic) -> any Layer {
    let positional = type.settings.filter { $0.position != nil }
    let named = type.settings.filter { $0.position == nil }
    try given.refuseAll(but: named.map(\.name), behind: positional.count, of: type.kind)
    try given.checkPresence(of: positional)
    var layer = type.usual
    for (setting, value) in zip(positional, given.values) {
      try given.arguments.evaluator.read(value, as: setting, into: &layer)
    }
    for setting in named { try given.arguments.read(setting, into: &layer) }
    for setting in named {
      guard let condition = setting.condition, let option = given.arguments.given(setting),
        !condition.holds(layer)
      else { continue }
      throw Diagnostic(
        condition.refusal, at: option.values.first?.range ?? option.range,
        hints: condition.hint.map { [$0] } ?? [])
    }
    return layer
  }
}

/// The part of a command's arguments that belongs to a layer.
private struct LayerArguments {
  let arguments: Arguments
  /// The word that says what kind of layer it is.
  private let kind: Expression
  /// What stands behind the kind without a name.
  let values: ArraySlice<Expression>

  init(_ arguments: Arguments, behind place: Int) {
    self.arguments = arguments
    kind = arguments.values[place]
    values = arguments.values[(place + 1)...]
  }

  /// Refuses values beyond a count, and options that are no settings of such a layer.
  func refuseAll(
    but names: [String], behind count: Int, of kind: String
  ) throws(Diagnostic) {
    if let value = values.dropFirst(count).first {
      throw Diagnostic("\(kind) did not expect this", at: value.range)
    }
    for option in arguments.command.options where !names.contains(option.name.text) {
      throw Diagnostic("\(kind) has no option \"\(option.name.text)\"", at: option.name.range)
    }
  }

  /// Refuses to go on without the values that can't be left out.
  func checkPresence<Kind: Layer>(of settings: [Setting<Kind>]) throws(Diagnostic) {
    for (index, setting) in settings.enumerated() {
      guard let missing = setting.position?.missing else { continue }
      guard let value = values.dropFirst(index).first else {
        throw Diagnostic(missing, at: kind.range)
      }
      guard case .count = setting.place else { continue }
      if settings.dropFirst(index + 1).contains(where: { stands(value, for: $0) }) {
        throw Diagnostic(missing, at: value.range)
      }
    }
  }

  /// Whether a value is of a later setting, so that the one at its place was left out.
  private func stands<Kind: Layer>(_ value: Expression, for setting: Setting<Kind>) -> Bool {
    switch setting.place {
    case .size: if case .size = value.kind { true } else { false }
    case .choice(let choice): arguments.text(of: value).map(choice.words.contains) ?? false
    default: false
    }
  }
}
