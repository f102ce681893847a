internal import Language

/// The text of a cell of Jupyter, cell by cell as it would be typed.
struct KernelLines {
  struct Line {
    let source: String
    let script: Script?
  }

  private(set) var lines: [Line] = []
  /// The lines behind the last cell, which wait for more; empty where there are none.
  private(set) var rest = ""

  /// Reads a text; lines that wait for more are the last cell, which gets its error.
  init(_ code: String, _ empty: SourceGathering) {
    var gathered = empty
    for line in code.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if gathered.isEmpty, text.allSatisfy(\.isWhitespace) { continue }
      if gathered.append(text) { continue }
      lines.append(Line(source: gathered.source, script: gathered.script))
      gathered = empty
    }
    guard !gathered.isEmpty else { return }
    rest = gathered.source
    lines.append(Line(source: rest, script: nil))
  }
}
