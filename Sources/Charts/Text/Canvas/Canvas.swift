/// The cells of a plot, row 0 at the top.
struct Canvas {
  let columns: Int
  let rows: Int
  private var cells: [Cell]

  init(columns: Int, rows: Int) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    cells = [Cell](repeating: .blank, count: self.columns * self.rows)
  }

  subscript(column: Int, row: Int) -> Cell {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  func line(_ row: Int) -> StyledLine {
    var line = StyledLine()
    line.cells = Array(cells[row * columns..<(row + 1) * columns])
    return line
  }
}
