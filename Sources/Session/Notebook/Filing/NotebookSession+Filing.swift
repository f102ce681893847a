import Language
import Notebooks
package import Workbench

extension NotebookSession {
  /// Runs what stands at an index of what is played of a notebook, to go on in it, with the rights of a
  /// file.
  ///
  /// - Throws: `RecoveryStop` if it is interrupted, or can't become the cell that it is to be; the
  ///   session is then as it was.
  package mutating func open(
    _ index: Int, of file: SourceFile, control: RunControl = RunControl()
  ) throws(RecoveryStop) -> Outcome {
    let (entry, own) = (file.played[index], settings.files.sharedRights)
    // What folders are called really was asked for the first cell.
    let rights = cells.isEmpty ? nil : cells[cells.count - 1].sharedRights
    if let rights, rights.value.holder == file.path, own.value.holder == nil {
      settings.files.share(rights)
    } else {
      settings = settings.opened(file.path, by: .open)
    }
    defer { settings.files.share(own) }
    if onlyAdds(entry.script) {
      // Nothing is copied: a cell would take longer the more of them there are.
      let isBlank = entry.script.statements.allSatisfy(\.isBlank)
      let outcome = isBlank ? .nothing : outcome(running: entry.script, control)
      try check(outcome, of: entry)
      enter(outcome)
      return outcome
    }
    if goesToAndFro(entry.script) { return submit(entry.script, control: control) }
    var copy = self
    let outcome = copy.submit(entry.script, control: control)
    if outcome.isInterrupted {
      _ = copy.takeBackFiles(of: copy.cells.dropFirst(cells.count))
      throw .interrupted
    }
    if case .unable(let message) = outcome { throw RecoveryStop(reason: message) }
    // What else a session was told is the person's to change.
    copy.settings = settings
    self = copy
    return outcome
  }

  /// Whether running a script can do no more than put a cell behind the others.
  func onlyAdds(_ script: Script) -> Bool {
    let statements = script.saying
    return statements.count != 1 || !vocabulary.isForNotebook(statements[0])
  }

  /// Whether a script takes a change back, or does it again: nothing of that can be interrupted, so the
  /// cells that there were need not be held for it.
  private func goesToAndFro(_ script: Script) -> Bool {
    guard case .command(let command)? = script.saying.first else { return false }
    return ["undo", "redo"].contains(command.verb.text)
  }

  /// Refuses what can't become the cell that it is to be.
  private func check(
    _ outcome: Outcome, of entry: SourceFile.ReadCell
  ) throws(RecoveryStop) {
    if outcome.isInterrupted {
      if case .cell(_, let cell) = outcome { _ = takeBackFiles(of: [cell]) }
      throw .interrupted
    }
    switch outcome {
    case .unable(let message): throw RecoveryStop(reason: message)
    case .refused(let diagnostic):
      let shown = Transcript.standard.output(of: outcome, source: entry.script.source, in: self)
      if shown != entry.output { throw RecoveryStop(reason: diagnostic.reason) }
    case .cell(_, let cell):
      let before = entry.output ?? []
      guard case .failure(let diagnostic) = cell.result, !before.isEmpty,
        !before.prefix(2).contains(where: NotebookCell.hasCarets)
      else { break }
      // What it printed would be lost when the notebook is written back.
      throw RecoveryStop(reason: diagnostic.reason)
    case .nothing, .notebook, .editing, .interrupted, .lesson, .view, .quit: break
    }
  }

  /// Goes on in a notebook of which all entries, or only the first ones, have been opened. Only a whole
  /// one is written back: else what was not opened would be lost.
  package mutating func goOn(in source: SourceFile, isWhole: Bool) {
    savedFiles = []
    guard isWhole, let notebook = source.notebook else { return }
    let sources = cells.map(\.source)
    file = NotebookFile(
      path: source.path, digest: source.digest, sources: sources,
      manuscript: Manuscript(
        notebook, becoming: sources, of: sources.count, in: self,
        read: (source.entries, source.played.map(\.script))))
    savedFiles = [source.path]
  }

  /// What is to be written into a file, with what is to be said of it, and the manuscript that it goes
  /// on from.
  ///
  /// - Parameter losesLayout: Whether a file may lose what is no cell and no note, where it can't be
  ///   kept.
  /// - Throws: A `Diagnostic` where that would be lost unasked.
  func text(
    toSaveAs path: String, title: String, losesLayout: Bool, at range: SourceRange
  ) throws(Diagnostic) -> (text: String, remarks: [String], manuscript: Manuscript?) {
    let written = markdown(title: title)
    guard let file, let manuscript = file.manuscript else { return (written, [], nil) }
    do throws(Manuscript.Obstacle) {
      let writing = try manuscript.text(with: entries)
      return (writing.text, remarks(on: writing, to: path), manuscript)
    } catch {
      if losesLayout || path != file.path { return (written, [], nil) }
      throw Diagnostic(
        error.reason(in: path), at: range,
        hints: [
          "save another name writes cells and notes alone; save \(path) overwrite=yes does so there"
        ])
    }
  }

  /// What is to be said of what is written: a line each.
  private func remarks(on writing: Manuscript.Writing, to path: String) -> [String] {
    let stale =
      "its lines that are no cells show what they showed before: overfit replay --update \(path)"
    let remarks = writing.isStale ? [stale] : []
    guard writing.isRevised, let notebook = try? Notebook(text: writing.text, name: path) else {
      return remarks
    }
    return remarks
      + StepsOverCells.faults(of: notebook, over: self).map { "a replay will find: \($0)" }
  }

  /// Notes what the notebook's file is now.
  mutating func noteSaved(as path: String, _ text: String, _ manuscript: Manuscript?) {
    file = NotebookFile(
      path: path, digest: ContentMark.of(Array(text.utf8)), sources: cells.map(\.source),
      manuscript: manuscript)
  }
}

extension Manuscript.Obstacle {
  /// What stands against writing into a file, without a capital or a full stop.
  fileprivate func reason(in path: String) -> String {
    switch self {
    case .changingSolution(let step):
      "the solution of \(step) changes the cells above it, which can't be written into \(path)"
    case .lostSolution(let step):
      "the solution of \(step) in \(path) is no longer what these cells have there"
    case .prose: "the prose of \(path) can't be kept around these cells"
    }
  }
}

extension SourceFile {
  /// What of the notebook is run when it is opened.
  package var record: SessionRecord {
    var record = SessionRecord(seed: seed ?? 0)
    record.cells = played.map { RecordedCell($0.script.source) }
    return record
  }

  /// The source of an entry: that of its cell, or its prose as the lines of a note.
  static func source(of entry: NotebookEntry) -> String {
    switch entry {
    case .note(let text): note(text)
    case .cell(let source, _): source
    }
  }
}
