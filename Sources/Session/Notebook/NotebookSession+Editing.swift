import Charts
package import Language
import Notebooks
package import Workbench

extension NotebookSession {
  /// `edit N STATEMENT`, or `edit N` to open the cell.
  mutating func edit(_ edit: Edit, control: RunControl) throws(Diagnostic) -> Outcome {
    let number = try cellNumber(Double(edit.number), at: edit.numberRange)
    guard let script = edit.script, !script.source.isEmpty else {
      return .editing(number, source: cells[number - 1].source)
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

  /// Puts `scripts` in the place of `dropping` cells and runs all that follow again.
  mutating func replaceCells(
    from number: Int, dropping: Int, with scripts: [Script], control: RunControl
  ) throws(Diagnostic) {
    let following = cells.dropFirst(number - 1 + dropping).map(\.script)
    let rerun = try rerun(scripts + following, from: number, control: control)
    for cell in rerun.dropFirst(number - 1).prefix(scripts.count) {
      if case .failure(let diagnostic) = cell.result { throw diagnostic }
    }
    change(from: number - 1, to: Array(rerun[(number - 1)...]))
  }

  /// Runs the sources of a file as if they were typed, as one change of the notebook, and gives
  /// back the numbers of the cells that are new.
  /// - Throws: a `Diagnostic` if the run is interrupted; the notebook is then as it was.
  mutating func run(
    _ sources: [String], at range: SourceRange, control: RunControl
  ) throws(Diagnostic) -> [Int] {
    var copy = withoutPast
    for source in sources {
      let script = script(source)
      if case .command(let command)? = script.statements.first(where: { !$0.isBlank }),
        command.verb.text == "run"
      {
        throw Diagnostic("a file can't run another file", at: range)
      }
      let outcome = copy.submit(script, control: control)
      if outcome.isInterrupted {
        throw Diagnostic("interrupted: the notebook is as it was", at: range)
      }
      if case .quit = outcome { break }
    }
    let kept = zip(cells, copy.cells).prefix { $0.source == $1.source }.count
    change(from: kept, to: Array(copy.cells[kept...]))
    pictures = copy.pictures
    return Array(kept + 1..<nextNumber)
  }

  /// Refuses a script that can't be a cell, because running it again would do something else.
  private func checkCell(_ script: Script) throws(Diagnostic) {
    let place = SourceRange(0, script.source.utf8.count)
    let statements = script.statements.filter { !$0.isBlank }
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

  /// The notebook as Markdown that replays to the same bytes.
  package func markdown(title: String) -> String {
    let entries = cells.map { cell -> NotebookEntry in
      switch cell.result {
      case .note(let text): .note(text)
      default: .cell(source: cell.source, output: Transcript.standard.output(of: cell))
      }
    }
    return Notebook.written(title: title, seed: settings.seed, entries: entries)
  }
}
