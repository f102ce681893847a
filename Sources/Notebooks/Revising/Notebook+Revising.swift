extension Notebook {
  /// The file with other entries. What is no entry stays to the byte: the front matter, the heading
  /// that holds the title, steps, and the layout; so do the entries that have not changed.
  ///
  /// New cells go into the fence of the cell above them, or into one of their own; those at the end go
  /// to the end of the file.
  /// - Parameter entries: What the file shall hold, in order; the indices of old ones ascend.
  /// - Returns: nil where prose and cells would not be read back as they should, as where a note would
  ///   swallow what follows it, and where a solution is gone or is another one.
  package func revised(_ entries: [RevisedEntry]) -> String? {
    let revision = Revision(of: self, entries)
    guard let text = revision?.text, let read = try? Notebook(text: text, name: name),
      read.title == title, read.frontMatter.seed == frontMatter.seed,
      Self.outline(read.played) == outline(entries)
    else { return nil }
    return text
  }

  /// Entries as they can be compared: notes in a row are one, and empty lines in them mean nothing.
  private static func outline(_ entries: [PlayedEntry]) -> [[String]] {
    var outline: [[String]] = []
    var prose: [String] = []
    for entry in entries {
      switch entry.entry {
      case .cell(let source, _) where entry.isSolution:
        outline += [prose, ["solution", source]]
        prose = []
      case .note(let text):
        prose += TextLine.lines(of: text).map(\.text.trimmedAtEnd).filter { !$0.isEmpty }
      case .cell(let source, let output):
        outline += [prose, [source] + NotebookCell.canonical(output)]
        prose = []
      }
    }
    return outline + [prose]
  }

  private func outline(_ entries: [RevisedEntry]) -> [[String]] {
    let places = self.places
    var written: [PlayedEntry] = []
    var notes = NoteRun()
    func closeNotes() {
      written += notes.parts.map { PlayedEntry(entry: .note($0), solved: nil) }
      notes = NoteRun()
    }
    for entry in entries {
      if case .new(.note(let text)) = entry {
        notes.add(text)
        continue
      }
      closeNotes()
      let solved: String? = if case .old(let index, _) = entry { places[index].solved } else { nil }
      written.append(PlayedEntry(entry: entry.entry, solved: solved))
    }
    closeNotes()
    return Self.outline(written)
  }
}
