import Charts
import Datasets
package import Language
import Networks
import Reports
import Workbench

/// `data circles points=400`, `data csv wine.csv target=quality`, `data mnist`, `data npz FILE`,
/// `data images FOLDER`.
package enum DataCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "data", family: .data,
    summary: "makes or reads a data set, and works with it from now on",
    forms: ["data circles points=400 noise=0.15"] + DataFormatTable.all.flatMap(\.forms),
    words: Generator.all.map(\.name) + DataFormatTable.all.map(\.word),
    options: options,
    completion: CommandCompletion(
      wordsBeforeFiles: DataFormatTable.all.filter { $0.place != nil }.map(\.word),
      options: { words in words.first.flatMap(optionNames) },
      meaning: { Generator.named($0)?.summary }),
    touches: .reads, example: ["data circles points=400 noise=0.15"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  /// The options of all generators and of all that is read, each once.
  private static let options: [OptionDefinition] = {
    var options: [OptionDefinition] = []
    let all =
      Generator.all.flatMap { $0.options.map { typed($0).definition } }
      + DataFormatTable.all.flatMap(\.options) + [PositiveChoice.option.definition]
    for option in all where !options.contains(where: { $0.name == option.name }) {
      options.append(option)
    }
    return options
  }()

  /// The names of the options behind a word; nil for one that is no data set.
  private static func optionNames(of word: String) -> [String]? {
    if let generator = Generator.named(word) { return generator.options.map(\.name) }
    return DataFormatTable.all.first { $0.word == word }
      .map { $0.options.map(\.name) + [PositiveChoice.option.name] }
  }

  static let target = CommandOption<String>.word(
    "target", names: [.columns], standard: "the last",
    meaning: "csv: the column to predict; npz: the array to predict")
  static let skip = CommandOption<String>.word(
    "skip", names: [.columns], meaning: "csv: columns to leave out")
  static let kind = CommandOption<TargetKind>.choice(
    "kind", meaning: "csv, npy, npz: whether the target is a class or a value")

  /// An option of a generator.
  private static func typed(_ option: GeneratorOption) -> CommandOption<Double> {
    .number(
      option.name, .any, standard: standard(of: option.name),
      meaning: option.name == ClassChoice.option.name
        ? "\(option.meaning); \(ClassChoice.meaning)" : option.meaning)
  }

  /// The default of an option; where the generators differ, each with its own.
  private static func standard(of option: String) -> String {
    var defaults: [(text: String, generators: [String])] = []
    for generator in Generator.all {
      guard let found = generator.options.first(where: { $0.name == option }) else { continue }
      let text = NumberText.significant(found.defaultValue, digits: 6)
      if let index = defaults.firstIndex(where: { $0.text == text }) {
        defaults[index].generators.append(generator.name)
      } else {
        defaults.append((text, [generator.name]))
      }
    }
    guard defaults.count > 1 else { return defaults.first?.text ?? "" }
    return defaults.map { "\($0.text) (\($0.generators.joined(separator: ", ")))" }
      .joined(separator: ", ")
  }

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> DataReport {
    let source = try arguments.value(0, orSay: "data needs to know which")
    let name = try arguments.word(source, among: definition.words, what: "data set")
    let format = DataFormatTable.all.first { $0.word == name }
    try arguments.expect(atMost: format?.place == nil ? 1 : 2)
    let place = arguments.values.count > 1 ? arguments.values[1].range : source.range
    let dataset: Dataset
    do {
      dataset = try PositiveChoice.applied(
        to: format.map { try ClassChoice.applied(to: $0.read(execution, arguments), arguments) }
          ?? generated(name, execution, arguments), arguments)
    } catch let error as DatasetError {
      throw Wording.diagnostic(
        for: error, in: arguments.command, at: place, isAboutFile: format != nil)
    } catch let error as FileError {
      throw Wording.diagnostic(for: error, at: place)
    } catch let error as DatasetFolders.Missing {
      throw Diagnostic(
        "\(error.name) is not on this machine", at: source.range,
        hints: [
          "fetch \(error.name) downloads it; data digits needs no download",
          "show session names the folders that are looked into",
        ])
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw Diagnostic("this data can't be read", at: source.range)
    }
    execution.state.data = DataInHand(dataset)
    return DataReport(dataset)
  }

  private static func generated(
    _ name: String, _ execution: Execution, _ arguments: Arguments
  ) throws -> Dataset {
    guard let generator = Generator.named(name) else {
      throw Diagnostic("no data set is called \"\(name)\"", at: arguments.command.range)
    }
    let isDigits = name == "digits"
    let names = generator.options.map(\.name) + (isDigits ? [ClassChoice.option.name] : [])
    try allow(names, for: name, arguments)
    var options: [(name: String, value: Double)] = []
    for option in generator.options {
      if let value = try arguments.value(of: typed(option)) {
        options.append((option.name, value))
      }
    }
    let dataset = try generator.dataset(
      options: options, seed: execution.state.seed,
      interruption: execution.control.interruption)
    return isDigits ? try ClassChoice.applied(to: dataset, arguments) : dataset
  }

  /// Refuses options that belong to other data sets.
  package static func allow(
    _ names: [String], for dataset: String, _ arguments: Arguments
  ) throws(Diagnostic) {
    let known = names + [PositiveChoice.option.name]
    for option in arguments.command.options where !known.contains(option.name.text) {
      throw Diagnostic(
        "data \(dataset) has no option \"\(option.name.text)\"", at: option.name.range,
        hints: ["it has: \(known.joined(separator: ", "))"])
    }
  }
}
