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
  }

  /// The notebook as it was read.
  package let notebook: Notebook
  /// How the replay ended.
  package let verdict: Verdict
  /// What does not do what it promises, whether the bytes differ or not.
  package let faults: [String]
  /// The notebook with the output that the replay gave.
  package let updatedText: String

  /// Replays a notebook under the seed that it names, or 0; no file is written.
  package init(_ notebook: Notebook, settings: SessionSettings, control: RunControl = RunControl())
  {
    self.notebook = notebook
    guard let missing = Self.missing(for: notebook, settings) else {
      var run = ReplayRun(notebook, settings: settings, control: control)
      run.play()
      faults = run.faults
      updatedText = run.isInterrupted ? notebook.text : notebook.replacingOutputs(run.outputs)
      let difference = notebook.differences(from: run.outputs)
      verdict =
        run.isInterrupted
        ? .interrupted
        : !difference.isEmpty
          ? .different(difference) : run.faults.isEmpty ? .equal : .broken(run.faults)
      return
    }
    faults = []
    updatedText = notebook.text
    verdict = .skipped("needs \(missing), which is not on this machine")
  }

  /// The first thing that a notebook needs and that is not here. Data sets that Overfit makes itself
  /// are always here.
  package static func missing(for notebook: Notebook, _ settings: SessionSettings) -> String? {
    let folders = DatasetFolders(settings)
    return notebook.frontMatter.needs.first { need in
      switch need {
      case "mnist": !folders.hasMNIST
      default: !DataCommand.definition.words.contains(need) && !folders.hasFile(need)
      }
    }
  }
}

/// A replay under way.
private struct ReplayRun {
  let notebook: Notebook
  let control: RunControl
  var session: NotebookSession
  var outputs: [[String]] = []
  var faults: [String] = []
  var isInterrupted = false

  init(_ notebook: Notebook, settings: SessionSettings, control: RunControl) {
    self.notebook = notebook
    self.control = control
    var settings = settings
    settings.seed = notebook.frontMatter.seed ?? 0
    if settings.files.permission == .everywhere { settings.files.permission = .nowhere }
    settings.files.memory = MemoryFiles()
    session = NotebookSession(settings: settings)
  }

  mutating func play() {
    for block in notebook.blocks where !isInterrupted {
      switch block {
      case .prose: break
      case .cells(let block):
        for cell in block.cells where !isInterrupted {
          outputs.append(output(of: cell))
        }
      case .step(let step): step.replay(in: &self)
      }
    }
  }

  private mutating func output(of cell: NotebookCell) -> [String] {
    if control.isInterrupted() { isInterrupted = true }
    let outcome = submit(cell)
    switch outcome {
    case _ where outcome.isInterrupted: isInterrupted = true
    case .cell(_, let result) where result.failedChecks > 0:
      reportFault(onLine: cell.line, "a check does not hold: \(cell.source)")
    default: break
    }
    return Transcript.standard.output(of: outcome, source: cell.source, in: session)
  }

  /// Submits a cell; what tells of one machine alone is a fault.
  private mutating func submit(_ cell: NotebookCell) -> NotebookSession.Outcome {
    let script = session.script(cell.source)
    if case .command(let command)? = script.statements.first,
      session.vocabulary.notebookVerb(for: command)?.isOfThisMachine == true
    {
      reportFault(onLine: cell.line, "show session tells of one machine alone")
    }
    return session.submit(script, control: control)
  }
}

extension ReplayRun: StepReplay {
  func holds(_ command: String) -> Bool { session.holds(command, control: control) }

  mutating func run(_ cell: NotebookCell) -> Bool {
    let outcome = submit(cell)
    if outcome.isInterrupted { isInterrupted = true }
    if case .cell(_, let result) = outcome { return !result.hasFailed }
    return true
  }

  mutating func reportFault(onLine line: Int, _ problem: String) {
    faults.append("\(notebook.name):\(line): \(problem)")
  }
}
