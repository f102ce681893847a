internal import Language
internal import Session

/// The text of a cell of Jupyter, cell by cell as it would be typed.
struct KernelLines {
  struct Line {
    let source: String
    let script: Script?
  }

  private(set) var lines: [Line] = []
  /// The lines behind the last cell, which wait for more; empty where there are none.
  private(set) var rest = ""

  /// Reads a text as if it were pasted at the prompt: of a transcript the inputs are taken. Lines that wait
  /// for more are the last cell, which gets its error.
  init(_ code: String, _ empty: SourceGathering) {
    var gathered = empty
    for line in PastedText(code + "\n", gathering: empty).lines {
      if gathered.isEmpty, line.allSatisfy(\.isWhitespace) { continue }
      if gathered.append(line) { continue }
      lines.append(Line(source: gathered.source, script: gathered.script))
      gathered = empty
    }
    guard !gathered.isEmpty else { return }
    rest = gathered.source
    lines.append(Line(source: rest, script: nil))
  }

  /// All lines that are run.
  var source: String { lines.map(\.source).joined(separator: "\n") }
}
