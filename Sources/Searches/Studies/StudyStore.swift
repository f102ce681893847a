import Commands
import Language
import Reports
import Tuning
import Workbench

/// Keeps the trials of a search in its file, each as it is done.
final class StudyStore {
  let path: String
  let name: String
  /// The trials that the file has already.
  let known: [StudyJournal.Trial]
  private let range: SourceRange
  private let files: WorkingFolder
  private let clock: (@Sendable () -> String)?
  /// The lines and trials that the file has.
  private var count: (lines: Int, trials: Int)
  /// The last line as the file has it.
  private var lastLine: String?
  /// The bytes of the file that stay.
  private var bytes: [UInt8]
  /// How long the file is; nil before there is one.
  private var size: Int?
  private var started: String

  /// - Parameters:
  ///   - journal: What the file holds; nil where there is none.
  ///   - content: Its bytes.
  init(
    _ path: String, named name: String, _ journal: StudyJournal?, _ content: [UInt8]?,
    _ execution: Execution, at range: SourceRange
  ) {
    (self.path, self.name, self.range) = (path, name, range)
    files = execution.settings.files
    clock = execution.settings.clock
    known = journal?.trials ?? []
    count = (journal?.lines.count ?? 0, known.count)
    lastLine = journal?.lines.last?.text
    bytes = Array((content ?? []).prefix(journal?.length ?? 0))
    size = content?.count
    started = ""
    started = now
  }

  private var now: String { StudyFile.time(clock) }

  /// What is said besides of a search that was interrupted.
  var interruption: String { "; \(remainder)" }

  /// What is kept of a search that did not come to its end.
  var remainder: String {
    "\(path) keeps its \(Wording.count(count.trials, "trial")), and the same line goes on with them"
  }

  /// Writes what stands before the first trial of a line.
  func begin(_ hand: StudyInHand) throws(Diagnostic) {
    started = now
    if size == nil {
      bytes = StudyFile.bytes(of: hand, path: path, clock)
      try attempt { () throws(FileError) in
        if try files.contentToExtend(at: path) == nil { try files.begin(path, with: bytes) }
      }
      (size, count) = (bytes.count, (hand.lines.count, hand.study.trials.count))
      lastLine = hand.lines.last?.text
    } else if count.lines < hand.lines.count {
      try write(StudyFile.lines(of: hand, at: hand.study.trials.count))
      (count.lines, lastLine) = (hand.lines.count, hand.lines.last?.text)
    } else {
      try tellLastLine(of: hand)
    }
  }

  /// Writes the last line anew where the file has another one.
  func tellLastLine(of hand: StudyInHand) throws(Diagnostic) {
    guard count.lines == hand.lines.count, let text = hand.lines.last?.text, text != lastLine else {
      return
    }
    try write(StudyJournal.text(ofLine: count.lines, text))
    lastLine = text
  }

  /// Writes the trials that are new.
  func note(_ hand: StudyInHand) throws(Diagnostic) {
    let new = hand.study.trials.dropFirst(count.trials)
    defer { started = now }
    guard !new.isEmpty else { return }
    let (began, ended) = (started, now)
    try write(
      new.map { StudyFile.text(of: $0, hand, started: began, ended: ended) }.joined())
    count.trials = hand.study.trials.count
  }

  /// Remembers the file for the cells below.
  func finish() throws(Diagnostic) {
    try attempt { () throws(FileError) in try files.remember(bytes, as: path) }
  }

  private func write(_ text: String) throws(Diagnostic) {
    let new = Array(text.utf8)
    try attempt { () throws(FileError) in
      try files.extend(path, of: size ?? 0, from: bytes.count, by: new)
    }
    bytes += new
    size = bytes.count
  }

  private func attempt(_ work: () throws(FileError) -> Void) throws(Diagnostic) {
    do throws(FileError) {
      try work()
    } catch {
      // A replay finds another disk.
      files.memory?.refuseRecording()
      throw Wording.diagnostic(for: error, at: range)
    }
  }
}
