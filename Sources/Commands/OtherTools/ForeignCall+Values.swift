import Language
import Networks

// What a call is handed, as it is typed here.
extension ForeignCall {
  /// The line with the values that it is handed and that mean the same here; nil for a call whose line
  /// says none of them.
  func valued(_ plain: String, in table: CommandTable) -> String? {
    if plain == "add" || plain == "addmodule" {
      return arguments.flatMap { ForeignCall(String($0)) }?.line(in: table)
    }
    if let kind = Loanword.layer(name) { return "add \(layer(kind))" }
    if let optimizer = Optimizer.Kind(rawValue: plain) {
      return line("train optimizer=\(optimizer.rawValue)", options(of: "train", in: table))
    }
    if let loss = Loanword.values["loss"]?[plain] { return "train loss=\(loss)" }
    if plain.hasPrefix("make"), let data = table.definition(of: "data"),
      let kind = data.words.first(where: { plain == "make\($0)" })
    {
      let own = options(of: "data", in: table)
      return line("data \(kind)", own.isEmpty ? ["points=500"] : own)
    }
    switch plain {
    case "fit":
      let own = options(of: "train", in: table)
      let hasEpochs = own.contains { $0.hasPrefix("epochs=") }
      return line("train", (hasEpochs ? [] : ["epochs=100"]) + own)
    case "compile":
      let own = options(of: "train", in: table)
      return own.isEmpty ? nil : line("train", own)
    case "seed", "manualseed", "setseed", "setrandomseed":
      return number(at: 0, orNamed: ["seed"]).map { "seed \($0)" }
    case "earlystopping":
      return number(at: nil, orNamed: ["patience"]).map { "train stop=early(patience=\($0))" }
    case "traintestsplit":
      guard let share = number(at: nil, orNamed: ["test_size"]).flatMap(Double.init), share > 0,
        share < 1
      else { return nil }
      let test = Int((share * 100).rounded())
      return "split train=\(100 - test)% test=\(test)%"
    case "kfold", "stratifiedkfold", "crossvalscore", "crossvalidate":
      let count = plain.hasSuffix("kfold") ? 0 : nil
      let folds = number(at: count, orNamed: ["n_splits", "cv"]) ?? "5"
      return "folds \(folds), then evaluate folds"
    default: return nil
    }
  }

  private func line(_ start: String, _ options: [String]) -> String {
    ([start] + options).joined(separator: " ")
  }

  /// `Dense(16, activation="relu")` and `nn.Linear(2, 16)` as they are added here.
  private func layer(_ kind: String) -> String {
    let example = ForeignLine.example(of: kind)
    let isLinear = Loanword.plain(name) == "linear"
    switch kind {
    case "dense":
      guard let units = number(at: isLinear ? 1 : 0, orNamed: ["units", "out_features"]),
        Int(units) != nil
      else { return example }
      let word = value(named: "activation").map(Loanword.plain)
      let activation = Activation.allCases.first { Loanword.plain($0.rawValue) == word }
      return ["dense", units, activation?.rawValue ?? (isLinear ? "relu" : nil)].compactMap { $0 }
        .joined(separator: " ")
    case "dropout": return number(at: 0, orNamed: ["rate", "p"]).map { "dropout \($0)" } ?? example
    default: return example
    }
  }

  /// The options of a verb among what it is handed by name, in the words of this language.
  private func options(of verb: String, in table: CommandTable) -> [String] {
    guard let definition = table.definition(of: verb) else { return [] }
    var seen: Set<String> = []
    return parts.compactMap { part in
      guard let (name, value) = Self.pair(part) else { return nil }
      let ours = Loanword.options[name] ?? name
      guard let option = definition.options.first(where: { $0.name == ours }),
        let value = Self.value(value, of: option), seen.insert(ours).inserted
      else { return nil }
      return "\(ours)=\(value)"
    }
  }

  /// A value that an option takes: a number, or one of its words.
  private static func value(_ value: String, of option: OptionDefinition) -> String? {
    if isNumber(value) {
      switch option.kind {
      case .number, .count, .countOrAll, .fraction: return value
      case .size, .yesOrNo, .choice, .word, .call, .address: return nil
      }
    }
    let plain = Loanword.plain(value)
    if option.name == "optimizer" { return Optimizer.Kind(rawValue: plain)?.rawValue }
    return Loanword.values[option.name]?[plain]
      ?? option.choices.first { Loanword.plain($0) == plain }
  }

  /// The number at a place, or under one of some names.
  private func number(at place: Int?, orNamed names: [String]) -> String? {
    let unnamed = parts.filter { Self.pair($0) == nil }
    let own = place.flatMap { unnamed.indices.contains($0) ? unnamed[$0] : nil }
    return ([own] + names.map(value)).compactMap { $0 }.first(where: Self.isNumber)
  }

  /// Whether it is a number in digits.
  private static func isNumber(_ text: String) -> Bool {
    Double(text) != nil && text.allSatisfy { $0.isNumber || ".-+eE".contains($0) }
  }

  private func value(named name: String) -> String? {
    parts.lazy.compactMap(Self.pair).first { $0.name == name }?.value
  }

  /// `name=value`, whose value may stand in quotes.
  private static func pair(_ part: String) -> (name: String, value: String)? {
    guard let equals = part.firstIndex(of: "="),
      part[..<equals].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    let value = part[part.index(after: equals)...].filter { $0 != "\"" && $0 != "'" }
    return (String(part[..<equals]), value)
  }

  /// What it is handed, parted at the commas that stand in no brackets, without blanks.
  private var parts: [String] {
    var parts = [""]
    var depth = 0
    for character in arguments ?? "" where !character.isWhitespace {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
