import Charts
import Formulas
import Language
import TensorEngine
import Workbench

/// `print EXPRESSION`: the value alone on its line.
package enum PrintCommand {
  package static let definition = CommandDefinition(
    verb: "print", family: .looking, summary: "computes a formula and prints its value",
    forms: ["print error(validation)", "print loss() + 0.1 * norm(weights(1))^2"],
    example: ["print 2 * (3 + 4)^2"])

  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let value = try arguments.value(0, orSay: "print needs a formula: print 1 + 2")
    if case .string(let text) = value.kind { return Document([.text(text)]) }
    let quantity = try arguments.evaluator.quantity(value)
    return Document([QuantityText.block(quantity, digits: execution.state.digits)])
  }
}

/// Values as they are printed.
enum QuantityText {
  /// The most rows and columns of a matrix that are shown.
  private static let shownRows = 12
  private static let shownColumns = 8
  /// The widest line that shows all columns, and the most of them that are tried.
  private static let lineWidth = 76
  private static let mostColumns = 40

  static func block(_ quantity: Quantity, digits: Int) -> Block {
    switch quantity {
    case .number(let number):
      let text = NumberText.significant(number, digits: digits)
      return .facts([Fact("value", .number(number), text: text)])
    case .truth(let truth):
      return .facts([Fact("value", .flag(truth), text: truth ? "yes" : "no")])
    case .word(let word):
      return .facts([Fact("value", .text(word), text: word)])
    case .matrix(let matrix):
      return .verbatim(text(of: matrix, digits: digits))
    }
  }

  /// Rows of right-aligned numbers in brackets; the middle of a large matrix is left out.
  private static func text(of matrix: Matrix, digits: Int) -> String {
    let rows = matrix.rows > shownRows ? shownRows - 1 : matrix.rows
    var columns = min(matrix.columns, mostColumns)
    var cells = (0..<rows).map { row in
      (0..<columns).map { NumberText.significant(matrix[row, $0], digits: digits) }
    }
    let widest = (0..<columns).reduce(0) { sum, column in
      sum + 2 + (cells.map { $0[column].utf8.count }.max() ?? 0)
    }
    if matrix.columns > shownColumns, widest > lineWidth || columns < matrix.columns {
      columns = shownColumns - 1
      for row in cells.indices { cells[row].removeLast(cells[row].count - columns) }
    }
    if columns < matrix.columns { for row in cells.indices { cells[row].append("...") } }
    let widths = (0..<(cells.first?.count ?? 0)).map { column in
      cells.map { $0[column].utf8.count }.max() ?? 0
    }
    var lines = cells.map { row in
      let padded = zip(row, widths).map { cell, width in
        String(repeating: " ", count: width - cell.utf8.count) + cell
      }
      return "[" + padded.joined(separator: "  ") + "]"
    }
    if rows < matrix.rows { lines.append("...") }
    if rows < matrix.rows || columns < matrix.columns {
      lines.append("\(matrix.rows) x \(matrix.columns)")
    }
    return lines.joined(separator: "\n")
  }
}
