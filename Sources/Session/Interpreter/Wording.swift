import Charts
import Language

/// The sentences that several commands share. Facts come from the rooms below; the words for a
/// student are made here.
enum Wording {
  /// A network without epochs where they are needed.
  static func untrained(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "the network has not been trained yet", at: range, hints: ["train epochs=100 trains it"])
  }

  /// "did you mean: relu", or `nil` if nothing is near.
  static func suggestion(for word: String, among known: [String]) -> [String]? {
    let nearest = Spelling.nearest(word, among: known)
    return nearest.isEmpty ? nil : ["did you mean: \(nearest.joined(separator: ", "))"]
  }

  /// An unknown word where one of a few is expected.
  static func unknownWord(
    _ word: String, what: String, among words: [String], at range: SourceRange
  ) -> Diagnostic {
    let shown = words.prefix(12).joined(separator: ", ")
    let list = words.count > 12 ? "\(shown), …" : shown
    let nearest = Spelling.nearest(word, among: words)
    guard !nearest.isEmpty else {
      return Diagnostic(
        "\"\(word)\" is not \(article(of: what)) \(what)", at: range, hints: ["there are: \(list)"])
    }
    let others = words.filter { !nearest.contains($0) }.prefix(6)
    let also = others.isEmpty ? "" : "   (also: \(others.joined(separator: ", ")))"
    return Diagnostic(
      "no \(what) is called \"\(word)\"", at: range,
      hints: ["did you mean: \(nearest.joined(separator: ", "))\(also)"])
  }

  static func unknownOption(_ name: Name, of definition: CommandDefinition) -> Diagnostic {
    let names = definition.options.map(\.name)
    let help = "help \(definition.verb) shows its options"
    if names.contains("schedule"), let words = oldOptions[name.text] {
      return Diagnostic(
        "\(definition.verb) has no option \"\(name.text)\"", at: name.range, hints: words)
    }
    if let renamed = otherTools[name.text], names.contains(renamed) {
      return Diagnostic(
        "\(definition.verb) has no option \"\(name.text)\"", at: name.range,
        hints: ["here it is called: \(renamed)"])
    }
    return Diagnostic(
      "\(definition.verb) has no option \"\(name.text)\"", at: name.range,
      hints: suggestion(for: name.text, among: names)
        ?? (names.isEmpty
          ? definition.forms.first.map { ["it has no options; it is typed: \($0)"] } ?? []
          : ["it has: \(names.joined(separator: ", "))", help]))
  }

  static func unknownCommand(_ verb: Name) -> Diagnostic {
    let first = otherTools[verb.text]?.split(separator: " ").first
    if let ours = otherTools[verb.text], CommandTable.definition(of: String(first ?? "")) != nil {
      return Diagnostic(
        "unknown command \"\(verb.text)\"", at: verb.range, hints: ["here it is called: \(ours)"])
    }
    if DataCommand.definition.words.contains(verb.text) {
      return Diagnostic(
        "unknown command \"\(verb.text)\"", at: verb.range, hints: ["data \(verb.text)"])
    }
    return Diagnostic(
      "unknown command \"\(verb.text)\"", at: verb.range,
      hints: suggestion(for: verb.text, among: CommandTable.verbs)
        ?? ["help lists the commands"])
  }

  /// What students bring from other tools, and what it is called here.
  static let otherTools: [String: String] = [
    "fit": "train", "compile": "train", "summary": "show network", "exit": "quit", "bye": "quit",
    "lr": "rate", "learning_rate": "rate", "clipvalue": "clip",
    "initial_accumulator_value": "accumulator", "beta_1": "beta1", "beta_2": "beta2",
    "batch_size": "batch", "n_samples": "points",
    "model": "network", "score": "evaluate", "history": "plot loss", "n": "points",
    "kernel_initializer": "initializer", "use_bias": "bias", "load_data": "data",
    "val": "validation",
    "valid": "validation", "dev": "validation", "training": "train",
  ]

  /// Options of other tools that are something else here.
  private static let oldOptions: [String: [String]] = [
    "decay": [
      "the decay of old Keras fell with every step: schedule=time_decay(decay=1e-6, per=step)",
      "many texts mean epochs: schedule=time_decay(decay=0.0016)",
    ],
    "plateau": ["it is a schedule: schedule=plateau(factor=0.1, patience=10)"],
    "warmup": ["it is a schedule: schedule=warmup(5), or warmup(5, cosine(over=60))"],
    "lr_schedule": ["here it is called: schedule"],
  ]

  /// "an activation", "a layer".
  static func article(of noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }

  /// "1 layer", "2 layers"; a plural that is not the noun and an s is given.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(NumberText.count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
