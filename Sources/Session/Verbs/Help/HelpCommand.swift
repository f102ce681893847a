import Charts
import Commands
import Formulas
import Language
import Networks
import Notebooks
import Plots
import Reports
import Workbench

/// `help`, `help VERB`, `help functions`.
enum HelpCommand {
  static let definition = CommandDefinition(
    verb: "help", family: .notebook, summary: "lists the commands, or shows one",
    forms: [
      "help", "help training", "help family data", "help train", "help train all",
      "help train epochs", "help functions", "help schedules", "help callbacks", "help activations",
    ],
    completion: CommandCompletion(
      names: { _, _ in
        tables.map(\.name) + topics.map(\.name)
          + CommandDefinition.Family.allCases.map(\.rawValue) + ["commands", "family"]
      }, kinds: [.verbs], kindsFollowing: { _ in [.options] }),
    example: ["help train"])

  static let verb = NotebookVerb(definition) { (session, arguments, _) throws(Diagnostic) in
    .notebook(try document(arguments, session.vocabulary), rerun: [])
  }

  private static func document(
    _ arguments: Arguments, _ vocabulary: Vocabulary
  ) throws(Diagnostic) -> Document {
    let table = vocabulary.table
    guard let value = arguments.values.first else { return HelpPages.families(of: table) }
    guard let word = value.text else {
      throw Diagnostic("help needs the name of a command", at: value.range)
    }
    if ["commands", "all", "me"].contains(word) { return HelpPages.families(of: table) }
    if word == "family" { return try family(arguments, table) }
    if let table = tables.first(where: { $0.name == word }) { return table.document }
    if let names = topics.first(where: { $0.name == word })?.words {
      return Document([.text("\(word): \(names.joined(separator: ", "))")])
    }
    guard let definition = table.definition(of: word) else {
      if let family = CommandDefinition.Family(rawValue: word) {
        return HelpPages.family(family, of: table)
      }
      if let option = optionOfTraining(word, table) {
        throw Diagnostic(
          "no command is called \"\(word)\"", at: value.range,
          hints: ["it is an option of train: help train \(option)"]
            + (Glossary.entry(for: word) == nil ? [] : ["explain \(word) says what it is"]))
      }
      if Glossary.entry(for: word) != nil {
        throw Diagnostic(
          "no command is called \"\(word)\"", at: value.range, hints: ["explain \(word)"])
      }
      throw Wording.unknownWord(
        word, what: "command", among: table.verbs + LessonWord.ofWalksAlone.map(\.rawValue),
        at: value.range)
    }
    guard arguments.values.count > 1 else { return HelpPages.short(definition) }
    try arguments.expect(atMost: 2)
    return try page(definition, about: arguments.values[1], arguments)
  }

  /// The option of a training that a word names, here or elsewhere; nil for none.
  private static func optionOfTraining(_ word: String, _ table: CommandTable) -> String? {
    let name = Loanword.options[word] ?? word
    let options = table.definition(of: TrainCommand.definition.verb)?.options ?? []
    return options.contains { $0.name == name } ? name : nil
  }

  /// `help family data`: the commands of a family that is called as one of them, or of any other.
  private static func family(
    _ arguments: Arguments, _ table: CommandTable
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 2)
    let names = CommandDefinition.Family.allCases.map(\.rawValue)
    let value = try arguments.value(1, orSay: "help family needs its name: help family data")
    let name = try arguments.word(value, among: names, what: "family of commands")
    return HelpPages.family(CommandDefinition.Family(rawValue: name) ?? .data, of: table)
  }

  /// All of the page of a verb, or one of its options alone: `help train all`, `help train epochs`.
  private static func page(
    _ definition: CommandDefinition, about value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    if value.text == "all" { return HelpPages.whole(definition) }
    let names = definition.options.map(\.name) + definition.words
    let name = try arguments.word(value, among: names, what: "option or word of \(definition.verb)")
    guard let option = definition.options.first(where: { $0.name == name }) else {
      if let page = HelpPages.page(of: name, behind: definition) { return page }
      return HelpPages.whole(definition)
    }
    return Document([HelpPages.table(of: [option])])
  }

  /// What is listed in a table of its own: `help functions`.
  private static let tables: [(name: String, document: Document)] =
    [
      ("functions", functions), ("schedules", schedules), ("callbacks", CallbackTable.document),
    ]
    + LessonWord.ofWalksAlone.map { ($0.rawValue, wordOfWalk($0)) } + [("lesson", wordOfFolder)]

  /// What a word does that means something only in a lesson, and where it works.
  private static func wordOfWalk(_ word: LessonWord) -> Document {
    Document([
      .text("\(word.usage): \(word.meaning(allowsSkips: true))"),
      .text("It works in a lesson: learn dropout opens one, and help lists its words there."),
    ])
  }

  private static let wordOfFolder = Document([
    .text("lesson N: goes to the lesson of this number in a folder of lessons; lessons lists them"),
    .text("It works in such a folder: learn capstone opens one."),
  ])

  /// The names that options take, by what they are: `help activations`.
  static let topics: [(name: String, words: [String])] = [
    ("activations", Activation.allCases.map(\.rawValue)),
    ("initializers", Initializer.words),
    ("layers", LayerTable.kinds),
    ("losses", LossReader.names.map(\.name)),
    ("optimizers", OptimizerReader.names),
    ("plots", PlotTable.all.map(\.name)),
  ]

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
