extension Notebook {
  /// The file with other outputs. Prose, inputs, fences and line endings stay to the byte, and so
  /// does the output of every cell that already matches its new one. So the same outputs give
  /// the same file.
  ///
  /// The result reads back with the same inputs and, in canonical form, the outputs given.
  /// - Parameter outputs: One element for each of `cells`, in their order. Cells beyond the last
  ///   element stay as they are; elements beyond the last cell mean nothing.
  package func replacingOutputs(_ outputs: [[String]]) -> String {
    let changes = zip(cells, outputs).filter { !$0.matches($1) }
    // A replay that prints what it did before is not put together again.
    if changes.isEmpty { return text }
    let lines = TextLine.lines(of: text)
    var result: [TextLine] = []
    var copied = 0
    for (cell, output) in changes {
      let start = cell.outputLines.lowerBound - 1
      result += lines[copied..<start]
      let ending = [lines[start - 1].ending, lines[0].ending].first { !$0.isEmpty } ?? "\n"
      for line in NotebookCell.canonical(output) {
        let indent = line.isEmpty ? "" : String(repeating: " ", count: cell.indent)
        result.append(TextLine(text: indent + CellEscape.escaped(line), ending: ending))
      }
      copied = cell.outputLines.upperBound - 1
    }
    result += lines[copied...]
    return Self.text(of: result, endingLike: lines)
  }

  /// What a run printed otherwise than expected, as a unified diff of the file; empty when nothing
  /// differs. Its line numbers are the file's.
  /// - Parameter outputs: As for `replacingOutputs(_:)`.
  package func differences(from outputs: [[String]]) -> String {
    UnifiedDiff.text(expected: text, actual: replacingOutputs(outputs), file: name)
  }

  /// A file whose last line had no ending keeps it so, whichever line is the last now.
  static func text(of lines: [TextLine], endingLike original: [TextLine]) -> String {
    var lines = lines
    let ending = original.first { !$0.ending.isEmpty }?.ending ?? "\n"
    for index in lines.indices.dropLast() where lines[index].ending.isEmpty {
      lines[index].ending = ending
    }
    if let last = original.last, last.ending.isEmpty, !lines.isEmpty {
      lines[lines.count - 1].ending = ""
    }
    return TextLine.text(of: lines)
  }
}
