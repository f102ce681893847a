import Charts
package import Language
package import Workbench

extension NotebookSession {
  /// `edit N STATEMENT`, or `edit N` to open the cell.
  mutating func edit(_ edit: Edit, control: RunControl) throws(Diagnostic) -> Outcome {
    let number = try cellNumber(Double(edit.number), at: edit.numberRange)
    guard let script = edit.script, !script.source.isEmpty else {
      return .editing(number, source: cells[number - 1].source, inEditor: edit.opensEditor)
    }
    let place = edit.statement?.range ?? edit.range
    do {
      return try replace(cell: number, with: script, control: control)
    } catch {
      var error = error
      error.range.lowerBound += place.lowerBound
      error.range.upperBound += place.lowerBound
      throw error
    }
  }

  /// Gives cell `number` another source and runs it and the cells after it again.
  /// - Throws: a `Diagnostic` if there is no such cell, the new source fails, or the run is
  ///   interrupted; the notebook is then as it was.
  package mutating func replace(
    cell number: Int, with source: String, control: RunControl = RunControl()
  ) throws(Diagnostic) -> Outcome {
    let number = try cellNumber(Double(number), at: SourceRange(0, 0))
    return try replace(cell: number, with: script(source), control: control)
  }

  private mutating func replace(
    cell number: Int, with script: Script, control: RunControl
  ) throws(Diagnostic) -> Outcome {
    try checkCell(script)
    try replaceCells(from: number, dropping: 1, with: [script], control: control)
    return .notebook(Document(), rerun: Array(number..<nextNumber))
  }

  /// Puts `scripts` in the place of `dropping` cells and runs all that follow again, each with the
  /// rights that it has.
  mutating func replaceCells(
    from number: Int, dropping: Int, with scripts: [Script], control: RunControl
  ) throws(Diagnostic) {
    let replaced = cells[(number - 1)..<(number - 1 + dropping)]
    try checkOwnership(of: replaced)
    let saves = replaced.flatMap(\.traces.saves).map(\.script)
    let new = scripts.map { script in
      // A text that is merely sent off again stays whose it was.
      let same = replaced.first { $0.source == script.source }
      return CellToRun(
        script: script, rights: same?.rights ?? settings.files.rights, saves: saves)
    }
    let following = cells.dropFirst(number - 1 + dropping).map {
      CellToRun(script: script($0.source), rights: $0.rights, saves: $0.traces.saves.map(\.script))
    }
    let old = cells[(number - 1)...]
    _ = takeBackFiles(of: old)
    let rerun: [Cell]
    do throws(Diagnostic) {
      rerun = try self.rerun(new + following, from: number, of: scripts.count, control: control)
    } catch {
      _ = writeFiles(of: old)
      throw error
    }
    change(from: number - 1, to: Array(rerun[(number - 1)...]))
  }

  /// A file's commands change no cell but the file's own.
  private func checkOwnership(of cells: ArraySlice<Cell>) throws(Diagnostic) {
    guard let holder = settings.files.rights.holder else { return }
    guard cells.allSatisfy({ $0.rights.holder == holder }) else {
      throw Diagnostic("a file changes no other cells than its own", at: SourceRange(0, 0))
    }
  }

  /// Runs these cells one after the other from the state before cell `number`, and does again in
  /// memory what was saved among them.
  ///
  /// - Parameter newCount: How many of them, the first ones, are new and must not fail.
  /// - Throws: A `Diagnostic` where one of these fails or the run is interrupted; what the cells
  ///   wrote is taken back then.
  private func rerun(
    _ plans: [CellToRun], from number: Int, of newCount: Int, control: RunControl
  ) throws(Diagnostic) -> [Cell] {
    var copy = withoutPast
    copy.cells = Array(cells.prefix(number - 1))
    copy.noteChange(from: number - 1)
    for (index, plan) in plans.enumerated() {
      copy.settings.files.rights = plan.rights
      var problem: Diagnostic?
      switch copy.run(plan.script, from: copy.state, control.unseen) {
      case .cell(let cell):
        copy.cells.append(cell)
        if cell.isCutShort || control.isInterrupted() { problem = Self.interrupted }
        if case .failure(let diagnostic) = cell.result, index < newCount { problem = diagnostic }
      case .refused(let diagnostic): problem = diagnostic
      case .interrupted: problem = Self.interrupted
      case .unable(let message): problem = Diagnostic(message, at: SourceRange(0, 0))
      case .full(let shortage):
        problem = Wording.diagnostic(for: shortage, at: SourceRange(0, 0))
      }
      if let problem {
        _ = copy.takeBackFiles(of: copy.cells.dropFirst(number - 1))
        throw problem
      }
      copy.settings.files.rights = plan.rights.inMemory
      for save in plan.saves { _ = copy.submit(save) }
    }
    return copy.cells
  }

  private static let interrupted = Diagnostic(
    "interrupted: the notebook is as it was", at: SourceRange(0, 0))

  /// Runs the cells of a file, as one change of the notebook and with the file's rights, and shows the
  /// cells that are new, with what its other verbs said.
  /// - Throws: a `Diagnostic` if the run is interrupted; the notebook is then as it was.
  mutating func run(
    _ file: SourceFile, at range: SourceRange, control: RunControl
  ) throws(Diagnostic) -> Outcome {
    var copy = withoutPast
    copy.settings = settings.opened(file.path, by: .runAtPrompt)
    copy.settings.files.rights.runsFiles = false
    (copy.settings.files.touches, copy.settings.files.memory) = (.everything, nil)
    copy.savedFiles = []
    var said = Document()
    var isPartlyRefused = false
    var scripts = file.cells.map(\.script)
    if let seed = file.seed, seed != state.seed { scripts.insert(script("seed \(seed)"), at: 0) }
    for script in scripts {
      if case .command(let command)? = script.statements.first(where: { !$0.isBlank }),
        command.verb.text == "run"
      {
        throw Diagnostic("a file can't run another file", at: range)
      }
      let outcome = copy.submit(script, control: control.unseen)
      if outcome.isInterrupted || control.isInterrupted() {
        _ = copy.takeBackFiles(of: copy.cells.dropFirst(cells.count))
        throw Diagnostic("interrupted: the notebook is as it was", at: range)
      }
      if case .unable(let message) = outcome { throw Diagnostic(message, at: range) }
      if case .quit = outcome { break }
      if case .refused = outcome { isPartlyRefused = true }
      said.blocks += Self.said(outcome, to: script)
    }
    let kept = zip(cells, copy.cells).prefix {
      $0.source == $1.source && $0.traces.saves.count == $1.traces.saves.count
    }.count
    change(from: kept, to: Array(copy.cells[kept...]))
    wishes = copy.wishes
    return .notebook(
      said, rerun: Array(kept + 1..<nextNumber), isPartlyRefused: isPartlyRefused)
  }

  /// What a verb of the notebook said in a file, behind its line; nothing for a cell, which is shown
  /// with the others.
  private static func said(_ outcome: Outcome, to script: Script) -> [Block] {
    let source = script.source
    switch outcome {
    case .notebook(let document, _, _) where !document.blocks.isEmpty:
      return [.verbatim(Transcript.input(source).joined(separator: "\n"))] + document.blocks
    case .refused(let diagnostic):
      let lines =
        Transcript.input(source) + Transcript.standard.lines(of: diagnostic, source: source)
      return [.verbatim(lines.joined(separator: "\n"))]
    case .nothing, .cell, .notebook, .editing, .interrupted, .unable, .lesson, .view, .quit:
      return []
    }
  }

  /// Refuses a script that can't be a cell, because running it again would do something else.
  func checkCell(_ script: Script) throws(Diagnostic) {
    let place = SourceRange(0, script.source.utf8.count)
    let statements = script.saying
    guard let first = statements.first else {
      throw Diagnostic("a cell needs a command", at: place)
    }
    guard statements.count == 1, vocabulary.isForNotebook(first) else { return }
    throw Diagnostic("this works on the notebook itself and can't be a cell", at: place)
  }

  func cellNumber(_ value: Double, at range: SourceRange) throws(Diagnostic) -> Int {
    guard let number = Int(exactly: value), number > 0, number <= cells.count else {
      throw Diagnostic(
        "there is no such cell", at: range,
        hints: cells.isEmpty ? ["the notebook is empty"] : ["the cells are 1 to \(cells.count)"])
    }
    return number
  }
}

/// A cell that is to be run again.
private struct CellToRun {
  let script: Script
  let rights: FileRights
  /// What was saved behind it.
  let saves: [Script]
}
