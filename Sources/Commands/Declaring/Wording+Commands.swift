package import Language
import Workbench

/// What a command table knows of a word that is unknown.
extension Wording {
  /// An option that a command has not, and what it may stand for.
  static func unknownOption(_ name: Name, of definition: CommandDefinition) -> Diagnostic {
    let names = definition.options.map(\.name)
    if names.contains("schedule"), let words = oldOptions[name.text] {
      return Diagnostic(
        "\(definition.verb) has no option \"\(name.text)\"", at: name.range, hints: words)
    }
    if let ours = Loanword.options[name.text], names.contains(ours) {
      return Diagnostic(
        "\(definition.verb) has no option \"\(name.text)\"", at: name.range,
        hints: ["here it is called \(ours), and that is given"])
    }
    if let ours = OtherTongue.option(name.text), names.contains(ours) {
      return Diagnostic(
        "\(definition.verb) has no option \"\(name.text)\"", at: name.range,
        hints: ["here it is called: \(ours)"])
    }
    if let hints = ForeignLine.hints(forOption: name.text) {
      return Diagnostic(
        "\(definition.verb) has no option \"\(name.text)\"", at: name.range, hints: hints)
    }
    let behind = definition.optionsBehind.keys.sorted().first { word in
      definition.optionsBehind[word]?.contains { $0.takes(OptionKey(name)) } == true
    }
    if let behind {
      return Diagnostic(
        "\(definition.verb) has no option \"\(name.text)\"", at: name.range,
        hints: ["\(definition.verb) \(behind) \(name.text)=… has it"])
    }
    return Diagnostic(
      "\(definition.verb) has no option \"\(name.text)\"", at: name.range,
      hints: suggestion(for: name.text, among: names) ?? loanword(near: name.text, among: names)
        ?? (names.isEmpty
          ? definition.forms.first.map { ["it has no options; it is typed: \($0)"] } ?? []
          : [all(names, of: definition)]))
  }

  /// What a misspelled name of other tools is called here.
  private static func loanword(near word: String, among names: [String]) -> [String]? {
    let known = Loanword.options.filter { $0.key.count > 3 && names.contains($0.value) }.keys
      .sorted()
    guard let near = Spelling.nearest(word, among: known).first, let ours = Loanword.options[near]
    else { return nil }
    return ["did you mean: \(ours)   (elsewhere \(near))"]
  }

  /// The options of a verb where a line holds them, else where they are listed.
  private static func all(_ names: [String], of definition: CommandDefinition) -> String {
    let list = "it has: \(names.joined(separator: ", "))"
    let page = definition.verb + (definition.usualOptions.isEmpty ? "" : " all")
    return list.count <= 70 ? list : "help \(page) shows the \(names.count) that it has"
  }

  /// An unknown verb, and what it may stand for.
  ///
  /// - Parameter others: Words that mean something where it was typed, and are no verbs.
  package static func unknownCommand(
    _ verb: Name, in table: CommandTable, beside others: [String] = []
  ) -> Diagnostic {
    if let near = suggestion(for: verb.text, among: others), !others.contains(verb.text) {
      let both = suggestion(for: verb.text, among: others + table.verbs) ?? near
      return Diagnostic("unknown command \"\(verb.text)\"", at: verb.range, hints: both)
    }
    if table.lessonWords.contains(verb.text) {
      return Diagnostic(
        "unknown command \"\(verb.text)\"", at: verb.range, hints: ofLessons(verb.text))
    }
    let first = otherTools[verb.text]?.split(separator: " ").first
    if let ours = otherTools[verb.text], table.definition(of: String(first ?? "")) != nil {
      return Diagnostic(
        "unknown command \"\(verb.text)\"", at: verb.range, hints: ["here it is called: \(ours)"])
    }
    if let ours = OtherTongue.verb(verb.text) {
      return Diagnostic(
        "unknown command \"\(verb.text)\"", at: verb.range, hints: ["here it is called: \(ours)"])
    }
    var hints =
      ForeignLine.hint(forVerb: verb.text).map { [$0] } ?? owners(of: verb.text, in: table)
    let folded = verb.text.lowercased()
    if table.terms.contains(folded), !table.verbs.contains(folded) {
      hints =
        (hints.isEmpty ? ["help lists the commands"] : hints) + [
          "explain \(folded) says what it is"
        ]
    } else if hints.isEmpty {
      hints = suggestion(for: verb.text, among: table.verbs) ?? ["help lists the commands"]
    }
    return Diagnostic("unknown command \"\(verb.text)\"", at: verb.range, hints: hints)
  }

  /// Where a word of a walk works, and what else may be meant by it.
  private static func ofLessons(_ word: String) -> [String] {
    let other =
      otherTools[word].map { "here it is called: \($0)" } ?? ForeignLine.hint(forVerb: word)
    return ["\(word) works in a lesson: learn dropout opens one"] + [other].compactMap { $0 }
  }

  /// The lines that have the word behind a verb, or as an option of a training, and where it is listed.
  private static func owners(of word: String, in table: CommandTable) -> [String] {
    let verb = ["data", "plot", "show", "set"].first {
      table.definition(of: $0)?.words.contains(word) == true
    }
    let name = Loanword.options[word] ?? word
    let isOption = table.definition(of: "train")?.options.contains { $0.name == name } == true
    let lists =
      (isOption ? ["it is an option of train: help train \(name)"] : [])
      + (verb.map { ["it is typed: \($0) \(word)"] } ?? [])
    guard lists.isEmpty else { return lists }
    if helpTopics.contains(word) { return ["help \(word) lists them"] }
    return measures.contains(word) ? ["to see its value: print \(word)(validation)"] : []
  }

  private static let measures: Set = ["f1", "recall", "auc", "error", "r2", "mae", "mse"]

  /// What help lists beside the commands.
  private static let helpTopics: Set = [
    "functions", "schedules", "callbacks", "layers", "activations", "initializers", "losses",
    "optimizers", "plots",
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
}
