import Commands
import Language
package import Notebooks
package import Workbench

/// Runs a notebook from its seed and compares what is printed with what it says.
package struct Replay: Sendable {
  /// How a replay ended.
  package enum Verdict: Equatable, Sendable {
    /// Every byte is as the file says, and every check holds.
    case equal
    /// The output differs: a unified diff that names the file and the lines.
    case different(String)
    /// A check or an exercise does not do what it promises, though all bytes may be equal.
    case broken([String])
    /// Something that the notebook needs is not on this machine.
    case skipped(String)
    /// It was stopped from outside, and says nothing.
    case interrupted
    /// It was stopped, for this machine can't do what the notebook asks for.
    case unable(String)
    /// It was ended by a cell that took longer than it may: which one, and its line.
    case outOfTime(cell: Int, line: Int)
  }

  /// The notebook as it was read.
  package let notebook: Notebook
  /// How the replay ended.
  package let verdict: Verdict
  /// What does not do what it promises, whether the bytes differ or not.
  package let faults: [String]
  /// What answers come to and which cells end in an error, a line each, for who writes lessons.
  package let facts: [String]
  /// The notebook with the output that the replay gave, but for the cells that newly fail.
  package var updatedText: String {
    revised.map { notebook.replacingOutputs($0) } ?? notebook.text
  }
  /// The outputs of that; nil where it is the notebook as it was read.
  private let revised: [[String]]?
  /// The cells that had an output which was no error and fail now, whose output is kept, a line
  /// each; none where errors are accepted.
  package let keptOutputs: [String]
  /// What came of the cells that were run.
  package let shown: ShownCells
  /// The session that they led to; nil where none ran.
  package let session: NotebookSession?

  /// Replays a notebook under the seed that it names, or 0; no file is written.
  ///
  /// - Parameters:
  ///   - acceptsErrors: Whether an error takes the place of an output in ``updatedText``.
  ///   - isStrict: Whether the steps are proved too, as a strict teacher does.
  ///   - way: With whose rights its cells run.
  package init(
    _ notebook: Notebook, settings: SessionSettings, acceptsErrors: Bool = true,
    isStrict: Bool = false, by way: FileWay = .replay, control: RunControl = RunControl()
  ) {
    self.notebook = notebook
    let settings = settings.opened(notebook.name, by: way)
    let unknown = Self.unknownNeeds(of: notebook, settings)
    if !unknown.isEmpty {
      (faults, facts, keptOutputs) = (unknown, [], [])
      shown = ShownCells()
      (revised, session) = (nil, nil)
      verdict = .broken(unknown)
      return
    }
    guard let missing = Self.missing(for: notebook, settings) else {
      var run = ReplayRun(notebook, settings: settings, isStrict: isStrict, control: control)
      run.play()
      (faults, facts) = (run.faults, run.facts)
      let failures = acceptsErrors ? [] : run.newFailures
      keptOutputs = failures.map(\.text)
      revised = run.isInterrupted ? nil : run.outputs(keeping: failures.map(\.cell))
      (shown, session) = (run.shown, run.session)
      let difference = notebook.differences(from: run.outputs)
      verdict =
        run.isInterrupted
        ? run.reason.map { .unable($0) }
          ?? run.slowCell.map { .outOfTime(cell: $0.number, line: $0.line) } ?? .interrupted
        : !difference.isEmpty
          ? .different(difference) : run.faults.isEmpty ? .equal : .broken(run.faults)
      return
    }
    (faults, facts, keptOutputs) = ([], [], [])
    shown = ShownCells()
    (revised, session) = (nil, nil)
    verdict = .skipped("needs \(missing), which is not on this machine")
  }

  /// What a notebook says that it needs and that can't be: no data set is called so, and no file
  /// either, which would have an ending. A line each.
  private static func unknownNeeds(
    of notebook: Notebook, _ settings: SessionSettings
  ) -> [String] {
    let known = DataCommand.definition.words + ["mnist"]
    let line = notebook.frontMatter.entries.first { $0.key == "needs" }?.line ?? 1
    let folders = DatasetFolders(settings)
    return notebook.frontMatter.needs.filter { need in
      !known.contains(need) && !need.contains(".") && !folders.hasFile(need)
    }.map { need in
      let near = Spelling.nearest(need, among: known)
      let hint = near.isEmpty ? "" : "; did you mean: \(near.joined(separator: ", "))"
      return "\(notebook.name):\(line): no data set is called \"\(need)\"\(hint)"
    }
  }

  /// The first thing that a notebook needs and that is not here. Data sets that Overfit makes itself
  /// are always here.
  static func missing(for notebook: Notebook, _ settings: SessionSettings) -> String? {
    notebook.frontMatter.needs.first { isMissing($0, settings) }
  }

  /// Whether data that a notebook says it needs are not here.
  static func isMissing(_ need: String, _ settings: SessionSettings) -> Bool {
    let folders = DatasetFolders(settings)
    return switch need {
    case "mnist": !folders.hasMNIST
    default: !DataCommand.definition.words.contains(need) && !folders.hasFile(need)
    }
  }
}

/// A replay under way.
private struct ReplayRun {
  let notebook: Notebook
  let control: RunControl
  let isStrict: Bool
  var session: NotebookSession
  /// The steps that are looked at again behind the next block of cells, and the session as it was.
  var open: [(step: any LessonStep, before: NotebookSession)] = []
  var outputs: [[String]] = []
  /// The same with what they are made of.
  var shown = ShownCells()
  var faults: [String] = []
  var facts: [String] = []
  /// The cells, by their index, that fail where an output says that they did not.
  var newFailures: [(cell: Int, text: String)] = []
  var isInterrupted = false
  /// Why this machine can't go on; it is then interrupted too.
  var reason: String?
  /// The cell that took longer than it may, counted from 1, and its line.
  var slowCell: (number: Int, line: Int)?
  /// The line of the cell that ran last.
  private var line = 1

  init(
    _ notebook: Notebook, settings: SessionSettings, isStrict: Bool, control: RunControl
  ) {
    self.notebook = notebook
    self.control = control
    self.isStrict = isStrict
    var settings = settings
    settings.seed = notebook.frontMatter.seed ?? 0
    session = NotebookSession(settings: settings)
  }

  mutating func play() {
    for block in notebook.blocks where !isInterrupted {
      switch block {
      case .prose: break
      case .cells(let block):
        for cell in block.cells where !isInterrupted {
          let (output, error) = run(cell)
          if let error { tell(onLine: cell.line, "ends in an error: \(error.reason)") }
          if let error, cell.isNewlyFailing(with: output) {
            let place = "\(notebook.name):\(cell.line)"
            newFailures.append((outputs.count, "\(place): fails now: \(error.reason)"))
          }
          outputs.append(output)
        }
        if !block.cells.isEmpty { settle() }
      case .step(let step):
        if isStrict { step.prove(in: &self) }
        shown.answers[step.name] = step.answer(in: self)
        if step.awaitsCells { open.append((step, session)) }
        step.replay(in: &self)
        noteInterruption()
      }
    }
    for (step, _) in open where !isInterrupted {
      reportFault(
        onLine: step.lines.lowerBound, "no cells run behind \(step.name), which waits for them")
    }
  }

  /// Looks again at the steps before a block of cells.
  private mutating func settle() {
    for (step, before) in open where !isInterrupted { step.settle(from: before, in: &self) }
    open = []
  }

  /// The outputs, those of some cells as the notebook has them.
  func outputs(keeping kept: [Int]) -> [[String]] {
    let cells = notebook.cells
    var outputs = outputs
    for index in kept { outputs[index] = cells[index].output }
    return outputs
  }

  /// Runs a cell: its output, and its error if it fails.
  private mutating func run(_ cell: NotebookCell) -> (output: [String], error: Diagnostic?) {
    let outcome = submit(cell)
    var error: Diagnostic?
    switch outcome {
    case _ where outcome.isInterrupted: isInterrupted = true
    case .cell(_, let result) where result.failedChecks > 0:
      reportFault(onLine: cell.line, "a check does not hold: \(cell.source)")
    case .cell(_, let result):
      if case .failure(let diagnostic) = result.result { error = diagnostic }
    case .refused(let diagnostic): error = diagnostic
    case .nothing, .notebook, .interrupted, .editing, .unable, .lesson, .view, .quit: break
    }
    let output = Transcript.standard.output(of: outcome, source: cell.source, in: session)
    shown.cells.append(ShownCell(of: outcome, source: cell.source, lines: output))
    return (output, error)
  }

  /// Submits a cell; what tells of one machine alone is a fault.
  private mutating func submit(_ cell: NotebookCell) -> NotebookSession.Outcome {
    let script = session.script(cell.source)
    if case .command(let command)? = script.statements.first,
      session.vocabulary.notebookVerb(for: command)?.isOfThisMachine == true
    {
      reportFault(onLine: cell.line, "show session tells of one machine alone")
    }
    line = cell.line
    control.onCell()
    let outcome = session.submit(script, control: control)
    if case .unable(let reason) = outcome {
      isInterrupted = true
      self.reason = "line \(cell.line): \(reason)"
    }
    noteInterruption()
    return outcome
  }
}

extension ReplayRun: StepReplay {
  func result(ofCheck command: String) -> CheckResult {
    control.onCell()
    return session.result(ofCheck: command, control: control)
  }

  func value(of formula: String) -> StepValue {
    control.onCell()
    return session.value(of: formula, control: control)
  }
  func isCommand(_ line: String) -> Bool { session.isCommand(line) }
  func spelling(of source: String) -> String { session.spelling(of: source) }

  /// Notes that the replay is to end, and where it is a cell that took too long.
  private mutating func noteInterruption() {
    if control.isInterrupted() { isInterrupted = true }
    if slowCell == nil, control.isOutOfTime() { slowCell = (outputs.count + 1, line) }
  }

  mutating func run(_ cell: NotebookCell) -> Bool {
    let outcome = submit(cell)
    if outcome.isInterrupted { isInterrupted = true }
    let output = Transcript.standard.output(of: outcome, source: cell.source, in: session)
    shown.solutions[cell.line] = ShownCell(of: outcome, source: cell.source, lines: output)
    if case .cell(_, let result) = outcome { return !result.hasFailed }
    return true
  }

  mutating func reportFault(onLine line: Int, _ problem: String) {
    faults.append("\(notebook.name):\(line): \(problem)")
  }

  mutating func tell(onLine line: Int, _ fact: String) {
    facts.append("\(notebook.name):\(line): \(fact)")
  }
}

extension NotebookCell {
  /// Whether the cell had another output, and that was no error.
  fileprivate func isNewlyFailing(with error: [String]) -> Bool {
    !output.isEmpty && !matches(error) && !output.prefix(2).contains(where: Self.hasCarets)
  }

  /// Whether a line has the carets of an error: "   ^^^^ unknown command".
  package static func hasCarets(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    let carets = text.prefix { $0 == "^" }.count
    return carets > 0 && (text.count == carets || text.dropFirst(carets).first == " ")
  }
}
