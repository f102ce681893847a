package import Notebooks
package import Workbench

/// A walk through a lesson: prose, then a cell at each return key. What a student types in
/// between runs on a branch of its own; the lesson goes on from the lesson's state.
package struct LessonWalk: Sendable {
  /// What comes next in the lesson.
  package enum Step: Sendable {
    /// A paragraph to read.
    case prose(Prose)
    /// A cell to run.
    case cell(source: String, line: Int)
    /// A step with a way of its own: what is asked is in the prose before it.
    case own(any LessonStep)

    /// The line of the file on which it begins; nil for prose.
    package var line: Int? {
      switch self {
      case .prose: nil
      case .cell(_, let line): line
      case .own(let step): step.lines.lowerBound
      }
    }
  }

  /// The lesson that is walked.
  package let notebook: Notebook
  private var steps: [Step]
  private var index = 0
  private var lesson: NotebookSession
  private var branch: NotebookSession?
  /// The rights of what the student types: what is read is asked about, and what is saved is kept in
  /// memory as the lesson's own files are.
  private let typed: FileRights

  /// Begins at the first step, from the seed that the lesson names, or 0, with the rights of a file.
  package init(_ notebook: Notebook, settings: SessionSettings, by way: FileWay = .learn) {
    self.notebook = notebook
    let original = settings
    var settings = settings.opened(notebook.name, by: way)
    settings.seed = notebook.frontMatter.seed ?? 0
    lesson = NotebookSession(settings: settings)
    var typed = original.opened(notebook.name, by: .learn).files.rights
    typed.runsFiles = true
    self.typed = typed
    steps = notebook.blocks.flatMap { block -> [Step] in
      switch block {
      case .prose(let prose): prose.paragraphs.map { .prose($0) }
      case .cells(let block): block.cells.map { .cell(source: $0.source, line: $0.line) }
      case .step(let step): [.own(step)]
      }
    }
  }

  /// The session that commands work on now: the student's branch, or the lesson itself.
  package var session: NotebookSession { branch ?? lesson }

  /// The step that `advance` would take; `nil` at the end of the lesson.
  package var nextStep: Step? { index < steps.count ? steps[index] : nil }

  /// How many steps are done, and how many there are.
  package var progress: (done: Int, of: Int) { (index, steps.count) }

  /// Takes the next step, from the lesson's own state; a cell's outcome comes with it. A step with
  /// a way of its own is passed by running its solution.
  package mutating func advance(
    control: RunControl = RunControl()
  ) -> (step: Step, outcome: NotebookSession.Outcome)? {
    guard let step = nextStep else { return nil }
    branch = nil
    var outcome = NotebookSession.Outcome.nothing
    switch step {
    case .prose: break
    case .cell(let source, _): outcome = run([source], control)
    case .own(let step): outcome = run(step.solution.map(\.source), control)
    }
    if outcome.isInterrupted { return (step, outcome) }
    index += 1
    return (step, outcome)
  }

  /// Runs sources in the lesson; an interrupt leaves it as it was.
  private mutating func run(_ sources: [String], _ control: RunControl) -> NotebookSession.Outcome {
    var copy = lesson
    var outcome = NotebookSession.Outcome.nothing
    for source in sources {
      control.onCell()
      outcome = copy.submit(source, control: control)
      if outcome.isInterrupted {
        return .interrupted("interrupted: the lesson is where it was")
      }
    }
    lesson = copy
    return outcome
  }

  /// What stands under the prose while a step with a way of its own comes next; else nothing.
  package var standing: [String] {
    guard case .own(let step) = nextStep else { return [] }
    return step.standing(in: session)
  }

  /// What the step that comes next makes of a line; nil where it has no way of its own.
  package mutating func answer(to typed: String) -> StepAnswer? {
    guard case .own(var step) = nextStep else { return nil }
    let answer = step.answer(to: typed, in: session)
    steps[index] = .own(step)
    return answer
  }

  /// Goes on behind the step that comes next, from what the student has made.
  package mutating func goOnFromBranch() {
    lesson = session
    branch = nil
    index += 1
  }

  /// Runs a command of the student's own on a branch of the lesson's state.
  package mutating func submit(
    _ source: String, control: RunControl = RunControl()
  ) -> NotebookSession.Outcome {
    var session = branch ?? lesson
    let rights = session.settings.files.rights
    session.settings.files.rights = typed
    let outcome = session.submit(source, control: control)
    session.settings.files.rights = rights
    branch = session
    lesson.pictures = session.pictures
    return outcome
  }
}
