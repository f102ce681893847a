internal import JSON
internal import Jupyter
internal import Language
internal import Publishing
internal import Session
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The language as a kernel of Jupyter speaks it: one session, whose cells are the lines of all cells.
struct NotebookKernel: KernelLanguage {
  private(set) var session: NotebookSession
  private let questions = KernelQuestions()
  let information: JSONValue

  init(_ settings: SessionSettings) {
    var settings = settings.opened("the notebook", by: .kernel)
    settings.files.consent = questions.consent()
    information = Self.information(seed: settings.seed)
    session = NotebookSession(settings: settings)
    session.wishes = .atTerminal
  }

  private static func information(seed: UInt64) -> JSONValue {
    [
      "protocol_version": "5.3", "implementation": "overfit",
      "implementation_version": .string(Version.number),
      "language_info": [
        "name": "overfit", "version": .string(Version.number), "mimetype": "text/x-overfit",
        "file_extension": ".overfit", "pygments_lexer": "text",
      ],
      "banner": .string(NotebookConversation.greeting(seed: seed)), "help_links": [],
      "debugger": false,
    ]
  }

  mutating func run(_ code: String, _ desk: KernelDesk) -> KernelOutcome {
    let line = ProgressLine(
      isShown: true, bar: .blocks, draw: { [desk] in desk.show(progress: $0) })
    // What was asked before the cell came is not meant for it.
    _ = Signals.take(SIGINT)
    Signals.beginCommand()
    questions.ask(at: desk)
    defer {
      questions.ask(at: nil)
      Signals.endCommand()
    }
    let lines = KernelLines(code, session.gathering).lines
    for cell in lines {
      line.begin()
      let outcome = submit(cell, control(line, desk))
      let end = show(outcome, of: cell.source, desk)
      if let end { return end }
    }
    return KernelOutcome()
  }

  private mutating func submit(
    _ cell: KernelLines.Line, _ control: RunControl
  ) -> NotebookSession.Outcome {
    cell.script.map { session.submit($0, control: control) }
      ?? session.submit(cell.source, control: control)
  }

  private func control(_ line: ProgressLine, _ desk: KernelDesk) -> RunControl {
    var control = RunControl(
      isInterrupted: { Signals.isInterrupted }, isGivenUp: { Signals.isGivenUp },
      report: { line.show($0) })
    if desk.takesAnswers {
      control.judgesWork = Asking.aboutWork(line) { [questions] in
        questions.says(yesTo: $0) ?? false
      }
    }
    return control
  }

  /// Shows what a line did; how the cell ends, where it goes no further.
  private func show(
    _ outcome: NotebookSession.Outcome, of source: String, _ desk: KernelDesk
  ) -> KernelOutcome? {
    let shown = ShownCell(
      of: outcome, source: source,
      lines: Transcript.standard.output(of: outcome, source: source, in: session))
    if case .unable(let message) = outcome {
      return end(KernelMistake(name: "Unable", value: message, lines: shown.lines), desk)
    }
    if shown.isError {
      let mistake = JupyterOutput.mistake(of: shown)
      return end(
        KernelMistake(name: mistake.name, value: mistake.value, lines: mistake.lines), desk)
    }
    for output in JupyterOutput.all(of: shown) { desk.show(output) }
    if case .quit = outcome {
      desk.show(
        JupyterOutput.said(
          "The kernel goes on until it is shut down: Shut Down Kernel in the Kernel menu."))
      return KernelOutcome(leaves: true)
    }
    guard Signals.isInterrupted else { return nil }
    // What was to follow is not begun; what there is is shown already.
    return KernelOutcome(
      mistake: KernelMistake(name: "Interrupted", value: "the cell was stopped", lines: []))
  }

  private func end(_ mistake: KernelMistake, _ desk: KernelDesk) -> KernelOutcome {
    desk.show(
      JupyterOutput.error(name: mistake.name, value: mistake.value, lines: mistake.lines))
    return KernelOutcome(mistake: mistake)
  }
}
