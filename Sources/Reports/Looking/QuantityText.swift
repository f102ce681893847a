import Charts
import TensorEngine
import Workbench

/// Values as they are printed.
enum QuantityText {
  /// The most rows and columns of a matrix that are shown.
  private static let shownRows = 12
  private static let shownColumns = 8
  /// The widest line that shows all columns, and the most of them that are tried.
  private static let lineWidth = 76
  private static let mostColumns = 40

  static func block(_ quantity: Quantity, digits: Int) -> Block {
    let text = text(quantity, digits: digits)
    return switch quantity {
    case .number(let number): .facts([Fact("value", .number(number), text: text)])
    case .truth(let truth): .facts([Fact("value", .flag(truth), text: text)])
    case .word(let word): .facts([Fact("value", .text(word), text: text)])
    case .matrix: .verbatim(text)
    }
  }

  /// A value as it is written.
  static func text(_ quantity: Quantity, digits: Int) -> String {
    switch quantity {
    case .number(let number): NumberText.significant(number, digits: digits)
    case .truth(let truth): truth ? "yes" : "no"
    case .word(let word): word
    case .matrix(let matrix): text(of: matrix, digits: digits)
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
