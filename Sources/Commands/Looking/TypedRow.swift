import Charts
import Datasets
import Formulas
import Language
import TensorEngine
import Workbench

/// A row of a table with texts, typed after `predict`: `predict 39 Private 40`.
enum TypedRow {
  /// What becomes of a text that the table's file did not have.
  static let unknown = CommandOption<String>.choice(
    "unknown", of: TableLayout.UnknownText.allCases.map(\.rawValue), standard: "refuse",
    meaning: "tables with texts: what becomes of a text that the file did not have")

  /// The values typed, as the one example of a set that is prepared like the data; nil where they
  /// are not one a column of a table with texts.
  static func examples(
    _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Examples? {
    guard let table = data.dataset.table, table.hasTexts else { return nil }
    guard arguments.values.count == table.columns.count else {
      guard arguments.values.count != data.examples.featureCount else { return nil }
      let names = table.columns.prefix(12).map(\.name).joined(separator: ", ")
      throw Diagnostic(
        "predict needs \(table.columns.count) values, one a column", at: arguments.command.range,
        hints: ["the columns are: \(names)", "predict example 7 takes one from the data"])
    }
    var cells: [TableLayout.Cell] = []
    for (value, column) in zip(arguments.values, table.columns) {
      cells.append(try cell(value, of: column, arguments))
    }
    let unknown = try arguments.value(of: unknown).flatMap(TableLayout.UnknownText.init(rawValue:))
    do {
      return try data.unlabelled(
        try table.features(of: cells, unknown: unknown ?? .refuse, name: data.dataset.name))
    } catch {
      let place = table.columns.firstIndex { $0.name == error.columnName } ?? 0
      throw Wording.diagnostic(
        for: error, in: arguments.command, at: arguments.values[place].range)
    }
  }

  /// A number where the column holds numbers, else a text; `missing` stands for nothing.
  private static func cell(
    _ value: Expression, of column: TableLayout.Column, _ arguments: Arguments
  ) throws(Diagnostic) -> TableLayout.Cell {
    if let text = arguments.text(of: value) {
      if text == "missing" { return .missing }
      if column.kind != .number { return .text(text) }
    }
    return .number(try arguments.evaluator.number(value))
  }
}
