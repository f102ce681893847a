import Language
import Notebooks

/// A notebook as it was opened. What is no cell of it, its prose's layout, its front matter and its
/// steps, stays where it is when the cells are written back; the solutions of exercises, which are
/// cells too, stand in their steps alone.
struct Manuscript: Sendable {
  /// Why cells can't be written into the file.
  enum Obstacle: Error, Equatable {
    /// The solution of this step works on the notebook itself.
    case changingSolution(String)
    /// The cells have not all of the solution of this step any more, or another one.
    case lostSolution(String)
    /// Its prose would not stay what it is.
    case prose
  }

  /// The file with other cells.
  struct Writing: Equatable {
    /// The file.
    let text: String
    /// Whether a line that is no cell stands behind what has changed, and so may say what was.
    let isStale: Bool
    /// Whether something else has changed than its end.
    let isRevised: Bool
  }

  /// The verbs that change cells: what they came to stands in the cells.
  private static let changing: Set<String> = ["undo", "redo", "edit", "delete", "run", "quit"]

  private let notebook: Notebook
  /// What is run of it, or is prose.
  private let played: [PlayedEntry]
  /// The source of each of these, prose as the lines of a note.
  private let sources: [String]
  /// Those, by their index, that are no cells and stay: a question such as `why`, an expected
  /// error that is none of a cell.
  private let asides: Set<Int>
  /// The first step whose solution changes cells.
  private let changingStep: String?

  /// Makes it of a notebook that these cells came of, as far as they are known.
  ///
  /// - Parameters:
  ///   - count: How many cells it came to.
  ///   - read: What is played of it, and its trees, where that was read; nil where it was not.
  init(
    _ notebook: Notebook, becoming cells: [String], of count: Int, in session: NotebookSession,
    read: (played: [PlayedEntry], scripts: [Script])? = nil
  ) {
    self.notebook = notebook
    let played = read?.played ?? notebook.played
    let sources = played.map { SourceFile.source(of: $0.entry) }
    (self.played, self.sources) = (played, sources)
    let scripts = read?.scripts ?? sources.map(session.script)
    let areOfCells = scripts.map { script in
      let statements = script.saying
      return statements.count > 1
        || statements.contains { !session.vocabulary.isForNotebook($0) }
    }
    let hasChanges = scripts.contains(where: Self.changesCells)
    let areAllCells = areOfCells.count { $0 } == count
    changingStep = played.indices.first {
      played[$0].isSolution && Self.changesCells(scripts[$0])
    }.flatMap { played[$0].solved }
    let lost = sources.difference(from: cells).insertions.map(\.offset)
    asides = Set(
      lost.filter { index in
        if played[index].entry.isNote || Self.changesCells(scripts[index]) { return false }
        let isCell = hasChanges || areAllCells || played[index].isSolution
        return !(areOfCells[index] && isCell)
      })
  }

  private static func changesCells(_ script: Script) -> Bool {
    switch script.statements.first(where: { !$0.isBlank }) {
    case .edit: true
    case .command(let command): changing.contains(command.verb.text)
    default: false
    }
  }

  /// The file with these entries in the place of its own, among which the solutions are cells.
  func text(with entries: [NotebookEntry]) throws(Obstacle) -> Writing {
    if let changingStep { throw .changingSolution(changingStep) }
    let (revised, isRevised) = self.revised(entries)
    guard let text = notebook.revised(revised) else {
      throw lostSolution(in: revised).map { .lostSolution($0) } ?? .prose
    }
    return Writing(text: text, isStale: isStale(revised), isRevised: isRevised)
  }

  /// The first step of which an input of the solution is gone, or is another one.
  private func lostSolution(in revised: [RevisedEntry]) -> String? {
    let kept = revised.compactMap { entry -> Int? in
      guard case .old(let index, let now) = entry, SourceFile.source(of: now) == sources[index]
      else { return nil }
      return index
    }
    return played.indices.first { played[$0].isSolution && !kept.contains($0) }
      .flatMap { played[$0].solved }
  }

  /// Whether an aside stands behind what has changed, and so may say what was.
  private func isStale(_ revised: [RevisedEntry]) -> Bool {
    var hasChanged = false
    var next = 0
    for entry in revised {
      guard case .old(let index, let now) = entry else {
        hasChanged = true
        continue
      }
      if asides.contains(index), hasChanged { return true }
      let isSame =
        played[index].isSolution
        ? SourceFile.source(of: now) == sources[index] : now == played[index].entry
      if index != next || !isSame { hasChanged = true }
      next = index + 1
    }
    return false
  }

  /// Entries in the places where the file has them: what is the same by its source stays, what took
  /// the place of another one stands there, and the rest is new. And whether anything but the end has
  /// changed.
  private func revised(_ entries: [NotebookEntry]) -> ([RevisedEntry], isRevised: Bool) {
    let now = entries.map(SourceFile.source)
    var revised: [RevisedEntry] = []
    // Of two lines that are alike the first one is the old one, and so what begins alike is the same.
    var (first, next) = (0, 0)
    while first < sources.count {
      if next < now.count, now[next] == sources[first] {
        revised.append(.old(first, entries[next]))
        next += 1
      } else if asides.contains(first) {
        revised.append(.old(first, played[first].entry))
      } else {
        break
      }
      first += 1
    }
    let isRevised = first < sources.count
    let change = now[next...].difference(from: sources[first...])
    let gone = Set(change.removals.map { $0.offset + first })
    var come = Set(change.insertions.map { $0.offset + next })
    for index in first..<sources.count {
      if asides.contains(index), gone.contains(index) {
        revised.append(.old(index, played[index].entry))
      } else if !gone.contains(index) {
        while come.remove(next) != nil { addNew() }
        revised.append(.old(index, entries[next]))
        next += 1
      } else if come.contains(next), played[index].entry.isNote == entries[next].isNote {
        revised.append(.old(index, entries[next]))
        next += 1
      }
    }
    func addNew() {
      revised.append(.new(entries[next]))
      next += 1
    }
    while next < entries.count { addNew() }
    return (revised, isRevised)
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
