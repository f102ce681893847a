import Datasets
package import Language
import Networks

extension Command {
  /// The command in the words of this language, each where the word of the other tool stands.
  package func translated(for definition: CommandDefinition) -> Command {
    // A formula has the words of mathematics.
    if form == .formula { return self }
    let definition = definition.behind(values.first?.text)
    var command = self
    command.translateLayer(of: definition)
    command.translateOptimizer(of: definition)
    command.translateThing()
    command.nameFormat()
    command.arguments = command.arguments.map { argument in
      switch argument {
      case .option(let option): .option(command.translated(option, of: definition))
      case .value(let value): .value(Self.translated(value, of: definition))
      }
    }
    command.nameCount()
    return command
  }

  /// `evaluate dev`
  private static func translated(
    _ value: Expression, of definition: CommandDefinition
  ) -> Expression {
    guard case .word(let word) = value.kind, let split = Loanword.splits[word],
      definition.words.contains(split)
    else { return value }
    return Expression(.word(split), range: value.range)
  }

  private func translated(_ option: Option, of definition: CommandDefinition) -> Option {
    var option = option
    let takes = { (name: Name) in definition.options.contains { $0.takes(OptionKey(name)) } }
    if !takes(option.name), let name = Loanword.options[option.name.text], self.option(name) == nil,
      takes(Name(name, range: option.name.range))
    {
      option.name.text = name
    }
    if let words = Loanword.values[option.name.text] {
      option.values = option.values.map { value in
        guard case .word(let word) = value.kind, let ours = words[Loanword.plain(word)] else {
          return value
        }
        return Expression(.word(ours), range: value.range)
      }
    }
    return option
  }

  /// `optimizer=Adam(learning_rate=0.1)`: the settings of an optimizer are options of their own here.
  private mutating func translateOptimizer(of definition: CommandDefinition) {
    guard definition.options.contains(where: { $0.name == "optimizer" }),
      let place = arguments.firstIndex(where: {
        if case .option(let option) = $0 { option.name.text == "optimizer" } else { false }
      }),
      case .option(var option) = arguments[place], option.values.count == 1,
      case .call(let name, let settings) = option.values[0].kind,
      settings.allSatisfy({ if case .option = $0 { true } else { false } })
    else { return }
    option.values = [Expression(.word(name.text), range: name.range)]
    arguments.replaceSubrange(place...place, with: [.option(option)] + settings)
  }

  /// `plot decision boundary`, `plot confusion matrix`, `show layer 1`: one word of two is its name here.
  private mutating func takeOutOfPhrase() {
    guard verb.text == "plot" || verb.text == "show",
      case .word(let first)? = values.first?.kind,
      case .word(let second)? = values.dropFirst().first?.kind,
      let place = Loanword.phrases["\(first) \(second)"]
    else { return }
    let other = values[place]
    arguments.removeAll { $0 == .value(other) }
  }

  /// `freeze layer 1`, `remove layer 2`: what a number counts goes without saying.
  private mutating func takeOutLayer() {
    guard ["freeze", "unfreeze", "remove", "replace"].contains(verb.text), values.count > 1,
      case .word(let word) = values[0].kind, ["layer", "layers"].contains(word),
      values[1].text == nil
    else { return }
    let layer = values[0]
    arguments.removeAll { $0 == .value(layer) }
  }

  /// `show model`, `plot history`.
  private mutating func translateThing() {
    takeOutOfPhrase()
    takeOutLayer()
    guard let words = Loanword.things[verb.text], case .value(let value)? = arguments.first,
      case .word(let word) = value.kind, let ours = words[Loanword.plain(word)]
    else { return }
    arguments[0] = .value(Expression(.word(ours), range: value.range))
  }

  /// `data wine.csv`, `load net.safetensors`: the ending says what kind of file it is.
  private mutating func nameFormat() {
    guard let value = values.first, let place = arguments.firstIndex(of: .value(value)),
      case .path(let file) = value.kind,
      let kind = Loanword.endings[verb.text]?.first(where: {
        file.lowercased().hasSuffix(".\($0.key)")
      })
    else { return }
    arguments.insert(.value(Expression(.word(kind.value), range: value.range)), at: place)
  }

  /// `data circles 500`, where what is drawn is counted by its first option.
  private mutating func nameCount() {
    guard verb.text == "data", values.count == 2, case .word(let kind) = values[0].kind,
      let count = values[1].wholeNumber, count > 0,
      let place = arguments.firstIndex(of: .value(values[1])),
      let first = Generator.named(kind.lowercased())?.options.first, first.isWhole,
      option(first.name) == nil
    else { return }
    let name = Name(first.name, range: values[1].range)
    arguments[place] = .option(Option(name: name, values: [values[1]], range: values[1].range))
  }
}

// Layers.
extension Command {
  /// `add Dense(8, activation=relu)`, `add BatchNormalization`, `add maxpooling 2`, `add ReLU`: a kind
  /// as it is called here, with what needs no name in its place.
  private mutating func translateLayer(of definition: CommandDefinition) {
    guard let start = ["add": 0, "insert": 1, "replace": 1][definition.verb], values.count > start
    else { return }
    let value = values[start]
    guard let place = arguments.firstIndex(of: .value(value)) else { return }
    if case .call(let name, let settings) = value.kind, Loanword.layer(name.text) != nil {
      let kind = Expression(.word(name.text), range: name.range)
      arguments.replaceSubrange(place...place, with: [.value(kind)] + settings)
    }
    guard case .value(let typed) = arguments[place], case .word(let word) = typed.kind else {
      return
    }
    let isNamed = options.contains {
      Loanword.layerSettings[$0.name.text] != nil || $0.name.text == "units"
    }
    if let activation = Activation.allCases.first(where: {
      Loanword.plain($0.rawValue) == Loanword.plain(word)
    }), values.count == start + 1, !isNamed {
      arguments.replaceSubrange(
        place...place,
        with: ["activation", activation.rawValue].map {
          .value(Expression(.word($0), range: typed.range))
        })
    } else if let kind = Loanword.layer(word), let type = LayerTable.type(of: kind) {
      arguments[place] = .value(Expression(.word(kind), range: typed.range))
      takeOutOfNames(type, behind: start)
    }
  }

  /// Puts settings that stand without their names here into their places, and squares a window that
  /// is one number.
  private mutating func takeOutOfNames<Kind: Layer>(_ type: Kind.Type, behind start: Int) {
    let positional = type.settings.filter { $0.position != nil }
    for (index, setting) in positional.enumerated() where values.count == start + 1 + index {
      let names = [setting.name] + Loanword.layerSettings.filter { $0.value == setting.name }.keys
      guard let option = options.first(where: { names.contains($0.name.text) }),
        option.values.count == 1
      else { continue }
      arguments.removeAll { $0 == .option(option) }
      arguments.append(.value(option.values[0]))
    }
    for (setting, value) in zip(positional, values.dropFirst(start + 1)) {
      guard case .size = setting.place, let side = value.wholeNumber, side > 0,
        let place = arguments.firstIndex(of: .value(value))
      else { continue }
      arguments[place] = .value(Expression(.size([side, side]), range: value.range))
    }
  }
}
