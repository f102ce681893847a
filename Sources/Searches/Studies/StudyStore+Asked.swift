import Commands
import Language
import Tuning
import Workbench

extension StudyStore {
  /// The store that a line asks for; nil where it asks for none.
  static func asked(
    by run: SearchRun, _ execution: Execution
  ) throws(Diagnostic) -> StudyStore? {
    let arguments = run.arguments
    guard let path = try arguments.value(of: StudyOptions.file) else {
      guard let option = arguments.given(StudyOptions.study) else { return nil }
      throw Diagnostic(
        "study= names what a file keeps, and there is no file=", at: option.range,
        hints: ["file=study.journal keeps the study"])
    }
    let range = arguments.range(of: StudyOptions.file)
    guard execution.settings.files.rights.namesStudies else {
      throw Diagnostic(
        "a file that is run or learned from does not say where a search is kept", at: range,
        hints: ["type it at the prompt: \(arguments.command.formatted)"])
    }
    let content: [UInt8]?
    do throws(FileError) {
      content = try execution.settings.files.contentToExtend(at: path)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
    let journal = try content.map { (bytes) throws(Diagnostic) in
      try StudyFile.journal(bytes, path, at: range)
    }
    if let journal { try check(journal, path, run, at: range) }
    let given = try arguments.value(of: StudyOptions.study)
    if let journal, let given, given != journal.name {
      throw Diagnostic(
        "the study in \(path) is called \(journal.name)",
        at: arguments.range(of: StudyOptions.study))
    }
    return StudyStore(
      path, named: given ?? journal?.name ?? StudyFile.name(of: path), journal, content, execution,
      at: range)
  }

  /// Refuses a file that holds another study than the line goes on with.
  private static func check(
    _ journal: StudyJournal, _ path: String, _ run: SearchRun, at range: SourceRange
  ) throws(Diagnostic) {
    let line = run.line
    guard journal.isOwn, let facts = journal.facts else {
      throw Diagnostic(
        "\(path) is there already, and another program has written to it", at: range,
        hints: ["load study \(path) reads it", "or another name here"])
    }
    let own =
      line.earlier?.facts
      ?? StudyFacts(line.study, of: line.start, on: line.data, seed: line.seed)
    if let difference = own.difference(of: facts) {
      throw Diagnostic(
        "\(path) is there already, and \(difference)", at: range,
        hints: ["another name keeps this search too"])
    }
    let lines = (line.earlier?.lines.map(\.text) ?? []) + [line.text]
    var theirs = journal.lines.map(\.text)
    if theirs.count == lines.count, run.goesOn(withLineOf: journal) {
      theirs[theirs.count - 1] = line.text
    }
    guard zip(lines, theirs).allSatisfy({ $0 == $1 }), theirs.count >= lines.count - 1 else {
      throw Diagnostic(
        "\(path) is there already, and keeps another search", at: range,
        hints: ["another name keeps this one too"])
    }
  }
}

extension SearchRun {
  /// Whether it is the last line of a file but for more trials, which change none of those that are
  /// done.
  fileprivate func goesOn(withLineOf journal: StudyJournal) -> Bool {
    let done = journal.trials.count - line.study.trials.count
    guard done >= 0, done <= line.trials, line.stop != .halving else { return false }
    return SearchLine.text(of: arguments, trials: done) == journal.lines.last?.text
  }
}
