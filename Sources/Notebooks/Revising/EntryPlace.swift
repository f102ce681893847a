/// Where an entry stands in a file.
struct EntryPlace: Sendable {
  let entry: NotebookEntry
  /// Its lines, counted from 0: of a cell the input with its output.
  let lines: Range<Int>
  /// The index of its block.
  let block: Int
  /// The cell, if it is one.
  var cell: NotebookCell?
  /// Whether the heading that holds the title stands on its lines too.
  var holdsTitle = false
}

extension EntryPlace {
  init(_ cell: NotebookCell, block: Int) {
    entry = .cell(source: cell.source, output: cell.output)
    let end = max(cell.inputLines.upperBound, cell.outputLines.upperBound)
    lines = (cell.inputLines.lowerBound - 1)..<(end - 1)
    self.block = block
    self.cell = cell
  }
}
