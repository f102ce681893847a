extension Notebook {
  /// A student's own notebook as a file.
  ///
  /// Reading it back gives the same title, seed and cells, the outputs in canonical form. Notes come
  /// back as they were; notes in a row that Markdown takes for one block (items of a list) come
  /// back as one. A note that would not end where it ends, like a code fence that is left open, or that
  /// would hold cells, is escaped so that it shows the characters typed.
  /// - Parameters:
  ///   - title: Plain text for the heading at the top; "Notebook" stands in for an empty one.
  ///   - seed: Written into the front matter unless it is 0.
  ///   - entries: Notes and cells in order; cells in a row share a fence.
  public static func written(title: String, seed: UInt64, entries: [NotebookEntry]) -> String {
    let heading = PrintableText.of(title).trimmedAtBothEnds
    var parts = ["# " + (heading.isEmpty ? "Notebook" : escapedPunctuation(heading))]
    var transcript: [String] = []
    for entry in entries {
      switch entry {
      case .cell(let source, let output):
        transcript += lines(ofCell: source, output)
      case .note(let text):
        guard let note = block(ofNote: text) else { continue }
        addFence(around: &transcript, to: &parts)
        parts.append(note)
      }
    }
    addFence(around: &transcript, to: &parts)
    let frontMatter = seed == 0 ? "" : "---\nseed: \(seed)\n---\n"
    return frontMatter + parts.joined(separator: "\n\n") + "\n"
  }

  /// The lines of a cell as they stand inside a fence.
  static func lines(ofCell source: String, _ output: [String]) -> [String] {
    let sourceLines = SourceLine.lines(of: source)
    let endsOpen = sourceLines.last?.ending.isEmpty == false || sourceLines.isEmpty
    let inputs = sourceLines.map(\.text) + (endsOpen ? [""] : [])
    var lines: [String] = []
    for (index, input) in inputs.enumerated() {
      let mark = index == 0 ? ">" : "."
      lines.append(input.isEmpty ? mark : mark + " " + input)
    }
    return lines + NotebookCell.canonical(output).map(CellEscape.escaped)
  }

  private static func addFence(around transcript: inout [String], to parts: inout [String]) {
    if transcript.isEmpty { return }
    parts.append((["```overfit"] + transcript + ["```"]).joined(separator: "\n"))
    transcript = []
  }

  /// A note as a block of Markdown; nil if it holds nothing but white space.
  private static func block(ofNote text: String) -> String? {
    let lines = SourceLine.lines(of: text).map(\.text)
    guard let first = lines.firstIndex(where: { !$0.isBlank }),
      let last = lines.lastIndex(where: { !$0.isBlank })
    else { return nil }
    let note = lines[first...last].joined(separator: "\n").trimmedAtBothEnds
    if standsAlone(note) { return note }
    let shown = lines[first...last].map(\.trimmedAtBothEnds).filter { !$0.isEmpty }
    return shown.map(escapedPunctuation).joined(separator: "\n")
  }

  /// Whether a note ends where it ends, so that what follows is read as it would be without it,
  /// and is prose throughout.
  private static func standsAlone(_ note: String) -> Bool {
    let lines = SourceLine.lines(of: note + "\n\nnext")
    let document = MarkdownDocument(Array(SourceLine.text(of: lines).utf8))
    guard let next = document.blocks.last, next.line == lines.count,
      next.kind == .paragraph, next.plainText == "next"
    else { return false }
    return (document.blocks + document.nestedFences).allSatisfy { CellFence($0, lines) == nil }
  }

  /// The text with a backslash before each ASCII punctuation mark that can mean something in Markdown.
  private static func escapedPunctuation(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if marks.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  private static let marks: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "~", "|", "-", "+", "=", "!", "(", ")", ".",
    ":", "{", "}",
  ]
}
