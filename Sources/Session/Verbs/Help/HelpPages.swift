import Charts
import Commands
import Notebooks
import TerminalText
import Workbench

/// What help shows of commands: their families, and a page for each that fits a screen, or is whole.
enum HelpPages {
  /// The rows of a usual screen, but for the line to type in.
  private static let mostRows = 23
  private static let mostForms = 3
  private static let mostOptions = 8
  /// The columns of a default in a short page.
  private static let defaultColumns = 18

  /// The families with the names of their commands.
  static func families(of table: CommandTable) -> Document {
    let rows = CommandDefinition.Family.allCases.map { family -> [Table.Cell] in
      [.text(family.rawValue), .text(verbs(of: family, table).joined(separator: ", "))]
    }
    return Document([
      .table(Table(columns: [.init("family"), .init("commands")], rows: rows)),
      .verbatim(
        """
        help training     what the commands of a family do; also help family data
        help train        how a command is used; help train all says all of it
        help train stop   one of its options
        help functions    what a formula can use; help schedules, callbacks, layers,
                          activations, initializers, losses, optimizers, plots
        explain bias      a term; why explains the last output; learn lists the lessons
        """),
    ])
  }

  /// The commands of a family with what they do.
  static func family(_ family: CommandDefinition.Family, of table: CommandTable) -> Document {
    let rows = table.definitions.filter { $0.family == family }.map { definition -> [Table.Cell] in
      [.text(definition.verb), .text(definition.summary)]
    }
    return Document([
      .table(Table(columns: [.init("command"), .init("what it does")], rows: rows))
    ])
  }

  private static func verbs(
    of family: CommandDefinition.Family, _ table: CommandTable
  ) -> [String] {
    table.definitions.filter { $0.family == family }.map(\.verb)
  }

  /// The whole page of a verb, where it fits a screen, or as much of it as does.
  static func short(_ definition: CommandDefinition) -> Document {
    var page = whole(definition)
    var options = mostOptions
    while rows(of: page) > mostRows, options >= 0 {
      page = short(definition, options: options)
      options -= 1
    }
    return page
  }

  private static func rows(of page: Document) -> Int { Transcript.standard.lines(of: page).count }

  /// Everything that is known of a verb.
  static func whole(_ definition: CommandDefinition) -> Document {
    var document = Document([
      .text("\(definition.verb): \(definition.summary)"), forms(definition.forms),
    ])
    if !definition.words.isEmpty {
      document.blocks.append(.text("Words: \(definition.words.joined(separator: ", "))"))
    }
    if !definition.options.isEmpty {
      document.blocks.append(table(of: definition.options))
    }
    if let example = example(definition) { document.blocks.append(example) }
    return document
  }

  /// The first forms, the usual options in a line each, and the example.
  private static func short(_ definition: CommandDefinition, options count: Int) -> Document {
    var document = Document([
      .text("\(definition.verb): \(definition.summary)"),
      forms(Array(definition.forms.prefix(mostForms))),
    ])
    if !definition.words.isEmpty {
      let words = Block.text("Words: \(definition.words.joined(separator: ", "))")
      document.blocks.append(
        rows(of: Document([words])) > mostForms + 1
          ? .text("\(definition.words.count) words, which help \(definition.verb) all lists")
          : words)
    }
    let named = definition.usualOptions.compactMap { name in
      definition.options.first { $0.name == name }
    }
    let usual = (named.isEmpty ? definition.options : named).prefix(count)
    if !usual.isEmpty { document.blocks.append(lines(of: Array(usual))) }
    if let example = example(definition) { document.blocks.append(example) }
    let more = [
      (definition.options.count - usual.count, "option"),
      (definition.forms.count - mostForms, "form"),
    ].filter { $0.0 > 0 }.map { Wording.count($0.0, "more \($0.1)") }
    document.blocks.append(
      .text(
        "help \(definition.verb) all says everything"
          + (more.isEmpty ? "" : ": \(more.joined(separator: ", "))")))
    return document
  }

  /// What a verb does where a word stands behind it; nil for a word without options of its own.
  static func page(of word: String, behind definition: CommandDefinition) -> Document? {
    guard let names = definition.completion.options([word]),
      let meaning = definition.completion.meaning(word) ?? Glossary.entry(for: word)?.sentence
    else { return nil }
    let start = "\(definition.verb) \(word)"
    let options = names.compactMap { name in definition.options.first { $0.name == name } }
    let differing = VariantMaker.settings.map(\.name)
    let own = options.filter {
      definition.usualOptions.contains($0.name) || !differing.contains($0.name)
    }
    return Document([
      .text("\(start): \(meaning)"),
      forms(definition.forms.filter { $0 == start || $0.hasPrefix(start + " ") }),
      lines(of: own),
      .text("help \(definition.verb) all says everything; explain has the words"),
    ])
  }

  private static func forms(_ forms: [String]) -> Block {
    .text(forms.map { "  \($0)" }.joined(separator: "\n"))
  }

  private static func example(_ definition: CommandDefinition) -> Block? {
    guard !definition.example.isEmpty else { return nil }
    let lines = definition.example.flatMap { $0.split(separator: "\n") }
      .map { "  \($0)" }.joined(separator: "\n")
    return .verbatim("Example:\n\(lines)")
  }

  /// Options with all that is said of them.
  static func table(of options: [OptionDefinition]) -> Block {
    let rows = options.map { (option) -> [Table.Cell] in
      [
        .text(option.name), .text(option.standard ?? ""),
        .text(option.meaning + choices(of: option)),
      ]
    }
    return .table(
      Table(columns: [.init("option"), .init("default"), .init("meaning")], rows: rows))
  }

  /// Options, each cut to a line.
  private static func lines(of options: [OptionDefinition]) -> Block {
    let name = max(6, options.map(\.name.columns).max() ?? 0)
    let standards = options.map { cut($0.standard ?? "", to: defaultColumns) }
    let standard = max(7, standards.map(\.columns).max() ?? 0)
    let rows = zip(options, standards).map { option, text -> [Table.Cell] in
      [
        .text(option.name), .text(text),
        .text(cut(option.meaning + choices(of: option), to: 80 - name - standard - 4)),
      ]
    }
    return .table(
      Table(columns: [.init("option"), .init("default"), .init("meaning")], rows: rows))
  }

  /// As many words as fit the columns, and a sign that there are more.
  private static func cut(_ text: String, to columns: Int) -> String {
    guard text.columns > columns else { return text }
    var short = ""
    for word in text.split(separator: " ") {
      let longer = short.isEmpty ? String(word) : "\(short) \(word)"
      guard longer.columns + 2 <= columns else { break }
      short = longer
    }
    while let last = short.last, ",:;".contains(last) { short.removeLast() }
    return "\(short) …"
  }

  private static func choices(of option: OptionDefinition) -> String {
    switch option.kind {
    case .choice(let words): ": \(words.joined(separator: ", "))"
    case .yesOrNo: ": yes, no"
    case .countOrAll: ", or all"
    case .number, .count, .size, .fraction, .word, .call, .address: ""
    }
  }
}
