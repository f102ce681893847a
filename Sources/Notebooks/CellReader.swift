/// Reads the lines inside a fence as inputs and outputs.
struct CellReader {
  let file: String
  let fence: CellFence
  let lines: [TextLine]

  /// The cells on some lines of the file.
  /// - Parameter range: Numbers of lines, counted from 1.
  /// - Throws: `NotebookError` if an output stands before the first input.
  func cells(on range: Range<Int>) throws(NotebookError) -> [NotebookCell] {
    var cells: [NotebookCell] = []
    var line = range.lowerBound
    while line < range.upperBound {
      let text = text(on: line)
      if CellEscape.isInput(text.utf8) {
        let cell = cell(from: line, before: range.upperBound)
        cells.append(cell)
        line = max(cell.inputLines.upperBound, cell.outputLines.upperBound)
      } else if text.isBlank {
        line += 1
      } else {
        throw NotebookError(
          file: file, line: line, problem: "an output stands before the first input",
          hint: "an input begins with \"> \": a greater-than sign and a space")
      }
    }
    return cells
  }

  /// The text on a line of the file, counted from 1, as it stands inside the fence.
  func text(on line: Int) -> String {
    fence.text(of: lines[line - 1])
  }

  func error(_ line: Int, _ problem: String, hint: String? = nil) -> NotebookError {
    NotebookError(file: file, line: line, problem: problem, hint: hint)
  }

  private func cell(from start: Int, before end: Int) -> NotebookCell {
    var inputs = [Self.withoutMark(text(on: start))]
    var line = start + 1
    while line < end, CellEscape.isContinuation(text(on: line).utf8) {
      inputs.append(Self.withoutMark(text(on: line)))
      line += 1
    }
    let inputEnd = line
    var outputEnd = line
    var output: [String] = []
    while line < end {
      let text = text(on: line).trimmedAtEnd
      if CellEscape.isInput(text.utf8) { break }
      output.append(CellEscape.unescaped(text))
      line += 1
      if !text.isEmpty { outputEnd = line }
    }
    return NotebookCell(
      source: inputs.joined(separator: "\n"), output: NotebookCell.canonical(output),
      inputLines: start..<inputEnd, outputLines: inputEnd..<outputEnd, indent: fence.indent)
  }

  /// The input behind its mark, `>` or `.`, and the space that follows it.
  private static func withoutMark(_ text: String) -> String {
    text.droppingBytes(2)
  }
}
