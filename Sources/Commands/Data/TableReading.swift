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
  static let separator = CommandOption<String>.choice(
    "separator", of: Separator.allCases.map(\.rawValue), standard: "as it looks",
    meaning: "csv: what stands between two cells")
  static let decimal = CommandOption<String>.choice(
    "decimal", of: DecimalMark.allCases.map(\.rawValue), standard: "as it looks",
    meaning: "csv: the decimal mark of numbers")
  private static let missing = CommandOption<String>.choice(
    "missing", of: MissingValues.allCases.map(\.rawValue), standard: "refuse",
    meaning: "csv: what becomes of missing values; fitted on the training examples")
  private static let ordinal = CommandOption<String>.word(
    "ordinal", meaning: "csv: columns whose texts are numbered, one feature each")
  private static let oneHot = CommandOption<String>.word(
    "onehot", standard: "columns of texts",
    meaning: "csv: columns of which each different cell is a feature")

  /// What was said about a table file.
  static func options(_ arguments: Arguments) throws(Diagnostic) -> TableOptions {
    TableOptions(
      target: try arguments.value(of: DataCommand.target),
      kind: try DataCommand.targetKind(arguments),
      skip: try arguments.values(of: DataCommand.skip),
      hasHeader: try arguments.value(of: header),
      separator: try arguments.value(of: separator).flatMap(Separator.init(rawValue:)),
      decimal: try arguments.value(of: decimal).flatMap(DecimalMark.init(rawValue:)),
      missing: try arguments.value(of: missing).flatMap(MissingValues.init(rawValue:)) ?? .refuse,
      ordinal: try arguments.values(of: ordinal), oneHot: try arguments.values(of: oneHot))
  }
}
