import Language
import Notebooks

/// A notebook as it was opened. What is no cell of it, its prose's layout, its front matter and its
/// exercises, stays where it is when the cells are written back.
struct Manuscript: Sendable {
  /// The verbs that change cells: what they came to stands in the cells.
  private static let changing: Set<String> = ["undo", "redo", "edit", "delete", "run", "quit"]

  private let notebook: Notebook
  /// The source of each entry, prose as the lines of a note.
  private let sources: [String]
  /// The entries, by their index, that are no cells and stay: a question such as `why`, an expected
  /// error that is none of a cell.
  private let asides: Set<Int>

  /// Makes it of a notebook that these cells came of.
  init(_ notebook: Notebook, becoming cells: [String], in session: NotebookSession) {
    self.notebook = notebook
    let sources = notebook.entries.map(SourceFile.source)
    self.sources = sources
    let scripts = sources.map(session.script)
    let hasChanges = scripts.contains(where: Self.changesCells)
    let lost = sources.difference(from: cells).insertions.map(\.offset)
    let entries = notebook.entries
    asides = Set(
      lost.filter { index in
        if entries[index].isNote { return false }
        let statements = scripts[index].statements.filter { !$0.isBlank }
        let isOfCell =
          statements.count > 1 || statements.contains { !session.vocabulary.isForNotebook($0) }
        return !Self.changesCells(scripts[index]) && !(isOfCell && hasChanges)
      })
  }

  private static func changesCells(_ script: Script) -> Bool {
    switch script.statements.first(where: { !$0.isBlank }) {
    case .edit: true
    case .command(let command): changing.contains(command.verb.text)
    default: false
    }
  }

  /// Whether it has steps such as exercises. A replay runs their solutions, so that cells behind one
  /// would print something else there.
  var hasSteps: Bool {
    notebook.blocks.contains { block in
      if case .step = block { true } else { false }
    }
  }

  /// The file with these entries in the place of its own; nil where its prose would not stay what it
  /// is, or where it has steps.
  func text(with entries: [NotebookEntry]) -> (text: String, isStale: Bool)? {
    if hasSteps { return nil }
    let revised = self.revised(entries)
    guard let text = notebook.revised(revised) else { return nil }
    return (text, isStale(revised))
  }

  /// Whether an aside stands behind what has changed, and so may say what was.
  private func isStale(_ revised: [RevisedEntry]) -> Bool {
    let old = notebook.entries
    var hasChanged = false
    var next = 0
    for entry in revised {
      guard case .old(let index, let now) = entry else {
        hasChanged = true
        continue
      }
      if asides.contains(index), hasChanged { return true }
      if index != next || now != old[index] { hasChanged = true }
      next = index + 1
    }
    return false
  }

  /// Entries in the places where the file has them: what is the same by its source stays, what took
  /// the place of another one stands there, and the rest is new.
  private func revised(_ entries: [NotebookEntry]) -> [RevisedEntry] {
    let old = notebook.entries
    let change = entries.map(SourceFile.source).difference(from: sources)
    let gone = Set(change.removals.map(\.offset))
    let come = Set(change.insertions.map(\.offset))
    var revised: [RevisedEntry] = []
    var next = 0
    for index in old.indices {
      if asides.contains(index), gone.contains(index) {
        revised.append(.old(index, old[index]))
      } else if !gone.contains(index) {
        while come.contains(next) { add(&next) }
        revised.append(.old(index, entries[next]))
        next += 1
      } else if come.contains(next), old[index].isNote == entries[next].isNote {
        revised.append(.old(index, entries[next]))
        next += 1
      }
    }
    func add(_ index: inout Int) {
      revised.append(.new(entries[index]))
      index += 1
    }
    while next < entries.count { add(&next) }
    return revised
  }
}

extension NotebookEntry {
  fileprivate var isNote: Bool {
    if case .note = self { true } else { false }
  }
}

extension CollectionDifference.Change {
  /// The index that it speaks of.
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
