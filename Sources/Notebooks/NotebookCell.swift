/// An input with the output that is expected under it.
package struct NotebookCell: Sendable, Equatable {
  /// The command: the inputs without `> ` and `. `, joined by `"\n"`.
  package let source: String
  /// The expected output in canonical form (see `canonical(_:)`), without the escapes of the file.
  package let output: [String]
  /// The lines of the file that hold the input, counted from 1.
  package let inputLines: Range<Int>
  /// The lines of the file that hold the output, counted from 1. Without an output it is empty and
  /// begins where one would go. Empty lines behind the output are layout and no part of it.
  package let outputLines: Range<Int>
  /// The spaces that stand before each line, because the fence is indented.
  let indent: Int

  /// The line of the file on which the input begins, counted from 1.
  package var line: Int { inputLines.lowerBound }

  /// Whether a run printed what is expected, byte for byte.
  ///
  /// Both are compared in canonical form. Texts that are only canonically equivalent in Unicode's
  /// sense are different here, since they are different bytes.
  package func matches(_ output: [String]) -> Bool {
    Self.canonical(output).elementsEqual(self.output) { $0.hasSameBytes(as: $1) }
  }

  /// The form in which outputs are written and compared: one element a line, no spaces or tabs at
  /// the end of a line, no empty lines at the end.
  ///
  /// An element that holds line endings becomes several lines, so that a text can be passed whole.
  package static func canonical(_ output: [String]) -> [String] {
    if isCanonical(output) { return output }
    var lines: [String] = []
    for element in output {
      let inner = TextLine.lines(of: element)
      lines += inner.isEmpty ? [""] : inner.map(\.text.trimmedAtEnd)
    }
    while lines.last?.isEmpty == true {
      lines.removeLast()
    }
    return lines
  }

  /// Whether an output has that form already, as nearly all have.
  private static func isCanonical(_ output: [String]) -> Bool {
    output.last?.isEmpty != true
      && output.allSatisfy { line in
        !line.endsInBlank && !line.utf8.contains { $0 == 0x0A || $0 == 0x0D }
      }
  }
}

/// A fenced `overfit` block: cells that stand together.
package struct CellBlock: Sendable, Equatable {
  /// The cells in the order of the file; empty for a block without an input.
  package let cells: [NotebookCell]
  /// What stands behind the word `overfit` on the opening line.
  package let attributes: String
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>
}
