/// What came of the cells of a notebook that was run.
package struct ShownCells: Sendable {
  /// Those of the notebook's own that were run, in the order of the file.
  package var cells: [ShownCell] = []
  /// The inputs of solutions, by their lines.
  package var solutions: [Int: ShownCell] = [:]
  /// What steps tell once they are answered, in Markdown, by their names.
  package var answers: [String: String] = [:]

  /// Nothing, before the first cell.
  package init() {}
}
