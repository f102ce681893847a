/// Where an entry stands in a file.
struct EntryPlace: Sendable {
  let entry: NotebookEntry
  /// Its lines, counted from 0: of a cell the input with its output, of a solution the step.
  let lines: Range<Int>
  /// The index of its block.
  let block: Int
  /// The cell, if it is one.
  var cell: NotebookCell?
  /// Whether the heading that holds the title stands on its lines too.
  var holdsTitle = false
  /// The name of the step in whose solution it stands, without an output; nil for other entries.
  var solved: String?
}

extension EntryPlace {
  init(_ cell: NotebookCell, block: Int) {
    entry = .cell(source: cell.source, output: cell.output)
    let end = max(cell.inputLines.upperBound, cell.outputLines.upperBound)
    lines = (cell.inputLines.lowerBound - 1)..<(end - 1)
    self.block = block
    self.cell = cell
  }

  /// An input of a solution: what is written before it or behind it stands around its step.
  init(solution: NotebookCell, of step: any LessonStep, block: Int) {
    entry = .cell(source: solution.source, output: [])
    lines = (step.lines.lowerBound - 1)..<step.lines.upperBound
    self.block = block
    solved = step.name
  }
}
