import TerminalText

extension Notebook {
  /// A student's own notebook as a file.
  ///
  /// Reading it back gives the same title, seed and cells, the outputs in canonical form. Notes
  /// come back as they were; notes in a row that Markdown takes for one block (items of a list)
  /// come back as one. A note that would not end where it ends, like a code fence that is left
  /// open, or that would hold cells, is escaped so that it shows the characters typed.
  /// - Parameters:
  ///   - title: Plain text for the heading at the top; "Notebook" stands in for an empty one.
  ///   - seed: Written into the front matter unless it is 0.
  ///   - entries: Notes and cells in order; cells in a row share a fence.
  package static func written(title: String, seed: UInt64, entries: [NotebookEntry]) -> String {
    let heading = title.cleaned(.prose).trimmedAtBothEnds
    var parts = ["# " + (heading.isEmpty ? "Notebook" : escapedPunctuation(heading))]
    var transcript: [String] = []
    var notes = NoteRun()
    for entry in entries {
      switch entry {
      case .cell(let source, let output):
        parts += notes.parts
        notes = NoteRun()
        transcript += lines(ofCell: source, output)
      case .note(let text):
        notes.add(text)
        if !notes.isEmpty { addFence(around: &transcript, to: &parts) }
      }
    }
    parts += notes.parts
    addFence(around: &transcript, to: &parts)
    let frontMatter = seed == 0 ? "" : "---\nseed: \(seed)\n---\n"
    return frontMatter + parts.joined(separator: "\n\n") + "\n"
  }

  /// The lines of a cell as they stand inside a fence.
  static func lines(ofCell source: String, _ output: [String]) -> [String] {
    let sourceLines = TextLine.lines(of: source)
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

  /// The text with a backslash before each mark that can mean something in Markdown.
  fileprivate static func escapedPunctuation(_ text: String) -> String {
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

/// Notes in a row, on their way into a file.
struct NoteRun {
  private var text = ""

  var isEmpty: Bool { text.isEmpty }

  /// The notes as the reader will cut them.
  var parts: [String] {
    let document = MarkdownDocument(Array(text.utf8))
    let prose = Prose(TextLine.lines(of: text)[...], nodes: document.blocks)
    return prose.map { $0.notes.map { $0.noteText() } } ?? []
  }

  /// Adds a note, escaped if it would not end where it ends. One that holds nothing but white
  /// space is left out.
  mutating func add(_ note: String) {
    let lines = TextLine.lines(of: note).map(\.text)
    guard let first = lines.firstIndex(where: { !$0.isBlank }),
      let last = lines.lastIndex(where: { !$0.isBlank })
    else { return }
    let before = text.isEmpty ? "" : text + "\n\n"
    text = before + lines[first...last].joined(separator: "\n").trimmedAtEnd
    if endsWhereItEnds { return }
    let shown = lines[first...last].map(\.trimmedAtBothEnds).filter { !$0.isEmpty }
    text = before + shown.map(Notebook.escapedPunctuation).joined(separator: "\n")
  }

  /// Whether what follows the text is read as it would be without it, and the text is prose
  /// throughout.
  private var endsWhereItEnds: Bool {
    let lines = TextLine.lines(of: text + "\n\nnext")
    let document = MarkdownDocument(Array(TextLine.text(of: lines).utf8))
    guard let next = document.blocks.last, next.line == lines.count,
      next.kind == .paragraph, next.plainText == "next"
    else { return false }
    return (document.blocks + document.nestedFences).allSatisfy { CellFence($0, lines) == nil }
  }
}
