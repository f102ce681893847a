import Datasets
import Language

/// The options of `data csv`, which say how a table file is to be read.
enum TableReading {
  /// How they are typed and explained.
  static let options: [OptionDefinition] = [
    header.definition, separator.definition, decimal.definition, missing.definition,
    ordinal.definition, oneHot.definition,
  ]

  static let header = CommandOption<Bool>.yesOrNo(
    "header", standard: "as it looks", meaning: "csv: whether the first row names the columns")
  static let separator = CommandOption<Separator>.choice(
    "separator", standard: "as it looks",
    meaning: "csv: what stands between two cells")
  static let decimal = CommandOption<DecimalMark>.choice(
    "decimal", standard: "as it looks",
    meaning: "csv: the decimal mark of numbers")
  private static let missing = CommandOption<MissingValues>.choice(
    "missing", usual: .refuse,
    meaning: "csv: what becomes of missing values; fitted on the training examples")
  private static let ordinal = CommandOption<String>.word(
    "ordinal", names: [.columns], meaning: "csv: columns whose texts are numbered, one feature each"
  )
  private static let oneHot = CommandOption<String>.word(
    "onehot", names: [.columns], standard: "columns of texts",
    meaning: "csv: columns of which each different cell is a feature")

  /// What was said about a table file.
  static func options(_ arguments: Arguments) throws(Diagnostic) -> TableOptions {
    TableOptions(
      target: try arguments.value(of: DataCommand.target),
      kind: try arguments.value(of: DataCommand.kind),
      skip: try arguments.values(of: DataCommand.skip),
      hasHeader: try arguments.value(of: header),
      separator: try arguments.value(of: separator),
      decimal: try arguments.value(of: decimal),
      missing: try arguments.valueOrUsual(of: missing),
      ordinal: try arguments.values(of: ordinal), oneHot: try arguments.values(of: oneHot))
  }
}
