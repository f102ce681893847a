package import Charts
import Commands
import Formulas
package import Language
package import Plots
import TensorEngine
package import Workbench

/// A notebook being written: its cells, the state they lead to, and the way back.
///
/// The law of the notebook: the output of a cell depends on the cells above it and on nothing
/// else. So at any moment, after any commands, errors, undos and edits, saving the notebook and
/// replaying it prints the same bytes.
package struct NotebookSession: Sendable {
  /// What a submitted line did.
  package enum Outcome: Sendable {
    /// Nothing: a blank line or a comment.
    case nothing
    /// The line became the cell of this number.
    case cell(Int, Cell)
    /// The notebook itself was changed or shown, and the cells `rerun` were run; whether something was
    /// refused that is none of them.
    case notebook(Document, rerun: [Int], isPartlyRefused: Bool = false)
    /// A notebook verb failed; nothing was recorded.
    case refused(Diagnostic)
    /// The student wants to edit this cell: open it with its source, at the prompt or in an editor.
    case editing(Int, source: String, inEditor: Bool)
    /// The run was interrupted and nothing was recorded; what to say of it.
    case interrupted(String)
    /// This machine can't do what the line asks for, and another one may; nothing was recorded.
    case unable(String)
    /// The student wants to learn this; what it is drawn by, where that was said.
    case lesson(Learning, seed: UInt64?)
    /// The student looks at something, and turns it by keys.
    case view(View)
    /// The student leaves.
    case quit
  }

  /// The cells, in order; cell n is at index n - 1.
  package internal(set) var cells: [Cell] = []
  /// What the session was told when it began.
  package internal(set) var settings: SessionSettings
  private let knownVerbs: @Sendable () -> Vocabulary
  /// What the student wishes of the terminal.
  package var wishes = TerminalWishes()
  /// What pictures are made of on a terminal; a notebook has 7-bit ones, whatever this is.
  package var pictures: Pictures { wishes.pictures }
  /// What is kept of the cells that trained networks; nil where every cell is run, as in a replay.
  package var keep: ResultKeep?
  let initialState: SessionState
  /// The files that `save` has written, which it may write again.
  var savedFiles: Set<String> = []
  /// What the notebook was last saved to.
  var file: NotebookFile? { didSet { noteChange(from: 0) } }
  /// How many of the first cells the file has: each line asks, and to count them would take longer the
  /// more there are.
  var cellsInFile = 0
  /// How many of the first cells the file has, or have failed behind these: none of them is lost.
  var cellsSettled = 0
  /// How many changes `undo` can't take back any more, for want of memory to keep them.
  private var forgottenChanges = 0
  /// Whether `undo` could go further back, had the memory been there to keep it.
  var hasForgotten: Bool { forgottenChanges > 0 }
  private(set) var past: [CellChange] = []
  /// How many bytes the cells of the way back hold.
  private(set) var pastBytes = 0
  private(set) var future: [CellChange] = []
  /// How many looks at the test split its cells took, those among them that are taken back.
  private(set) var looksTaken = 0

  /// Begins an empty notebook that knows these verbs, which are asked for with the first line: the
  /// prompt stands before the table of all of them is made.
  init(
    settings: SessionSettings, vocabulary: @autoclosure @escaping @Sendable () -> Vocabulary
  ) {
    self.settings = settings
    knownVerbs = vocabulary
    initialState = SessionState(seed: settings.seed)
  }

  /// The verbs that it knows.
  var vocabulary: Vocabulary { knownVerbs() }

  /// The number that the next cell will have.
  package var nextNumber: Int { cells.count + 1 }

  /// The state after the last cell.
  package var state: SessionState {
    cells.isEmpty ? initialState : cells[cells.count - 1].after.value
  }

  /// Runs what was typed: a command as a new cell, or a notebook verb on the cells there are.
  package mutating func submit(_ source: String, control: RunControl = RunControl()) -> Outcome {
    if let shortage = shortage(reading: source.utf8.count) {
      return .refused(Wording.diagnostic(for: shortage, at: SourceRange(0, 0)))
    }
    return submit(script(source), control: control)
  }

  /// Why a source of so many bytes is not read; nil where there is room for it.
  private func shortage(reading bytes: Int) -> MemoryShortage? {
    guard bytes > mostSourceBytes else { return nil }
    return MemoryShortage(
      need: .text, needed: bytes * SourceFile.bytesPerByte,
      left: mostSourceBytes * SourceFile.bytesPerByte, limit: state.memoryLimit)
  }

  /// How many bytes of a source there is room to read.
  var mostSourceBytes: Int {
    guard let last = cells.last?.after else { return Self.mostSourceBytes(in: initialState) }
    return Self.mostSourceBytes(in: last.value)
  }

  private static func mostSourceBytes(in state: SessionState) -> Int {
    max(0, state.memoryLimit - state.heldBytes) / SourceFile.bytesPerByte
  }

  /// A source as this session reads it.
  func script(_ source: String) -> Script {
    Script(parsing: source, forms: vocabulary.table.forms)
  }

  /// Runs what was typed, as it was read.
  package mutating func submit(_ script: Script, control: RunControl = RunControl()) -> Outcome {
    let statements = script.saying
    guard !statements.isEmpty else { return .nothing }
    if statements.count == 1 {
      do throws(Diagnostic) {
        if let error = script.diagnostics.first, vocabulary.isForNotebook(statements[0]) {
          throw LooseLine.explained(
            error, of: script.source, in: vocabulary.table, state.bindings)
        }
        if script.diagnostics.isEmpty,
          let outcome = try performNotebookVerb(statements[0], control: control)
        {
          return outcome
        }
      } catch {
        return .refused(LooseLine.reworded(error, of: script.source, in: vocabulary.table))
      }
    }
    let outcome = outcome(running: script, control)
    enter(outcome)
    return outcome
  }

  /// What comes of running a script as the next cell, which it is not yet.
  func outcome(running script: Script, _ control: RunControl) -> Outcome {
    let rights = settings.files.rights
    let isTyped = rights.holder == nil || rights.isTyped
    switch run(script, from: state, control) {
    case .cell(let cell) where cell.hasFailed && !wishes.keepsErrors && isTyped:
      guard case .failure(let diagnostic) = cell.result else { return .nothing }
      return .refused(diagnostic)
    case .cell(let cell):
      return .cell(nextNumber, cell)
    case .interrupted(let message):
      return .interrupted(message)
    case .unable(let message):
      return .unable(message)
    case .full(let shortage):
      return .refused(
        Wording.diagnostic(for: shortage, at: SourceRange(0, script.source.utf8.count)))
    case .refused(let diagnostic):
      return .refused(diagnostic)
    }
  }

  /// Makes the next cell of what came of running a script, where that is one.
  mutating func enter(_ outcome: Outcome) {
    guard case .cell(_, let cell) = outcome else { return }
    remember(CellChange(start: cells.count, other: []))
    future = []
    cells.append(cell)
    noteChange(from: cells.count - 1)
    looksTaken += looks(from: cells.count - 1)
    forgetOldest()
  }

  /// Does a statement that works on the notebook itself; `nil` if it is none.
  private mutating func performNotebookVerb(
    _ statement: Statement, control: RunControl
  ) throws(Diagnostic) -> Outcome? {
    switch statement {
    case .edit(let edit):
      return try self.edit(edit, control: control)
    case .command(let command):
      guard let verb = vocabulary.notebookVerb(for: command) else { return nil }
      let arguments = try Arguments(
        command, of: verb.definition,
        evaluator: Evaluator(state: state, pool: settings.watched(by: control).pool))
      return try withDoor(of: verb) { (session) throws(Diagnostic) in
        try Interruption.$current.withValue(control.interruption) {
          Result { () throws(Diagnostic) in try verb.action(&session, arguments, control) }
        }.get()
      }
    case .binding, .loop, .rule, .note, .blank, .malformed:
      return nil
    }
  }

  /// Does what a verb does with the door as far open as the verb declares.
  private mutating func withDoor(
    of verb: NotebookVerb, _ action: (inout NotebookSession) throws(Diagnostic) -> Outcome
  ) throws(Diagnostic) -> Outcome {
    let files = settings.files
    settings.files.touches = verb.definition.touches
    settings.files.memory = MemoryFiles(
      state.savedFiles, room: max(0, state.memoryLimit - state.heldBytes))
    defer { (settings.files.touches, settings.files.memory) = (files.touches, files.memory) }
    return try action(&self)
  }

  /// Remembers what was saved with the cell that is the last one.
  mutating func keep(_ save: KeptSave) {
    guard !cells.isEmpty, let memory = settings.files.memory else { return }
    let bytes = memory.files.bytes(notIn: state.savedFiles)
    var cell = cells.removeLast()
    cell.byteCount += bytes
    var after = cell.state
    after.heldBytes += bytes
    after.savedFiles = memory.files
    cell.state = after
    cell.traces.saves.removeAll { $0.key == save.key }
    cell.traces.saves.append(save)
    cells.append(cell)
  }

  /// Replaces the cells from an index on and remembers how they were, so that `undo` can go back.
  mutating func change(from start: Int, to replacement: [Cell]) {
    remember(CellChange(start: start, other: Array(cells[start...])))
    future = []
    cells.removeSubrange(start...)
    cells += replacement
    noteChange(from: start)
    looksTaken += looks(from: start)
    forgetOldest()
  }

  private mutating func remember(_ change: CellChange) {
    past.append(change)
    pastBytes += change.heldBytes
  }

  /// Lets the oldest ways back go that hold more memory beside the cells than there is.
  private mutating func forgetOldest() {
    keep?.shrink(to: roomToKeep(beside: state))
    var count = 0
    while pastBytes > 0, state.heldBytes + pastBytes > state.memoryLimit, count < past.count {
      pastBytes -= past[count].heldBytes
      count += 1
    }
    guard count > 0 else { return }
    past.removeFirst(count)
    forgottenChanges += count
  }

  /// The same notebook without a way back: what a file does can be undone as one change.
  var withoutPast: NotebookSession {
    var copy = self
    copy.past = []
    copy.pastBytes = 0
    copy.future = []
    copy.forgottenChanges = 0
    return copy
  }

  /// Takes the last change of the notebook back, with what its cells wrote; nil if there is no change.
  mutating func undo() -> CellExchange? {
    guard let change = past.popLast() else { return nil }
    pastBytes -= change.heldBytes
    let exchange = exchange(change)
    future.append(exchange.back)
    return exchange
  }

  /// Does again what was last taken back; nil if there is nothing.
  mutating func redo() -> CellExchange? {
    guard let change = future.popLast() else { return nil }
    let exchange = exchange(change)
    remember(exchange.back)
    return exchange
  }

  /// Does a change, and says what it was. No cell before it is looked at, and none is copied.
  private mutating func exchange(_ change: CellChange) -> CellExchange {
    let looks = looks(from: change.start)
    let back = change.exchange(with: &cells)
    noteChange(from: change.start)
    return CellExchange(
      start: change.start, old: back.other, new: change.other,
      looksLost: looks - self.looks(from: change.start),
      remarks: takeBackFiles(of: back.other) + writeFiles(of: change.other))
  }

  /// Where it stands now.
  var mark: NotebookMark {
    NotebookMark(
      cells: cells.count, changes: forgottenChanges + past.count, future: future,
      looksTaken: looksTaken, last: cells.last?.after)
  }

  /// Whether all cells that it had there stand where they stood.
  func hasGrown(from mark: NotebookMark) -> Bool {
    guard mark.cells <= cells.count, mark.changes <= forgottenChanges + past.count else {
      return false
    }
    return mark.last.map { $0.isOne(with: cells[mark.cells - 1].after) } ?? true
  }

  /// Comes back to where it stood, from where it has grown to.
  mutating func goBack(to mark: NotebookMark) {
    cells.removeSubrange(mark.cells...)
    noteChange(from: mark.cells)
    let count = min(past.count, forgottenChanges + past.count - mark.changes)
    pastBytes -= past.suffix(count).reduce(0) { $0 + $1.heldBytes }
    past.removeLast(count)
    (future, looksTaken) = (mark.future, mark.looksTaken)
  }

  /// It as it was there, with the last of its cells alone: for questions that leave nothing.
  func glance(at mark: NotebookMark) -> NotebookSession {
    var copy = withoutPast
    copy.cells = Array(cells[max(0, mark.cells - 1)..<mark.cells])
    copy.noteChange(from: 0)
    copy.looksTaken = mark.looksTaken
    return copy
  }

  /// What runs beside the cells, in their state.
  func execution(_ control: RunControl) -> Execution {
    Execution(state: state, settings: settings, table: vocabulary.table, control: control)
  }
}

extension NotebookSession.Outcome {
  /// Whether the run was interrupted, though a shorter training may have become a cell.
  var isInterrupted: Bool {
    switch self {
    case .interrupted: true
    case .cell(_, let cell): cell.isCutShort
    case .nothing, .notebook, .refused, .editing, .unable, .lesson, .view, .quit: false
    }
  }
}
