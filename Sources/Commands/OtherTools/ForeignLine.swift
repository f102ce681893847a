import Charts
package import Language
import Networks
import Workbench

/// What to type instead of lines that other tools take and this one does otherwise.
package enum ForeignLine {
  /// What an option of theirs is here, as lines to type; nil for one that means nothing here.
  static func hints(forOption name: String) -> [String]? { ForeignWord.options[name] }

  /// What to type instead of a line whose first word is no verb; nil for nothing.
  static func hint(forVerb verb: String) -> String? {
    if let kind = Loanword.layer(verb) { return "a layer is added: add \(example(of: kind))" }
    let plain = Loanword.plain(verb)
    if let optimizer = Optimizer.Kind(rawValue: plain) {
      return "an optimizer is an option of a training: train optimizer=\(optimizer.rawValue)"
    }
    return ForeignWord.sentences[plain]
  }

  static func example(of kind: String) -> String {
    let examples = [
      "dense": " 8 relu", "conv": " 8 3x3 relu", "maxpool": " 2x2", "avgpool": " 2x2",
    ]
    return kind + (examples[kind] ?? (kind == "dropout" ? " 0.3" : ""))
  }

  /// The line that was meant by values which a command does not expect; nil where it is not sure.
  static func line(meantBy command: Command, of definition: CommandDefinition) -> String? {
    let values = command.values
    if let joined = joined(command, of: definition) { return joined }
    switch command.verb.text {
    case "split": return split(values)
    case "train":
      let place = values.firstIndex { ["epochs", "epoch"].contains($0.text) }
      let beside = place.flatMap { place in
        [place - 1, place + 1].first {
          values.indices.contains($0) && values[$0].wholeNumber != nil
        }
      }
      return values[beside ?? 0].wholeNumber.map { "train epochs=\($0)" } ?? training(values)
    case "network": return layerByLayer
    case "evaluate":
      return values.lazy.compactMap(\.text).last { definition.words.contains($0) }
        .map { "evaluate \($0)" }
    default: return nil
    }
  }

  /// `data moons noise 0.2`: names of options and their values side by side, as they are joined.
  private static func joined(_ command: Command, of definition: CommandDefinition) -> String? {
    var texts = [command.verb.text]
    var hasJoined = false
    var rest = command.values[...]
    while let value = rest.popFirst() {
      let name = value.text.map { Loanword.options[$0] ?? $0 }
      if let name, let next = rest.first, !definition.words.contains(name),
        let option = definition.options.first(where: { $0.name == name }),
        command.option(name) == nil,
        next.isNumber || option.choices.contains(next.text ?? "")
      {
        texts.append("\(name)=\(next.formatted)")
        hasJoined = true
        rest.removeFirst()
      } else if let text = value.text, definition.words.contains(text) {
        texts.append(text)
      } else {
        return nil
      }
    }
    return hasJoined ? (texts + command.options.map(\.formatted)).joined(separator: " ") : nil
  }

  /// `split 0.8`, `split 80 20`, `split 60 20 20`
  private static func split(_ values: [Expression]) -> String? {
    let shares = values.compactMap { value -> Double? in
      switch value.kind {
      case .percent(let share): share * 100
      case .number(let number): number < 1 ? number * 100 : number
      default: nil
      }
    }
    return shares.count == values.count ? split(percents: shares) : nil
  }

  /// The line that cuts the data into such parts; nil where they are none.
  static func split(percents shares: [Double]) -> String? {
    guard shares.allSatisfy({ $0 > 0.5 && $0 < 99.5 }) else { return nil }
    var parts = shares.map { Int($0.rounded()) }
    if parts.count == 1 { parts.append(100 - parts[0]) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1..<100).contains($0) }),
      parts.reduce(0, +) == 100
    else { return nil }
    return (["split"] + zip(["train", "validation", "test"], parts).map { "\($0)=\($1)%" })
      .joined(separator: " ")
  }

  /// `train learning rate 0.1`, `train early stopping`, `train until 95%`.
  private static func training(_ values: [Expression]) -> String? {
    switch values.first?.text {
    case "learning", "rate":
      let number = values.lazy.compactMap { (value: Expression) -> String? in
        if case .number(let number) = value.kind {
          NumberText.significant(number, digits: 6)
        } else {
          nil
        }
      }.first
      return "train rate=\(number ?? "0.1")"
    case "early": return "train stop=early(patience=10)"
    case "until": return "when accuracy(validation) > 95% do stop"
    default: return nil
    }
  }

  /// A fault of a line of a programming language, or with the signs of another prompt, with the line that
  /// does it here; nil for other lines.
  package static func explained(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic? {
    hint(forUnread: source, in: table).map { fault.with(hint: $0) }
  }

  private static func hint(forUnread source: String, in table: CommandTable) -> String? {
    let first = String(source.prefix { $0 != " " })
    if let line = ForeignCall(source)?.line(in: table) { return "here it is typed: \(line)" }
    if let hint = ForeignWord.statements[first], first != "for" || source.last == ":" {
      return hint
    }
    if let shape = shapes[first], source.dropFirst(first.count).allSatisfy(isOfShape) {
      let numbers = source.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
      let own = first == "split" ? split(percents: numbers.map { $0 < 1 ? $0 * 100 : $0 }) : nil
      return "it is typed: \(own ?? shape)"
    }
    if let hint = ForeignSign.hint(for: source, in: table) { return hint }
    if let line = part(of: source, in: table) { return "here it is typed: \(line)" }
    if let line = ForeignLetter.line(source, in: table) { return "it is typed: \(line)" }
    guard table.definition(of: first) == nil else { return nil }
    if let verb = OtherTongue.verb(first) ?? Wording.otherTools[first] {
      return "here it is called: \(verb)"
    }
    return first.contains("=") ? nil : hint(forVerb: first)
  }

  /// `X.shape`, `history.history['loss']`, `model.layers[0].get_weights()`: what is asked of a thing.
  private static func part(of source: String, in table: CommandTable) -> String? {
    guard !source.contains(" "), let point = source.lastIndex(of: "."),
      source.first?.isLetter == true
    else { return nil }
    let last = source[source.index(after: point)...]
    if let line = ForeignCall(String(last))?.line(in: table) { return line }
    let name = last.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = last.dropFirst(name.count)
    return rest.isEmpty || rest.first == "[" ? ForeignCall.lines[Loanword.plain(String(name))] : nil
  }

  /// What was refused of a line that could be read, with what says it here; nil for other lines.
  package static func reworded(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic? {
    let words = words(of: source)
    guard let first = words.first, !source.contains(where: \.isNewline) else { return nil }
    guard let verb = table.definition(of: first) else {
      if first == "overfit", words.count > 1, table.definition(of: words[1]) != nil {
        return fault.with(
          hint: "it is running already: \(words.dropFirst().joined(separator: " "))")
      }
      guard words.count > 1 else { return nil }
      if ["open", "read"].contains(first), words[1].hasSuffix(".md") {
        return fault.with(hint: opening(words[1]))
      }
      guard asks.contains(first.lowercased()) else { return nil }
      let isPage = ["man", "doc", "info"].contains(first)
      return fault.with(
        hint: ForeignSign.answer(to: isPage ? Array(words.dropFirst()) : words, in: table))
    }
    if let line = ForeignSign.flags(words, in: table) { return fault.with(hint: line) }
    guard words.count > 1 else { return nil }
    // What is wrong with the notebook, and not with the line, comes first.
    guard fault.range.upperBound > first.utf8.count else { return nil }
    let hints =
      WordForNumber.hints(for: fault, of: source, verb, in: table)
      ?? meant(by: words, verb, fault, of: source, in: table)
    return hints.map(fault.with(hints:))
  }

  /// The words between blanks; a name in parentheses behind `print` is one too.
  private static func words(of source: String) -> [String] {
    if source.hasPrefix("print("), source.last == ")" {
      let name = source.dropFirst(6).dropLast()
      if shown[String(name)] != nil { return ["print", String(name)] }
    }
    return source.split(separator: " ").map(String.init)
  }

  /// What words behind a verb mean that are none of its own, as lines to type.
  private static func meant(
    by words: [String], _ verb: CommandDefinition, _ fault: Diagnostic, of source: String,
    in table: CommandTable
  ) -> [String]? {
    if verb.verb == "data", fault.range.text(in: source) == words[1] {
      return ForeignData.hints(for: words[1], among: verb.words, fault.hints)
    }
    if verb.verb == "set",
      let hint = ForeignSetting.hint(
        for: Array(words.dropFirst()), values: verb.completion.following)
    {
      return [hint]
    }
    return meant(by: words, verb, in: table).map { [$0] }
  }

  /// What words behind a verb mean that are none of its own.
  private static func meant(
    by words: [String], _ verb: CommandDefinition, in table: CommandTable
  ) -> String? {
    switch verb.verb {
    case "load":
      if table.definition(of: "data")?.words.contains(words[1]) == true, words[1] != "csv" {
        return "it is typed: data \(words[1])"
      }
      let data: Set = ["data", "dataset", "csv"]
      return data.contains(words[1]) || ForeignData.isFamous(words[1]) || words[1].hasSuffix(".csv")
        ? "it is typed: \(ForeignCall.table)"
        : words[1].hasSuffix(".md") ? opening(words[1]) : model("load", words)
    case "save":
      return ["as", "to", "in"].contains(words[1]) && words.count == 3
        ? "it is typed: save \(words[2])" : model("save", words)
    case "print": return words.count == 2 ? shown[words[1]].map { "it is typed: \($0)" } : nil
    case "add": return layer(words)
    case "search":
      let isRate = words.contains { Loanword.options[$0] == "rate" || $0 == "rate" }
      return isRate && Loanword.things["search"]?[words[1]] == nil && !verb.words.contains(words[1])
        ? "it is typed: search random rate=0.0001..1 log" : nil
    case "compare": return words.count == 2 ? compared[words[1]].map { "it is typed: \($0)" } : nil
    default: return nil
    }
  }

  /// What a print shows elsewhere of things that have a verb of their own here.
  private static let shown = [
    "data": "show data", "dataset": "show data", "X": "show data", "y": "show data",
    "df": "show data", "network": "show network", "model": "show network",
    "history": "show history", "loss": "print loss()", "accuracy": "print accuracy(validation)",
    "error": "print error(validation)", "weights": "print weights(1)",
    "predictions": "predict validation",
  ]

  /// `save model`, `load model`
  private static func model(_ verb: String, _ words: [String]) -> String? {
    ["model", "network", "net"].contains(words[1]) && words.count == 2
      ? "it is typed: \(verb) network net.safetensors" : nil
  }

  private static func opening(_ path: String) -> String {
    "run \(path) brings its cells here; from the shell, overfit \(path) opens it"
  }

  /// `add 8 relu`, `add 2 layers`, `add hidden layer`
  private static func layer(_ words: [String]) -> String? {
    let nouns: Set = ["layer", "layers", "hidden", "output", "a", "another", "input"]
    if nouns.contains(words[1]) || Int(words[1]) != nil && words.contains("layers") {
      return "a line for each layer, such as: add dense 8 relu"
    }
    guard let units = Int(words[1]), units > 0 else { return nil }
    let activation = words.lazy.compactMap { word in
      Activation.allCases.first { Loanword.plain($0.rawValue) == Loanword.plain(word) }
    }.first
    return "it is typed: add dense \(units) \((activation ?? .relu).rawValue)"
  }

  /// What is compared of what has only its name.
  private static let compared = [
    "optimizer": "compare optimizer=sgd,adam", "optimizers": "compare optimizer=sgd,adam",
    "activation": "compare activation=relu,tanh", "activations": "compare activation=relu,tanh",
    "rate": "compare rate=0.1,0.01", "rates": "compare rate=0.1,0.01",
    "lr": "compare rate=0.1,0.01", "l2": "compare l2=0,0.001,0.01", "l1": "compare l1=0,0.001",
    "dropout": "compare dropout=0,0.2,0.5", "units": "compare units=4,8,16",
    "batch": "compare batch=8,32,all", "epochs": "compare epochs=10,100",
    "initializer": "compare initializer=glorot_uniform,he_normal",
    "initializers": "compare initializer=glorot_uniform,he_normal",
  ]

  /// Words that begin a question, or the wish that something is explained.
  private static let asks: Set = [
    "what", "how", "why", "who", "tell", "define", "describe", "was", "wie", "man", "info", "doc",
  ]

  private static func isOfShape(_ sign: Character) -> Bool {
    sign.isNumber || " .,:/-%x()[]".contains(sign)
  }

  /// Verbs that are typed behind numbers with signs of any kind between them elsewhere.
  private static let shapes = [
    "split": "split train=60% validation=20% test=20%", "network": layerByLayer,
  ]

  private static let layerByLayer = "network, then add dense 8 relu for each layer"
}

extension Diagnostic {
  /// The same fault with one hint.
  fileprivate func with(hint: String) -> Diagnostic { with(hints: [hint]) }

  fileprivate func with(hints: [String]) -> Diagnostic {
    var fault = self
    fault.hints = hints
    return fault
  }
}

extension Expression {
  fileprivate var isNumber: Bool {
    switch kind {
    case .number, .percent: true
    default: false
    }
  }
}
