import Networks

/// An option of the layers that declare a setting of this name.
struct LayerOption {
  let name: String
  /// Which layers take it, and the option as each of them declares it.
  private var owners: [Owner]

  /// One of the layers that take it.
  private struct Owner {
    let kind: String
    /// The word behind the kind without which it does not take it; nil for none.
    let word: String?
    let definition: OptionDefinition

    /// "dense", "activation leaky_relu"
    var text: String { word.map { "\(kind) \($0)" } ?? kind }
  }

  /// Those of all layers, each once, in the order of help: what belongs to a single word comes
  /// behind what belongs to whole layers, and last what every layer takes.
  static let all: [LayerOption] = {
    var options: [LayerOption] = []
    for type in LayerTable.types { add(optionsOf: type, to: &options) }
    return options.filter { $0.breadth == .layers } + options.filter { $0.breadth == .word }
      + options.filter { $0.breadth == .everyLayer }
  }()

  private static func add<Kind: Layer>(
    optionsOf type: Kind.Type, to options: inout [LayerOption]
  ) {
    for setting in type.settings where setting.position == nil {
      let owner = Owner(
        kind: type.kind, word: setting.condition?.owner, definition: OptionDefinition(setting))
      if let place = options.firstIndex(where: { $0.name == setting.name }) {
        options[place].owners.append(owner)
      } else {
        options.append(LayerOption(name: setting.name, owners: [owner]))
      }
    }
  }

  private enum Breadth { case layers, word, everyLayer }

  private var breadth: Breadth {
    if owners.count == LayerTable.types.count { return .everyLayer }
    return owners.contains { $0.word != nil } ? .word : .layers
  }

  /// The option of all of them. What it does begins with whose it is, unless every layer takes it
  /// or the default says it.
  var definition: OptionDefinition {
    let first = owners[0].definition
    let standards = standards
    let isSaid = breadth == .everyLayer || standards.count > 1
    let whose = isSaid ? "" : owners.map(\.text).joined(separator: ", ") + ": "
    return OptionDefinition(
      name: name, kind: first.kind,
      standard: standards.count > 1 ? standards.joined(separator: ", ") : first.standard,
      meaning: whose + first.meaning)
  }

  /// The defaults with the layers that have them: "1 (conv)", "the window (maxpool, avgpool)".
  private var standards: [String] {
    var texts: [String] = []
    for text in owners.map({ $0.definition.standard ?? "" }) where !texts.contains(text) {
      texts.append(text)
    }
    return texts.map { text in
      let kinds = owners.filter { ($0.definition.standard ?? "") == text }.map(\.kind)
      return "\(text) (\(kinds.joined(separator: ", ")))"
    }
  }
}
