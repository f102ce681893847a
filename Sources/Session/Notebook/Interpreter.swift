import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
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
  }

  /// Runs a cell with the files that the cells above it saved.
  static func run(
    _ script: Script, from state: SessionState, settings: SessionSettings, table: CommandTable,
    control: RunControl
  ) -> Result {
    let memory = MemoryFiles(state.savedFiles, ofCell: true)
    var settings = settings
    settings.files.memory = memory
    settings.files.touches = []
    let result = runScript(script, from: state, settings: settings, table: table, control: control)
    guard case .cell(var cell) = result, !cell.hasFailed else {
      settings.files.touches = .writes
      let remarks = NotebookSession.takeBack(memory.replaced, through: settings.files)
      return unchanged(result, from: state, memory, settings, remarks)
    }
    cell.rights = settings.files.rights
    cell.savedReads = memory.reads
    cell.foldersRead = memory.folders
    cell.replaced = memory.replaced
    cell.state.savedFiles = memory.files
    return .cell(cell)
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
      cell.rights = settings.files.rights
      cell.savedReads = memory.reads
      cell.foldersRead = memory.folders
      return .cell(cell)
    case .refused:
      return result
    }
  }

  private static func runScript(
    _ script: Script, from state: SessionState, settings: SessionSettings, table: CommandTable,
    control: RunControl
  ) -> Result {
    var execution = Execution(state: state, settings: settings, table: table, control: control)
    do throws(Diagnostic) {
      if let diagnostic = script.diagnostics.first { throw diagnostic }
      let statements = script.statements.filter { !$0.isBlank }
      if let text = note(of: statements) {
        return .cell(Cell(script: script, result: .note(text), state: state))
      }
      var reports: [any Report] = []
      try run(statements, in: &execution, into: &reports)
      if execution.stoppedAtStep != nil, !statements.isOneCommand, execution.interruption == nil {
        execution.interruption = "interrupted: the notebook is as it was before these lines"
      }
      if let message = execution.interruption { return .interrupted(message) }
      return .cell(
        Cell(
          script: replayable(script, statements, execution), result: .reports(reports),
          isCutShort: execution.stoppedAtStep != nil,
          state: execution.state))
    } catch {
      execution.noteInterruption()
      if let message = execution.interruption { return .interrupted(message) }
      return .cell(
        Cell(script: script, result: .failure(error), state: state))
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
    _ statements: [Statement], in execution: inout Execution, into reports: inout [any Report]
  ) throws(Diagnostic) {
    for statement in statements
    where execution.interruption == nil && execution.stoppedAtStep == nil {
      execution.beginStatement()
      if execution.interruption != nil { return }
      switch statement {
      case .command(let command):
        reports.append(try execution.perform(command))
      case .binding(let binding):
        let value = try execution.evaluator.quantity(binding.value)
        execution.countTestLook()
        execution.state.bindings.set(binding.name.text, to: value)
      case .loop(let loop):
        try run(loop, in: &execution, into: &reports)
      case .rule(let rule):
        reports.append(try WhenCommand.add(rule, to: &execution))
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
    _ loop: Loop, in execution: inout Execution, into reports: inout [any Report]
  ) throws(Diagnostic) {
    let name = loop.variable.text
    let outer = execution.state.bindings.value(of: name)
    for value in try values(of: loop, in: execution)
    where execution.stoppedAtStep == nil {
      if execution.control.isInterrupted() {
        execution.interruption = "interrupted: the notebook is as it was before the loop"
        return
      }
      execution.state.bindings.set(name, to: value)
      try run(loop.body, in: &execution, into: &reports)
    }
    execution.state.bindings.set(name, to: outer)
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

  /// The script that gives the same result when it is run again: an interrupted training says
  /// after how many steps it stops.
  private static func replayable(
    _ script: Script, _ statements: [Statement], _ execution: Execution
  ) -> Script {
    guard let step = execution.stoppedAtStep, case .command(let command) = statements[0] else {
      return script
    }
    let bytes = Array(script.source.utf8)
    let given = command.option(TrainingSetting.steps.name)?.range
    let place = given ?? SourceRange(command.range.upperBound, command.range.upperBound)
    let before = String(decoding: bytes[..<place.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[place.upperBound...], as: UTF8.self)
    let option = "\(TrainingSetting.steps.name)=\(step)"
    return Script(
      parsing: before + (given == nil ? " " : "") + option + after, forms: execution.table.forms)
  }
}

extension [Statement] {
  /// Whether an interrupt can be written into the source as an option of its only command.
  fileprivate var isOneCommand: Bool {
    if count == 1, case .command = self[0] { true } else { false }
  }
}
