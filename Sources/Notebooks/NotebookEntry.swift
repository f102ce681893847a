/// An entry of a student's own notebook.
package enum NotebookEntry: Sendable, Equatable {
  /// Prose, in Markdown.
  case note(String)
  /// A command, possibly of several lines, and what it printed.
  case cell(source: String, output: [String])
}

/// What a replay runs of a notebook, or shows as prose.
package struct PlayedEntry: Sendable, Equatable {
  /// The note or the cell; the input of a solution is a cell without an output.
  package let entry: NotebookEntry
  /// The name of the step in whose solution it stands; nil for an entry of the notebook's own.
  package let solved: String?

  /// Whether it is an input of a step's solution.
  package var isSolution: Bool { solved != nil }
}

extension Notebook {
  /// The notebook as a student's own: notes and cells, without the heading that holds the title,
  /// without front matter and steps.
  ///
  /// `written(title:seed:entries:)` of these entries is a notebook with the same cells and prose.
  package var entries: [NotebookEntry] { played.filter { !$0.isSolution }.map(\.entry) }

  /// The entries with the solutions of its steps among them, in the order of the file, in which a
  /// replay comes to them.
  package var played: [PlayedEntry] {
    places.map { PlayedEntry(entry: $0.entry, solved: $0.solved) }
  }

  /// The same with their places in the file.
  var places: [EntryPlace] {
    var places: [EntryPlace] = []
    var mayBeTitle = true
    for (index, block) in blocks.enumerated() {
      switch block {
      case .prose(let prose):
        for note in prose.notes {
          let isTitle = mayBeTitle && note.nodes.first?.kind == .heading(level: 1)
          let text = note.noteText(withoutHeading: isTitle)
          if !text.isEmpty {
            let lines = (note.lines.lowerBound - 1)..<note.lines.upperBound
            places.append(
              EntryPlace(entry: .note(text), lines: lines, block: index, holdsTitle: isTitle))
          }
          if !note.nodes.isEmpty { mayBeTitle = false }
        }
      case .cells(let block):
        mayBeTitle = false
        places += block.cells.map { EntryPlace($0, block: index) }
      case .step(let step):
        mayBeTitle = false
        places += step.solution.map { EntryPlace(solution: $0, of: step, block: index) }
      }
    }
    return places
  }
}

extension Prose {
  /// The source as a note: lines end with `"\n"`, no white space is at the end.
  /// - Parameter withoutHeading: Leaves out the heading that it begins with.
  func noteText(withoutHeading: Bool = false) -> String {
    var lines = TextLine.lines(of: source).map(\.text)[...]
    if withoutHeading, let heading = nodes.first {
      lines = lines.dropFirst(heading.line - self.lines.lowerBound)
      if lines.first?.trimmedAtBothEnds.startsWithBytes(of: "#") == false {
        lines = lines.drop { $0.trimmedAtBothEnds.utf8.contains { $0 != UInt8(ascii: "=") } }
      }
      lines = lines.dropFirst().drop(while: \.isBlank)
    }
    return lines.joined(separator: "\n").trimmedAtEnd
  }
}
