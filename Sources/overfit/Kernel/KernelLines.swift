internal import Language

/// The text of a cell of Jupyter, cell by cell as it would be typed.
struct KernelLines {
  struct Cell {
    let source: String
    let script: Script?
  }

  private(set) var cells: [Cell] = []
  /// The lines behind the last cell, which wait for more; empty where there are none.
  private(set) var rest = ""

  /// Reads a text; lines that wait for more are the last cell, which gets its error.
  init(_ code: String, _ empty: SourceGathering) {
    var lines = empty
    for line in code.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if lines.isEmpty, text.allSatisfy(\.isWhitespace) { continue }
      if lines.append(text) { continue }
      cells.append(Cell(source: lines.source, script: lines.script))
      lines = empty
    }
    guard !lines.isEmpty else { return }
    rest = lines.source
    cells.append(Cell(source: rest, script: nil))
  }
}
