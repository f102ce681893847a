import Charts
import Commands
import Formulas
import Language
import Networks
import Plots
import Reports
import Workbench

/// `help`, `help VERB`, `help functions`.
enum HelpCommand {
  static let definition = CommandDefinition(
    verb: "help", family: .notebook, summary: "lists the commands, or shows one",
    forms: [
      "help", "help train", "help functions", "help schedules", "help callbacks",
      "help activations", "help train epochs",
    ],
    completion: CommandCompletion(
      names: { _, _ in tables.map(\.name) + topics.map(\.name) }, kinds: [.verbs],
      kindsFollowing: { _ in [.options] }),
    example: ["help train"])

  static let verb = NotebookVerb(definition) { (session, arguments, _) throws(Diagnostic) in
    .notebook(try document(arguments, session.vocabulary), rerun: [])
  }

  private static func document(
    _ arguments: Arguments, _ vocabulary: Vocabulary
  ) throws(Diagnostic) -> Document {
    guard let value = arguments.values.first else { return commands(of: vocabulary.table) }
    guard let word = value.text else {
      throw Diagnostic("help needs the name of a command", at: value.range)
    }
    if let table = tables.first(where: { $0.name == word }) { return table.document }
    if let names = topics.first(where: { $0.name == word })?.words {
      return Document([.text("\(word): \(names.joined(separator: ", "))")])
    }
    guard let definition = vocabulary.table.definition(of: word) else {
      if Glossary.entry(for: word) != nil {
        throw Diagnostic(
          "no command is called \"\(word)\"", at: value.range, hints: ["explain \(word)"])
      }
      throw Wording.unknownWord(
        word, what: "command", among: vocabulary.table.verbs, at: value.range)
    }
    guard arguments.values.count > 1 else { return page(definition) }
    try arguments.expect(atMost: 2)
    return try page(definition, about: arguments.values[1], arguments)
  }

  /// The page of a verb, or of one of its options alone: `help train epochs`.
  private static func page(
    _ definition: CommandDefinition, about value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let names = definition.options.map(\.name) + definition.words
    let name = try arguments.word(value, among: names, what: "option or word of \(definition.verb)")
    guard let option = definition.options.first(where: { $0.name == name }) else {
      return page(definition)
    }
    return Document([table(of: [option])])
  }

  /// What is listed in a table of its own: `help functions`.
  private static let tables: [(name: String, document: Document)] = [
    ("functions", functions), ("schedules", schedules), ("callbacks", CallbackTable.document),
  ]

  /// The names that options take, by what they are: `help activations`.
  static let topics: [(name: String, words: [String])] = [
    ("activations", Activation.allCases.map(\.rawValue)),
    ("initializers", Initializer.words),
    ("layers", LayerTable.kinds),
    ("losses", LossReader.names.map(\.name)),
    ("optimizers", OptimizerReader.names),
    ("plots", PlotTable.all.map(\.name)),
  ]

  private static func commands(of table: CommandTable) -> Document {
    var rows: [[Table.Cell]] = []
    for family in CommandDefinition.Family.allCases {
      for (index, definition) in table.definitions.filter({ $0.family == family }).enumerated() {
        rows.append([
          .text(index == 0 ? family.rawValue : ""), .text(definition.verb),
          .text(definition.summary),
        ])
      }
    }
    return Document([
      .table(
        Table(
          columns: [.init("family"), .init("command"), .init("what it does")], rows: rows)),
      .text(
        "help COMMAND shows its options; help functions lists what a formula can use."),
    ])
  }

  private static func page(_ definition: CommandDefinition) -> Document {
    var document = Document([
      .text("\(definition.verb): \(definition.summary)"),
      .verbatim(definition.forms.map { "  \($0)" }.joined(separator: "\n")),
    ])
    if !definition.words.isEmpty {
      document.blocks.append(.text("Words: \(definition.words.joined(separator: ", "))"))
    }
    if !definition.options.isEmpty {
      document.blocks.append(table(of: definition.options))
    }
    if !definition.example.isEmpty {
      let lines = definition.example.flatMap { $0.split(separator: "\n") }
        .map { "  \($0)" }.joined(separator: "\n")
      document.blocks.append(.verbatim("Example:\n\(lines)"))
    }
    return document
  }

  private static func table(of options: [OptionDefinition]) -> Block {
    let rows = options.map { (option) -> [Table.Cell] in
      [
        .text(option.name), .text(option.standard ?? ""),
        .text(option.meaning + choices(of: option)),
      ]
    }
    return .table(
      Table(columns: [.init("option"), .init("default"), .init("meaning")], rows: rows))
  }

  private static func choices(of option: OptionDefinition) -> String {
    switch option.kind {
    case .choice(let words): ": \(words.joined(separator: ", "))"
    case .yesOrNo: ": yes, no"
    case .countOrAll: ", or all"
    case .number, .count, .size, .fraction, .word, .call, .address: ""
    }
  }

  private static var schedules: Document {
    let rows = ScheduleReader.forms.map { form -> [Table.Cell] in
      [.text(form.usage), .text(form.meaning)]
    }
    return Document([
      .table(Table(columns: [.init("schedule"), .init("learning rate")], rows: rows)),
      .text(
        "t is what lies behind, from 0: epochs, or with per=step steps, over the network's life. "
          + "rate= in a schedule is the first rate; without it the optimizer's is taken. "
          + "plot schedule draws them."),
    ])
  }

  private static var functions: Document {
    let rows = ExpressionFunction.all.map { function -> [Table.Cell] in
      [.text(function.usage), .text(function.meaning)]
    }
    return Document([
      .table(Table(columns: [.init("function"), .init("value")], rows: rows)),
      .text("Operators: + - * / ^ @ (matrix product), == != < <= > >=, and or not, x[1, 2]."),
    ])
  }
}
