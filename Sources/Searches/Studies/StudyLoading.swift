package import Commands
import Language
import Reports
import Tuning
import Workbench

/// `load study circles.journal` and `resume study`: a study out of its file, and what is left of it.
package enum StudyLoading {
  /// What `load` does behind the word `study`.
  package static let load: CellCommand.Action = { (execution, arguments) throws(Diagnostic) in
    try arguments.expect(atMost: 2)
    let value = try arguments.value(1, orSay: "load study needs the name of a file")
    guard let path = value.text else {
      throw Diagnostic("the name of a file is expected", at: value.range)
    }
    let journal = try journal(path, execution, at: value.range).journal
    guard journal.isOwn else {
      let study = try ForeignStudy(journal, execution, arguments)
      execution.state.study = study.hand
      return LoadedStudyReport(study.hand, named: journal.name, from: path, notes: study.notes)
    }
    if let option = arguments.given(CriterionReader.option) {
      throw Diagnostic(
        "the study says itself what its trials were judged by", at: option.range,
        hints: ["load study \(path)"])
    }
    guard let hand = try restored(journal, path, nil, execution, arguments) else {
      throw Wording.interrupted(at: arguments.command.range)
    }
    execution.state.study = hand
    return LoadedStudyReport(hand, named: journal.name, from: path)
  }

  /// The options of `resume` that are for a study alone: where its trials are trained.
  package static let resumeOptions = EngineOptions.all

  /// What `resume` does behind the word `study`.
  package static let resume: CellCommand.Action = { (execution, arguments) throws(Diagnostic) in
    let range = arguments.command.range
    let study = try execution.study(for: arguments)
    guard let path = study.file, study.lines.count > 0 else {
      throw Diagnostic(
        "the study in hand was not broken off: it stands in no file, or another program began it",
        at: range, hints: ["load study FILE.journal takes up one that was"])
    }
    let (journal, bytes) = try journal(path, execution, at: range)
    guard journal.isOwn, journal.lines == study.lines, journal.facts == study.facts else {
      throw Diagnostic(
        "\(path) holds another study by now", at: range,
        hints: ["load study \(path) takes that one up"])
    }
    let store = StudyStore(path, named: journal.name, journal, bytes, execution, at: range)
    guard let hand = try restored(journal, path, store, execution, arguments) else {
      execution.interruption = "interrupted\(store.interruption)"
      return SentenceReport()
    }
    execution.state.study = hand
    if hand.study.trials.count == journal.trials.count {
      // No part of the output, for a replay finds nothing left of what the session went on with.
      execution.remark =
        "nothing was left of it; its last line with more trials= and file=\(path) goes on"
    }
    return SearchReport(hand, new: hand.study.trials.count - (hand.lines.last?.first ?? 0))
  }

  private static func journal(
    _ path: String, _ execution: Execution, at range: SourceRange
  ) throws(Diagnostic) -> (journal: StudyJournal, bytes: [UInt8]) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try DatasetFolders(execution.settings).bytes(ofFile: path)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
    return (try StudyFile.journal(bytes, path, at: range), bytes)
  }

  /// The study of a file, line by line, on what is in hand.
  ///
  /// - Parameter store: Where what is left of the last line is kept; nil where it is not trained.
  /// - Returns: nil where it was interrupted.
  private static func restored(
    _ journal: StudyJournal, _ path: String, _ store: StudyStore?, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> StudyInHand? {
    let range = arguments.command.range
    var hand: StudyInHand?
    for (place, line) in journal.lines.enumerated() {
      let isLast = place == journal.lines.count - 1
      var execution = execution
      execution.state.study = hand
      do throws(Diagnostic) {
        var run = try run(of: line.text, execution, at: range)
        if hand == nil { try check(journal, run.line, at: range) }
        let count = isLast ? journal.trials.count : journal.lines[place + 1].first
        run.known = Array(journal.trials.prefix(count))
        if isLast, store != nil {
          run.store = store
          run.engine = try TrialEngine.asked(by: run, execution, resuming: arguments)
        } else {
          run.trains = false
        }
        defer { run.engine?.end() }
        guard let found = try run.found(&execution) else { return nil }
        hand = found.hand
      } catch {
        throw Diagnostic(error.message, at: range, hints: error.hints)
      }
    }
    hand?.name = journal.name
    hand?.file = path
    return hand
  }

  private static func check(
    _ journal: StudyJournal, _ line: SearchLine, at range: SourceRange
  ) throws(Diagnostic) {
    let own = StudyFacts(line.study, of: line.start, on: line.data, seed: line.seed)
    guard let facts = journal.facts, let difference = own.difference(of: facts) else { return }
    throw Diagnostic(
      "this is another notebook: \(difference)", at: range,
      hints: ["what stood above the search comes first, then load study"])
  }

  /// What a line of a study does.
  static func run(
    of text: String, _ execution: Execution, at range: SourceRange
  ) throws(Diagnostic) -> SearchRun {
    let arguments = try arguments(of: text, execution, at: range)
    return try SearchRun(try SearchReader(execution, arguments).line(), execution, arguments)
  }

  /// A line of a search as it is read out of a file.
  static func arguments(
    of text: String, _ execution: Execution, at range: SourceRange
  ) throws(Diagnostic) -> Arguments {
    guard let command = command(of: text, execution) else {
      throw Diagnostic("the file holds a line that is no search", at: range)
    }
    return try arguments(of: command, execution)
  }

  static func arguments(
    of command: Command, _ execution: Execution
  ) throws(Diagnostic) -> Arguments {
    let definition = SearchCommand.definition
    return try Arguments(
      command.translated(for: definition), of: definition, evaluator: execution.evaluator)
  }

  /// The search that a text is; nil where it is anything else.
  static func command(of text: String, _ execution: Execution) -> Command? {
    let script = Script(parsing: text, forms: execution.table.forms)
    guard script.diagnostics.isEmpty, script.statements.count == 1,
      case .command(let command)? = script.statements.first,
      command.verb.text == SearchCommand.definition.verb
    else { return nil }
    return command
  }
}
