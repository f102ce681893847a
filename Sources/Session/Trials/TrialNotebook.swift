package import Commands
import Language
package import Searches
package import Workbench

/// A notebook whose last training is a trial: all above it is run, and the training itself is not.
package struct TrialNotebook {
  private var session: NotebookSession

  /// Runs a notebook down to its last training.
  ///
  /// - Parameters:
  ///   - seed: What first weights and shuffles are drawn from; nil for the notebook's own.
  /// - Throws: `OneTrial.Refusal` where a cell fails, and where there is no training.
  package init(
    _ file: SourceFile, settings: SessionSettings, seed: UInt64?, control: RunControl
  ) throws(OneTrial.Refusal) {
    session = NotebookSession(settings: settings)
    let statements = file.cells.flatMap { cell in cell.script.statements }.filter { !$0.isBlank }
    guard let place = statements.lastIndex(where: { $0.training != nil }),
      var training = statements[place].training
    else {
      throw .notebook(
        "the notebook has no training, and a trial is its last one with other settings")
    }
    for statement in statements[..<place] { try run(statement.source, control) }
    if let seed {
      try run("seed \(seed)", control)
      try run("initialize", control)
    }
    training.arguments.removeAll { argument in
      guard case .option(let option) = argument else { return false }
      return ["checkpoint", "watch", "restarts", "steps", "yes"].contains(option.name.text)
    }
    try run("\(training.formatted) steps=0", control)
  }

  /// Runs all of a file: the cells above a search. Trainings are not done where a search would begin anew
  /// whatever they came to, which is where no cell asks for what a network has learned.
  ///
  /// - Throws: `OneTrial.Refusal` where a cell fails.
  package init(
    above file: SourceFile, settings: SessionSettings, control: RunControl
  ) throws(OneTrial.Refusal) {
    session = NotebookSession(settings: settings)
    let statements = file.cells.flatMap { cell in cell.script.statements }.filter { !$0.isBlank }
    let isPlain = statements.allSatisfy(\.leavesLearnedStateAlone)
    for statement in statements {
      guard isPlain, statement.training != nil else {
        try run(statement.source, control)
        continue
      }
      try run("\(statement.source) steps=0", control)
      session.forgetSteps()
    }
  }

  /// The files that its cells have read, with their digests.
  package var filesRead: [CellsAbove.File] { session.filesRead }

  /// Where the last training is known, for a trial of it, or all that stands above a search.
  package func execution(_ control: RunControl) -> Execution {
    Execution(
      state: session.state, settings: session.settings, table: session.vocabulary.table,
      control: control)
  }

  private mutating func run(_ source: String, _ control: RunControl) throws(OneTrial.Refusal) {
    let problem: Diagnostic?
    switch session.submit(source, control: control) {
    case .cell(_, let cell):
      if case .failure(let diagnostic) = cell.result { problem = diagnostic } else { problem = nil }
    case .refused(let diagnostic): problem = diagnostic
    case .interrupted(let text), .unable(let text):
      throw .notebook("\(source): \(text)")
    case .nothing, .notebook, .editing, .lesson, .view, .quit: problem = nil
    }
    if let problem {
      throw .notebook("\(source): \(([problem.message] + problem.hints).joined(separator: "; "))")
    }
  }
}

extension Statement {
  /// The verbs of cells that ask for nothing that a network has learned, nor keep it.
  private static let plain: Set = [
    "add", "data", "initialize", "network", "note", "scale", "seed", "set", "split",
    "take", "train",
  ]

  /// Whether it comes to the same whatever networks have learned above it.
  fileprivate var leavesLearnedStateAlone: Bool {
    guard case .command(let command) = self else { return false }
    let lasting = ["checkpoint", "from", "restarts", "steps", "target"]
    return Self.plain.contains(command.verb.text)
      && !command.options.contains { lasting.contains($0.name.text) }
  }

  /// The training that it is; nil for anything else.
  fileprivate var training: Command? {
    guard case .command(let command) = self, command.verb.text == "train" else { return nil }
    return command
  }
}
