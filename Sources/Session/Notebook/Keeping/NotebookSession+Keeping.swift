import Commands
import Language
import TensorEngine
import Workbench

extension NotebookSession {
  /// Runs a cell as the next one, or takes it from what is kept. A file's commands are always run.
  func run(
    _ script: Script, from state: SessionState, _ control: RunControl
  ) -> Interpreter.Result {
    if let cell = Interpreter.numberCell(script, from: state, settings: settings, control: control)
    {
      return .cell(cell)
    }
    // What trains nothing is not kept, and most cells are bindings: what is above them is not asked.
    guard let keep, script.statements.contains(where: { mayTrain($0) }), let above = lineage else {
      return interpret(script, from: state, control, nil)
    }
    let isOfPerson = settings.files.rights.holder == nil
    if isOfPerson, let key = key(of: script.source, below: above),
      var cell = keep.cell(key, after: state)
    {
      cell.sharedRights = settings.files.sharedRights
      return .cell(cell)
    }
    let recall = isOfPerson ? recall(of: script, below: above, after: state) : nil
    let result = interpret(script, from: state, control, recall)
    guard case .cell(var cell) = result else { return result }
    keep.note(fits: cell.fits, taken: recall?.taken ?? 0)
    let key = key(of: cell.source, below: above)
    if !cell.hasFailed, let key { recall?.write(as: key) }
    cell.traces.lineage = lineage(of: cell, below: above)
    if isOfPerson, cell.isWorthKeeping, let key {
      keep.keep(cell, as: key, after: state)
      keep.shrink(to: roomToKeep(beside: cell.state))
    }
    return .cell(cell)
  }

  private func mayTrain(_ statement: Statement) -> Bool {
    switch statement {
    case .command(let command):
      command.verb.text != "print" && vocabulary.table.definition(of: command.verb.text) != nil
    case .loop, .rule: true
    case .binding, .edit, .note, .blank, .malformed: false
    }
  }

  /// How exactly the memory of two sessions is held against each other, in bytes.
  private static let granule = 1 << 20

  /// What is known from earlier sessions of the trainings of a cell.
  private func recall(
    of script: Script, below above: ContentDigest, after state: SessionState
  ) -> TrainingRecall? {
    guard let store = keep?.store, let key = key(of: script.source, below: above) else {
      return nil
    }
    // Where a training was taken, a few arrays are held that were shared where it ran.
    let whole = state.heldBytes / Self.granule * Self.granule
    return TrainingRecall(store, key, heldBytes: whole)
  }

  private func interpret(
    _ script: Script, from state: SessionState, _ control: RunControl, _ recall: TrainingRecall?
  ) -> Interpreter.Result {
    var settings = settings
    settings.recall = recall
    if script.statements.contains(where: { mayStartPrograms($0) }) { settings.above = above }
    return Interpreter.run(
      script, from: state, settings: settings, table: vocabulary.table, control: control,
      notesContent: keep != nil)
  }

  private func mayStartPrograms(_ statement: Statement) -> Bool {
    switch statement {
    case .command(let command):
      vocabulary.table.definition(of: command.verb.text)?.touches.contains(.programs) ?? false
    case .loop, .rule: true
    case .binding, .edit, .note, .blank, .malformed: false
    }
  }

  /// What tells all cells so far, with what was saved among them, from all others; nil where that is
  /// not known.
  ///
  /// It is made of the last cell of which it is known and of those behind that one.
  private var lineage: ContentDigest? {
    let known = keep?.lineage(within: cells)
    let rest = cells[(known?.cellCount ?? 0)...]
    let beginning = [Array("seed \(settings.seed)".utf8), Array((keep?.program ?? "").utf8)]
    var lineage = known.map(\.digest) ?? ContentDigest(of: beginning)
    var next = rest.startIndex
    if let last = rest.lastIndex(where: { $0.traces.lineage != nil }) {
      lineage = cells[last].traces.lineage.flatMap { saved(behind: cells[last], $0) }
      next = last + 1
    }
    for cell in cells[next...] {
      lineage = lineage.flatMap { self.lineage(of: cell, below: $0) }
        .flatMap { saved(behind: cell, $0) }
    }
    keep?.note(lineage: lineage, of: cells)
    return lineage
  }

  /// What tells a cell, with all above it, from every other one; nil where what it read is not known.
  private func lineage(of cell: Cell, below above: ContentDigest) -> ContentDigest? {
    guard !cell.traces.digestsRead.contains([]) else { return nil }
    return key(of: cell.source, below: above).flatMap {
      ContentDigest(of: [$0.bytes, cell.circumstances] + cell.traces.digestsRead)
    }
  }

  /// The same with what was saved while the cell was the last one.
  private func saved(behind cell: Cell, _ lineage: ContentDigest) -> ContentDigest? {
    let saves = cell.traces.saves
    guard !saves.isEmpty else { return lineage }
    return ContentDigest(of: [lineage.bytes] + saves.map { Array($0.script.source.utf8) })
  }

  private func key(of source: String, below lineage: ContentDigest) -> ContentDigest? {
    ContentDigest(of: [lineage.bytes, Array(source.utf8)])
  }

  /// How many bytes may be kept: a quarter of the session's memory, and no more than is left of it.
  func roomToKeep(beside state: SessionState) -> Int {
    min(state.memoryLimit / 4, max(0, state.memoryLimit - state.heldBytes - pastBytes))
  }
}

extension Cell {
  /// What else a cell came of: whose command it was, and whether it failed for that.
  fileprivate var circumstances: [UInt8] {
    Array("\(hasFailed ? "failed" : "worked") \(rights.holder ?? "")".utf8)
  }

  /// Whether it is kept: it has trained networks, came to its end, and has left nothing on the disk and
  /// read nothing there that a key does not tell of.
  fileprivate var isWorthKeeping: Bool {
    fits > 0 && !hasFailed && !isCutShort && traces.foldersRead.isEmpty
      && traces.replaced.isEmpty
  }
}
