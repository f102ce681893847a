import Charts
import Datasets
import Formulas
import Language
import TensorEngine
import Workbench

/// A row of a table, typed after `predict`: `predict 39 Private 40`.
enum TypedRow {
  /// What becomes of a text that the table's file did not have.
  static let unknown = CommandOption<TableLayout.UnknownText>.choice(
    "unknown", usual: .refuse,
    meaning: "tables with texts: what becomes of a text that the file did not have")

  /// What becomes of a text that was never seen.
  static func unknownText(_ arguments: Arguments) throws(Diagnostic) -> TableLayout.UnknownText {
    try arguments.valueOrUsual(of: unknown)
  }

  /// The values typed, as the one example of a set that is prepared like the data; nil where they
  /// are not one a column of a table with texts.
  static func examples(
    _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Examples? {
    guard let table = data.dataset.table, table.hasTexts else { return nil }
    if arguments.values.count != table.columns.count,
      arguments.values.count == data.examples.featureCount
    {
      return nil
    }
    let features = try features(
      arguments, of: table, name: data.dataset.name,
      hint: "predict example 7 takes one from the data")
    do {
      return try data.unlabelled(features)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  /// The features of the values typed, one a column of a table; NaN where one is missing.
  static func features(
    _ arguments: Arguments, of table: TableLayout, name: String, hint: String? = nil
  ) throws(Diagnostic) -> [Double] {
    guard arguments.values.count == table.columns.count else {
      let names = table.columns.prefix(12).map(\.name).joined(separator: ", ")
      throw Diagnostic(
        "predict needs \(table.columns.count) values, one a column", at: arguments.command.range,
        hints: ["the columns are: \(names)"] + (hint.map { [$0] } ?? []))
    }
    var cells: [TableLayout.Cell] = []
    for (value, column) in zip(arguments.values, table.columns) {
      cells.append(try cell(value, of: column, arguments))
    }
    do {
      return try table.features(of: cells, unknown: unknownText(arguments), name: name)
    } catch let error as DatasetError {
      let place = table.columns.firstIndex { $0.name == error.columnName } ?? 0
      throw Wording.diagnostic(
        for: error, in: arguments.command, at: arguments.values[place].range)
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw Diagnostic("these values can't be an input", at: arguments.command.range)
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
    let number = try arguments.evaluator.number(value)
    guard Float(number).isFinite else {
      throw Diagnostic("this number is too large for an input", at: value.range)
    }
    return .number(number)
  }
}
