/// A file into which other entries are written: lines that go, and lines that come.
struct Revision {
  private let lines: [TextLine]
  private let blocks: [NotebookBlock]
  private let places: [EntryPlace]
  /// The lines that go, counted from 0.
  private var dropped: Set<Int> = []
  /// What comes before a line; before the one behind the last, what comes at the end.
  private var added: [Int: [String]] = [:]
  /// The blocks of cells into which something was written.
  private var touched: Set<Int> = []

  /// Nil where an entry can't be changed because the title stands in it, or a solution.
  init?(of notebook: Notebook, _ entries: [RevisedEntry]) {
    lines = TextLine.lines(of: notebook.text)
    blocks = notebook.blocks
    places = notebook.places
    var last: EntryPlace?
    var waiting: [NotebookEntry] = []
    var kept: Set<Int> = []
    for entry in entries {
      switch entry {
      case .new(let entry): waiting.append(entry)
      case .old(let index, let entry):
        guard places.indices.contains(index) else { return nil }
        add(waiting, after: last, before: places[index])
        waiting = []
        kept.insert(index)
        guard put(entry, at: places[index]) else { return nil }
        last = places[index]
      }
    }
    add(waiting, after: last, before: nil)
    for index in places.indices where !kept.contains(index) {
      if places[index].holdsTitle || places[index].solved != nil { return nil }
      dropped.formUnion(places[index].lines)
    }
    dropEmptyFences(keeping: Set(kept.map { places[$0].block }))
  }

  /// The file.
  var text: String {
    let ending = lines.first { !$0.ending.isEmpty }?.ending ?? "\n"
    let result = (0...lines.count).flatMap { index -> [TextLine] in
      let before = (added[index] ?? []).flatMap { TextLine.lines(of: $0.isEmpty ? "\n" : $0) }
        .map { TextLine(text: $0.text, ending: ending) }
      return index < lines.count && !dropped.contains(index) ? before + [lines[index]] : before
    }
    return Notebook.text(of: result, endingLike: lines)
  }

  /// Puts an entry in the place of another one; false where that can't be done.
  private mutating func put(_ entry: NotebookEntry, at place: EntryPlace) -> Bool {
    if entry == place.entry { return true }
    if place.solved != nil { return entry.source == place.entry.source }
    switch (entry, place.cell) {
    case (.cell(let source, let output), let cell?):
      touched.insert(place.block)
      if source.hasSameBytes(as: cell.source) {
        let start = cell.outputLines.lowerBound - 1
        dropped.formUnion(start..<(cell.outputLines.upperBound - 1))
        let output = NotebookCell.canonical(output).map(CellEscape.escaped)
        added[start, default: []] += output.map { indented($0, cell.indent) }
      } else {
        dropped.formUnion(place.lines)
        let new = Notebook.lines(ofCell: source, output)
        added[place.lines.lowerBound, default: []] += new.map { indented($0, cell.indent) }
      }
    case (.note(let text), nil) where !place.holdsTitle:
      dropped.formUnion(place.lines)
      var notes = NoteRun()
      notes.add(text)
      added[place.lines.lowerBound, default: []] += [notes.parts.joined(separator: "\n\n")]
    default:
      return false
    }
    return true
  }

  /// Adds new entries between two of the file's.
  private mutating func add(
    _ entries: [NotebookEntry], after last: EntryPlace?, before next: EntryPlace?
  ) {
    guard !entries.isEmpty else { return }
    guard let last else {
      if let next, next.cell != nil {
        addInside(entries, at: next.lines.lowerBound, like: next)
      } else {
        let parts = outside(entries).flatMap { [$0, ""] }
        let atEnd = outside(entries).flatMap { ["", $0] }
        added[next?.lines.lowerBound ?? lines.count, default: []] += next == nil ? atEnd : parts
      }
      return
    }
    let isEnd = next == nil
    if let cell = last.cell, last.block == next?.block {
      addInside(entries, at: cell.endOfLines, like: last)
    } else if let cell = last.cell, !isEnd || last.block == blocks.count - 1 {
      let inside = Array(entries.prefix { $0.isCell })
      if !inside.isEmpty { addInside(inside, at: cell.endOfLines, like: last) }
      addOutside(Array(entries[inside.count...]), at: blocks[last.block].lines.upperBound)
    } else {
      addOutside(entries, at: isEnd ? lines.count : last.lines.upperBound)
    }
  }

  /// Adds entries behind a line of prose or a fence.
  private mutating func addOutside(_ entries: [NotebookEntry], at line: Int) {
    guard !entries.isEmpty else { return }
    let isFollowed = lines.indices.contains(line) && !lines[line].text.isBlank
    added[line, default: []] += outside(entries).flatMap { ["", $0] } + (isFollowed ? [""] : [])
  }

  /// Adds entries within the fence of a cell; notes part it.
  private mutating func addInside(_ entries: [NotebookEntry], at line: Int, like place: EntryPlace)
  {
    touched.insert(place.block)
    let fence = blocks[place.block].lines
    let (opening, closing) = (lines[fence.lowerBound - 1].text, lines[fence.upperBound - 1].text)
    let indent = place.cell?.indent ?? 0
    var notes = NoteRun()
    var new: [String] = []
    func closeNotes() {
      if notes.isEmpty { return }
      new += [closing, ""] + notes.parts.flatMap { [$0, ""] } + [opening]
      notes = NoteRun()
    }
    for entry in entries {
      switch entry {
      case .note(let text): notes.add(text)
      case .cell(let source, let output):
        closeNotes()
        new += Notebook.lines(ofCell: source, output).map { indented($0, indent) }
      }
    }
    closeNotes()
    added[line, default: []] += new
  }

  /// Entries as parts of a file: cells in a row share a fence.
  private func outside(_ entries: [NotebookEntry]) -> [String] {
    var parts: [String] = []
    var cells: [String] = []
    var notes = NoteRun()
    for entry in entries {
      switch entry {
      case .note(let text):
        if !cells.isEmpty { parts.append(fenced(cells)) }
        cells = []
        notes.add(text)
      case .cell(let source, let output):
        parts += notes.parts
        notes = NoteRun()
        cells += Notebook.lines(ofCell: source, output)
      }
    }
    return parts + notes.parts + (cells.isEmpty ? [] : [fenced(cells)])
  }

  private func fenced(_ lines: [String]) -> String {
    (["```overfit"] + lines + ["```"]).joined(separator: "\n")
  }

  private func indented(_ line: String, _ indent: Int) -> String {
    line.isEmpty ? line : String(repeating: " ", count: indent) + line
  }

  /// A fence all of whose cells are gone goes too.
  private mutating func dropEmptyFences(keeping kept: Set<Int>) {
    for (index, block) in blocks.enumerated()
    where !kept.contains(index) && !touched.contains(index) {
      guard case .cells(let block) = block, !block.cells.isEmpty else { continue }
      dropped.formUnion((block.lines.lowerBound - 1)..<block.lines.upperBound)
    }
  }
}

extension NotebookCell {
  /// The index of the line behind it, counted from 0.
  fileprivate var endOfLines: Int { max(inputLines.upperBound, outputLines.upperBound) - 1 }
}

extension NotebookEntry {
  /// The input of a cell; nil for a note.
  fileprivate var source: String? {
    if case .cell(let source, _) = self { source } else { nil }
  }

  fileprivate var isCell: Bool {
    if case .cell = self { true } else { false }
  }
}
