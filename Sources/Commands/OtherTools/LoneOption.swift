package import Language
import Networks
import Workbench

/// An option that is typed alone: `epochs=10`, `optimizer = adam`, `l2=high`, `épochs=10`, or one of
/// another tool's, `early_stopping=True`. The line that has it is told.
package struct LoneOption {
  /// What to type.
  let hints: [String]
  /// Whether its value is a number, so that a name may be meant as well.
  let isNumber: Bool
  /// Whether its value is a call of this language, as of a schedule.
  let isCall: Bool

  /// The fault of a line that is an option alone, with the line that has it; nil for other lines.
  package static func explained(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic? {
    guard let option = LoneOption(source, in: table),
      option.isCall || ForeignCall(source)?.line(in: table) == nil
    else { return nil }
    var fault = fault
    let named = option.isNumber ? fault.hints.filter { $0.contains(": let ") } : []
    fault.hints = option.hints + named
    return fault
  }

  /// Reads a line; nil for one that is no option with a value.
  private init?(_ source: String, in table: CommandTable) {
    guard source.utf8.count <= ForeignLetter.longest, !source.contains(where: \.isNewline),
      let sign = source.firstIndex(of: "=")
    else { return nil }
    let name = PlainLetter.folded(Self.trimmed(source[..<sign])).lowercased()
    let value = PlainLetter.folded(Self.trimmed(source[source.index(after: sign)...]))
    guard let first = name.first, first.isLetter, value.first.map({ $0 != "=" }) ?? false,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    if let said = Self.said(of: name, value) {
      (hints, isNumber, isCall) = (said, false, false)
      return
    }
    isNumber = Double(value) != nil
    if name == "seed", Int(value) != nil {
      (hints, isCall) = (["it is typed: seed \(value)"], false)
      return
    }
    guard let (verb, option) = Self.owner(of: name, in: table) else { return nil }
    let words = { (value: String) in Self.line(verb, option, value) }
    if let own = Self.value(value, of: option) {
      (hints, isCall) = (["it is typed: \(words(own))"], own.contains("("))
      return
    }
    isCall = false
    let isList =
      value.contains(",")
      && value.split(separator: ",").allSatisfy { part in
        Self.value(Self.trimmed(part), of: option) != nil
      }
    if isList,
      table.definition(of: "compare")?.options.contains(where: { $0.name == option.name })
        == true
    {
      hints = ["each is tried by: compare \(option.name)=\(value.filter { $0 != " " })"]
      return
    }
    // What is no value of an option may be one of a name that is like it.
    guard option.name == name || value.allSatisfy({ $0.isLetter || $0 == "_" }) else { return nil }
    hints =
      (Self.expected(of: option).map { ["\(option.name) must be \($0)"] } ?? [])
      + ["it is typed: \(words(Self.usual(of: option)))"]
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// What is said of an option of another tool; nil for one that has another name here.
  private static func said(of name: String, _ value: String) -> [String]? {
    switch name {
    case "early_stopping": return ["here it is a way to stop: train stop=early(patience=10)"]
    case "patience":
      let number = Int(value).flatMap { $0 > 0 ? $0 : nil } ?? 10
      return ["it belongs to early stopping: train stop=early(patience=\(number))"]
    case "callbacks":
      return ["each is an option: train stop=early(patience=10), train checkpoint=run.safetensors"]
    case "kernel_regularizer": return ["a penalty is an option of its own: train l2=0.01"]
    case "seed": return nil
    default: return ForeignWord.options[name]
    }
  }

  /// The verb that has an option, with the word behind it, and the option: of a training where that has
  /// one of the name.
  private static func owner(
    of name: String, in table: CommandTable
  ) -> (verb: String, option: OptionDefinition)? {
    let ours = Loanword.options[name] ?? OtherTongue.option(name) ?? name
    for verb in ["train", "split", "data"] {
      guard let definition = table.definition(of: verb) else { continue }
      let options = definition.options
      // A short name that is nearly one of an option's may be any.
      let near = name.count < 5 ? [] : Spelling.nearest(name, among: options.map(\.name))
      let known = options.contains { $0.name == ours } ? ours : near.count == 1 ? near[0] : ""
      guard let option = options.first(where: { $0.name == known }) else { continue }
      let word = definition.words.first {
        definition.completion.options([$0])?.contains(known) == true
      }
      guard verb == "data" else { return (verb, option) }
      // What is read from a file has no line that works as it is.
      guard let word, !["csv", "images", "npz", "idx"].contains(word) else { continue }
      return ("data \(word)", option)
    }
    return nil
  }

  /// The line with the option, and with the options that it needs.
  private static func line(_ verb: String, _ option: OptionDefinition, _ value: String) -> String {
    var words = [verb]
    if verb == "train", let optimizer = optimizer(with: option.name) {
      words.append("optimizer=\(optimizer.rawValue)")
    }
    if verb == "train", value != "no" {
      words += needed[option.name].map { [$0] } ?? []
    }
    return (words + ["\(option.name)=\(value)"]).joined(separator: " ")
  }

  /// What an option of a training says something about.
  private static let needed = [
    "nesterov": "momentum=0.9", "proximal": "l1=0.001", "penalize_bias": "l2=0.01",
  ]

  /// The first optimizer that has a setting; nil where all have it, or none.
  private static func optimizer(with name: String) -> Optimizer.Kind? {
    func has<Rule: UpdateRule>(_ rule: Rule) -> Bool { Rule.settings.contains { $0.name == name } }
    let kinds = Optimizer.Kind.allCases.filter { has($0.optimizer().rule) }
    return kinds.count < Optimizer.Kind.allCases.count ? kinds.first : nil
  }

  /// A value as the option takes it; nil for one that it does not take.
  private static func value(_ value: String, of option: OptionDefinition) -> String? {
    let number = Double(value) ?? WrittenNumber.value(of: value)
    switch option.kind {
    case .number(let bounds):
      guard let number, bounds.contains(number) else { return nil }
      return Double(value) == nil ? "\(number)" : value
    case .count(let range):
      return number.flatMap { Int(exactly: $0) }.flatMap { range.contains($0) ? "\($0)" : nil }
    case .countOrAll:
      if value == "all" { return value }
      return number.flatMap { Int(exactly: $0) }.flatMap { $0 > 0 ? "\($0)" : nil }
    case .fraction:
      let share = value.last == "%" ? Double(value.dropLast()).map { $0 / 100 } : Double(value)
      return share.flatMap { $0 > 0 && $0 < 1 ? value : nil }
    case .yesOrNo:
      let plain = value.lowercased()
      return ["yes": "yes", "true": "yes", "on": "yes", "no": "no", "false": "no", "off": "no"][
        plain]
    case .choice(let words):
      let plain = Loanword.plain(value)
      return Loanword.values[option.name]?[plain]
        ?? words.first { Loanword.plain($0) == plain }
    case .call(let names):
      if option.name == TrainingSetting.classWeight.name, areNumbers(value) { return value }
      let name = value.prefix { $0 != "(" }
      guard names.contains(String(name)) else { return nil }
      return name == value ? calls[value] ?? value : value.last == ")" ? value : nil
    case .word, .size, .address:
      let isPlain = value.allSatisfy { $0.isASCII && !$0.isWhitespace && !"()[]{}'\"".contains($0) }
      return isPlain ? value : nil
    }
  }

  /// Whether numbers stand between commas.
  private static func areNumbers(_ list: String) -> Bool {
    let numbers = list.split(separator: ",", omittingEmptySubsequences: false)
    return numbers.count > 1 && numbers.allSatisfy { Double($0) != nil }
  }

  /// What stands behind "must be"; nil where the line says it.
  private static func expected(of option: OptionDefinition) -> String? {
    switch option.kind {
    case .number(let bounds): bounds.text
    case .count: "a whole number"
    case .countOrAll: "a whole number, or all"
    case .fraction: "a share, such as 20%"
    case .yesOrNo: "yes or no"
    case .choice(let words), .call(let words):
      words.count > 8 ? nil : "one of \(words.joined(separator: ", "))"
    case .word, .size, .address: nil
    }
  }

  /// A value that is often given.
  private static func usual(of option: OptionDefinition) -> String {
    if let value = usual[option.name] { return value }
    return switch option.kind {
    case .number(let bounds): bounds.contains(0.1) ? "0.1" : "2"
    case .count(let range): "\(min(max(range.lowerBound, 5), range.upperBound))"
    case .countOrAll: "32"
    case .fraction: "20%"
    case .yesOrNo: "yes"
    case .choice(let words), .call(let words): words.first ?? ""
    case .word, .size, .address: "2"
    }
  }

  /// Values that are a call, each with what has to be given.
  private static let calls = [
    "time_decay": "time_decay(decay=0.0016)",
    "exponential": "exponential(rate=0.1, decay=0.5, every=10)",
    "step": "step(factor=0.5, every=20)",
    "piecewise": "piecewise(boundaries=[20, 40], values=[0.1, 0.02, 0.004])",
    "polynomial": "polynomial(over=60)", "cosine": "cosine(over=60)",
    "cosine_restarts": "cosine_restarts(first=10)", "warmup": "warmup(5)",
    "target": "target(validation_accuracy=90%)", "every": "every(10, run.safetensors)",
    "best": "best(run.safetensors)",
  ]

  private static let usual = [
    "epochs": "100", "rate": "0.01", "momentum": "0.9", "rho": "0.9", "beta1": "0.9",
    "beta2": "0.999", "epsilon": "1e-7", "weight_decay": "0.01", "l1": "0.001", "l2": "0.01",
    "clip": "1", "clipnorm": "1", "global_clipnorm": "1", "max_norm": "3",
    "schedule": calls["exponential"] ?? "constant", "stop": "early(patience=10)",
    "class_weight": "balanced", "checkpoint": "run.safetensors", "watch": "boundary",
    "train": "80%", "points": "500", "noise": "0.1",
  ]
}
