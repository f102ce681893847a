import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// Gives commands their meaning: from a state and a cell's source to a new state and a result.
///
/// A failed cell's state is the state before it, whatever its first lines had done.
enum Interpreter {
  enum Result {
    case cell(Cell)
    /// The run was interrupted where no result could be kept; what to say of it.
    case interrupted(String)
    /// It failed in a way that a replay might not: it is no cell.
    case refused(Diagnostic)
    /// This machine has not the memory that the budget allows; what to say of it.
    case unable(String)
    /// The notebook has no room for one more cell.
    case full(MemoryShortage)
  }

  /// What a cell has come to while it runs.
  private struct Passage {
    var output = CellOutput()
    var memory: CellMemory
    /// How many loops are open.
    var depth = 0
    /// Told what is shown, where that is looked at before the cell is done.
    let show: (@Sendable (Document) -> Void)?

    /// Keeps what a command found out.
    mutating func append(_ report: any Report, in state: SessionState) {
      guard output.append(report, isRepeated: depth > 0) else { return }
      show?(Document(of: [report], in: state))
    }
  }

  /// Runs a cell within the budget of its state.
  static func run(
    _ script: Script, from state: SessionState, settings: SessionSettings, table: CommandTable,
    control: RunControl, notesContent: Bool = false
  ) -> Result {
    if let cell = numberCell(script, from: state, settings: settings, control: control) {
      return .cell(cell)
    }
    return runAny(
      script, from: state, settings: settings, table: table, control: control,
      notesContent: notesContent)
  }

  /// The same for a cell that may do anything.
  static func runAny(
    _ script: Script, from state: SessionState, settings: SessionSettings, table: CommandTable,
    control: RunControl, notesContent: Bool = false
  ) -> Result {
    let budget = MemoryBudget(limit: state.memoryLimit, held: state.heldBytes)
    let result = MemoryBudget.$current.withValue(budget) {
      WorkAllowance.$current.withValue(WorkAllowance(isGranted: false)) {
        Interruption.$current.withValue(control.interruption) {
          script.onlyComputes
            ? computed(script, from: state, settings: settings, table: table, control: control)
            : attempt(
              script, from: state, settings: settings, table: table, control: control,
              notesContent: notesContent)
        }
      }
    }
    if let shortage = budget.shortageElsewhere { return .unable(Wording.text(of: shortage)) }
    return result
  }

  /// Runs a cell that opens no door, so that nothing is noted of files.
  private static func computed(
    _ script: Script, from state: SessionState, settings: SessionSettings, table: CommandTable,
    control: RunControl
  ) -> Result {
    var settings = settings
    (settings.files.touches, settings.files.memory) = ([], nil)
    let result = entered(
      runScript(script, from: state, settings: settings, table: table, control: control),
      keeping: state.savedFiles, after: state)
    guard case .cell(var cell) = result else { return result }
    cell.sharedRights = settings.files.sharedRights
    return .cell(cell)
  }

  /// Runs a cell with the files that the cells above it saved.
  private static func attempt(
    _ script: Script, from state: SessionState, settings: SessionSettings, table: CommandTable,
    control: RunControl, notesContent: Bool
  ) -> Result {
    let memory = MemoryFiles(
      state.savedFiles, room: max(0, state.memoryLimit - state.heldBytes), ofCell: true,
      notesContent: notesContent)
    var settings = settings
    settings.files.memory = memory
    settings.files.touches = []
    let result = entered(
      runScript(script, from: state, settings: settings, table: table, control: control),
      keeping: memory.files, after: state)
    guard case .cell(var cell) = result, !cell.hasFailed,
      MemoryBudget.current.shortageElsewhere == nil
    else {
      settings.files.touches = .writes
      let remarks = NotebookSession.takeBack(memory.replaced, through: settings.files)
      return unchanged(result, from: state, memory, settings, remarks)
    }
    note(memory, settings, in: &cell)
    return .cell(cell)
  }

  /// A cell that the notebook has room for with the files that it saved, or what else there was.
  private static func entered(
    _ result: Result, keeping files: SavedFiles, after state: SessionState
  ) -> Result {
    guard case .cell(let cell) = result else { return result }
    do throws(MemoryShortage) {
      return .cell(try CellMemory.entered(cell, keeping: files, after: state))
    } catch {
      return .full(error)
    }
  }

  /// What has changed nothing: a failure, or an interrupt that left nothing.
  private static func unchanged(
    _ result: Result, from state: SessionState, _ memory: MemoryFiles, _ settings: SessionSettings,
    _ remarks: [String]
  ) -> Result {
    switch result {
    case .interrupted(let message):
      return .interrupted(([message] + remarks).joined(separator: "; "))
    case .cell(var cell):
      guard case .failure(var diagnostic) = cell.result else { return result }
      diagnostic.hints += remarks
      if memory.mustNotBeRecorded || !remarks.isEmpty { return .refused(diagnostic) }
      note(memory, settings, in: &cell)
      return .cell(cell)
    case .refused, .unable, .full:
      return result
    }
  }

  /// Notes whose commands a cell has, and what it has read; of one that failed nothing stays written.
  private static func note(
    _ memory: MemoryFiles, _ settings: SessionSettings, in cell: inout Cell
  ) {
    cell.sharedRights = settings.files.sharedRights
    guard !memory.isUntouched else { return }
    (cell.traces.savedReads, cell.traces.foldersRead) = (memory.reads, memory.folders)
    cell.traces.digestsRead = memory.digests
    if cell.hasFailed { return }
    (cell.traces.filesRead, cell.traces.replaced) = (memory.paths, memory.replaced)
  }

  private static func runScript(
    _ script: Script, from state: SessionState, settings: SessionSettings, table: CommandTable,
    control: RunControl
  ) -> Result {
    var execution = Execution(state: state, settings: settings, table: table, control: control)
    do throws(Diagnostic) {
      if let diagnostic = script.diagnostics.first {
        throw LooseLine.explained(diagnostic, of: script.source, in: table, state.bindings)
      }
      let statements = script.saying
      if let text = note(of: statements) {
        return .cell(Cell(source: script.source, result: .note(text), state: state))
      }
      var course = Passage(
        memory: CellMemory(after: state), show: statements.haveLoop ? control.show : nil)
      try run(statements, in: &execution, &course)
      if execution.isCutShort, !statements.isOneCommand, execution.interruption == nil {
        execution.interruption = "interrupted: the notebook is as it was before these lines"
      }
      if let message = execution.interruption { return .interrupted(message) }
      let bytes = try course.memory.reckoned(
        execution, course.output, at: SourceRange(0, script.source.utf8.count))
      var cell = Cell(
        source: replayable(script, statements, execution),
        result: .reports(course.output.reports), omittedLines: course.output.omittedLines,
        omittedFailures: course.output.omittedFailures,
        isCutShort: execution.isCutShort, fits: execution.consents.fits,
        byteCount: bytes, state: execution.state)
      if let remark = execution.remark { cell.traces.remark = remark }
      return .cell(cell)
    } catch {
      execution.noteInterruption()
      if let message = execution.interruption { return .interrupted(message) }
      if execution.consents.isDeclined { return .refused(error) }
      let fault = LooseLine.reworded(error, of: script.source, in: table)
      return .cell(Cell(source: script.source, result: .failure(fault), state: state))
    }
  }

  /// The prose of a cell that is nothing but notes; a line of it is a note.
  private static func note(of statements: [Statement]) -> String? {
    var lines: [String] = []
    for statement in statements {
      guard case .note(let note) = statement else { return nil }
      lines.append(note.text)
    }
    return lines.joined(separator: "\n")
  }

  private static func run(
    _ statements: [Statement], in execution: inout Execution, _ course: inout Passage
  ) throws(Diagnostic) {
    for statement in statements
    where execution.interruption == nil && !execution.isCutShort {
      execution.beginStatement()
      if execution.interruption != nil { return }
      switch statement {
      case .command(let command):
        course.append(try execution.perform(command), in: execution.state)
        if course.depth > 0 {
          _ = try course.memory.reckoned(execution, course.output, at: command.range)
        }
      case .binding(let binding):
        let value = try bound(binding, in: execution)
        execution.countTestLook()
        execution.state.bindings.set(binding.name.text, to: value)
        try course.memory.note(value, in: execution, course.output, at: binding.range)
      case .loop(let loop):
        course.depth += 1
        try run(loop, in: &execution, &course)
        course.depth -= 1
      case .rule(let rule):
        course.append(try WhenCommand.add(rule, to: &execution), in: execution.state)
      case .edit(let edit):
        throw Diagnostic("edit works on the notebook and stands on its own", at: edit.range)
      case .note(let note):
        throw Diagnostic("a note stands on its own", at: note.range)
      case .blank, .malformed:
        break
      }
      execution.noteInterruption()
    }
  }

  private static func run(
    _ loop: Loop, in execution: inout Execution, _ course: inout Passage
  ) throws(Diagnostic) {
    let name = loop.variable.text
    let outer = execution.state.bindings.value(of: name)
    for value in try valuesWithinWork(of: loop, in: execution)
    where !execution.isCutShort {
      if execution.control.isInterrupted() {
        execution.interruption = "interrupted: the notebook is as it was before the loop"
        return
      }
      execution.state.bindings.set(name, to: value)
      try run(loop.body, in: &execution, &course)
    }
    execution.state.bindings.set(name, to: outer)
  }

  private static func valuesWithinWork(
    of loop: Loop, in execution: Execution
  ) throws(Diagnostic) -> [Quantity] {
    do throws(Diagnostic) {
      return try values(of: loop, in: execution)
    } catch {
      var error = error
      if WorkAllowance.current.isExceeded {
        error.hints = ["a line of its own can take it: let NAME = ... \(Wording.workConsent)"]
      }
      throw error
    }
  }

  private static func values(
    of loop: Loop, in execution: Execution
  ) throws(Diagnostic) -> [Quantity] {
    let evaluator = execution.evaluator
    var values: [Quantity] = []
    for expression in loop.values {
      switch expression.kind {
      case .range(let range):
        values += try evaluator.numbers(in: range).map { .number($0) }
      case .word(let word) where execution.state.bindings.value(of: word) == nil:
        values.append(.word(word))
      default:
        values.append(try evaluator.quantity(expression))
      }
    }
    return values
  }

  /// The value of a binding, within the work that it may take.
  private static func bound(
    _ binding: Binding, in execution: Execution
  ) throws(Diagnostic) -> Quantity {
    let given = try binding.option.map { (option) throws(Diagnostic) in
      guard option.values.count == 1 else {
        throw Diagnostic("\(option.name.text) takes one value", at: option.values[1].range)
      }
      return try execution.evaluator.yesOrNo(option.values[0], what: option.name.text)
    }
    let place = binding.range.lowerBound
    let allowance = execution.allowance(
      isGiven: given == true || execution.consents.contains(place), maySayYes: true)
    return try execution.working(within: allowance, at: place) { () throws(Diagnostic) in
      try execution.evaluator.quantity(binding.value)
    }
  }
}

extension [Statement] {
  /// Whether a loop is among them.
  fileprivate var haveLoop: Bool {
    contains { if case .loop = $0 { true } else { false } }
  }

  /// Whether an interrupt can be written into the source as an option of its only command.
  fileprivate var isOneCommand: Bool {
    if count == 1, case .command = self[0] { true } else { false }
  }
}
