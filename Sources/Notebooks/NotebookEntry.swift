/// An entry of a student's own notebook.
public enum NotebookEntry: Sendable, Equatable {
  /// Prose, in Markdown.
  case note(String)
  /// A command, possibly of several lines, and what it printed.
  case cell(source: String, output: [String])
}

extension Notebook {
  /// The notebook as a student's own: notes and cells, without the heading that holds the title,
  /// without front matter and exercises.
  ///
  /// `written(title:seed:entries:)` of these entries is a notebook that has the same entries.
  public var entries: [NotebookEntry] {
    var entries: [NotebookEntry] = []
    var mayBeTitle = true
    for block in blocks {
      switch block {
      case .prose(let prose):
        for note in prose.notes {
          var pieces = note.paragraphs[...]
          if mayBeTitle, note.nodes.first?.kind == .heading(level: 1) { pieces.removeFirst() }
          if !note.nodes.isEmpty { mayBeTitle = false }
          let text = pieces.map(\.source).joined()
          if !text.isEmpty { entries.append(.note(Self.note(text))) }
        }
      case .cells(let block):
        mayBeTitle = false
        entries += block.cells.map { .cell(source: $0.source, output: $0.output) }
      case .exercise:
        mayBeTitle = false
      }
    }
    return entries
  }

  /// The form in which notes are compared: lines end with `"\n"`, and no white space is at either end.
  private static func note(_ text: String) -> String {
    SourceLine.lines(of: text).map(\.text).joined(separator: "\n").trimmedAtBothEnds
  }
}
