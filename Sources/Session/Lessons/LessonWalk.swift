import Language
package import Notebooks
import TerminalText
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

    /// Whether something is to be reached here, and there is a way to.
    package var isExercise: Bool {
      if case .own(let step) = self { !step.solution.isEmpty } else { false }
    }

    var isProse: Bool {
      if case .prose = self { true } else { false }
    }
  }

  /// What was done to take a step.
  package struct Taken: Sendable {
    /// The step.
    package let step: Step
    /// The lines that ran, each with what came of it; none for prose.
    package var runs: [(source: String, outcome: NotebookSession.Outcome)] = []

    /// What came of the last line.
    package var outcome: NotebookSession.Outcome { runs.last?.outcome ?? .nothing }
  }

  /// The lesson that is walked.
  package let notebook: Notebook
  var steps: [Step]
  /// Where its cells and sections are.
  let map: LessonMap
  var index = 0
  /// The furthest step that has ever come next, also before the student went back.
  var reached = 0
  /// The predictions that are put beside what came, by their indices, behind the cell of the key.
  private let contrasts: [Int: [Int]]
  /// The lesson as it was before each step that is done.
  var before: [Earlier] = []
  /// What the student has said to steps that are done, by the step's index.
  var said: [Int: String] = [:]
  /// What the student made of steps in a way of their own, by the step's index, also of steps that are to
  /// come once more.
  var own: [Int: OwnCells] = [:]
  /// How the student went on behind steps that ask, by the step's index, also of steps that are to come
  /// once more.
  var answers: [Int: StepRecord] = [:]
  /// The notes that the student wrote before steps, by the step's index. They stand in the lesson as
  /// soon as it comes there.
  var notes: [Int: [String]] = [:]
  /// What was tried at steps and was not right, by the step's index, the oldest first: answers, and
  /// attempts with what came of them. Nothing takes it back.
  var given: [Int: [String]] = [:]
  /// The steps whose answer or solution was shown before the student had one.
  var shown: Set<Int> = []
  /// How many looks at the test split of the lesson's data are in no cell of the lesson any more.
  var lostLooks = 0
  /// Whether an exercise may be skipped.
  package var allowsSkips = true
  /// How many answers a question takes, where they are counted; nil for any number.
  package var mostTries: Int?
  var lesson: NotebookSession
  var branch: NotebookSession?
  /// What the student had made beside the lesson when it went on from a cell, and that cell's step: the
  /// way back to it has it again. nil for nothing.
  var left: (step: Int, session: NotebookSession)?
  /// Whether the line that the student typed last has changed something.
  var hasJustAttempted = false
  /// Whether that line has changed what a check may ask for.
  private(set) var hasJustMoved = false
  /// The rights of what the student types: what is read is asked about, and what is saved is kept in
  /// memory as the lesson's own files are.
  let typed: FileRights
  /// The student's rights for what concerns no cell: their own notebook, and downloads.
  private let person: FileRights

  /// Begins at the first step, from the seed that the lesson names, or 0, with the rights of a file.
  /// - Parameter typing: How the student's own lines come: typed, or handed in.
  package init(
    _ notebook: Notebook, settings: SessionSettings, by way: FileWay = .learn,
    typedBy typing: FileWay = .learn, wishes: TerminalWishes = TerminalWishes()
  ) {
    self.notebook = notebook
    let original = settings
    var settings = settings.opened(notebook.name, by: way)
    settings.seed = notebook.frontMatter.seed ?? 0
    lesson = NotebookSession(settings: settings)
    lesson.wishes = wishes
    person = original.files.rights
    var typed = original.opened(notebook.name, by: typing).files.rights
    typed.runsFiles = typing == .learn
    self.typed = typed
    (steps, contrasts) = Self.steps(of: notebook)
    map = LessonMap(steps, title: notebook.title)
  }

  /// The session that commands work on now: the student's branch, or the lesson itself.
  package var session: NotebookSession { branch ?? lesson }

  /// The step that `advance` would take; `nil` at the end of the lesson.
  package var nextStep: Step? { index < steps.count ? steps[index] : nil }

  /// How many steps are done, and how many there are.
  package var progress: (done: Int, of: Int) { (index, steps.count) }

  /// Takes the next step, from the lesson's own state. A step with a way of its own is passed by
  /// running its solution.
  package mutating func advance(control: RunControl = RunControl()) -> Taken? {
    guard let step = nextStep else { return nil }
    // What is read changes nothing: it is read again where one comes back to what was tried behind it.
    if !step.isProse {
      if !keepsSolved() { keepNotes() }
      if case .cell = step, isBeside, let branch { left = (index, branch) }
      leaveBranch()
    }
    var taken = Taken(step: step)
    var start = Earlier.grown(from: lesson.mark)
    switch step {
    case .prose: break
    case .cell(let source, _):
      (taken.runs, start) = run([source], control)
      // Of other data nothing was seen yet.
      if command(in: source)?.verb.text == "data" { lostLooks = 0 }
    case .own(let step):
      (taken.runs, start) = run(step.solution.map(\.source), control)
      // What the student once wrote there stands there also where they go on in another way.
      takeUp((own[index]?.cells ?? []).map(\.source).filter(isNote))
    }
    if !taken.outcome.isInterrupted { pass(from: start) }
    return taken
  }

  /// The step that comes next is done.
  mutating func pass(from start: Earlier) {
    before.append(start)
    // What is taken up behind the last step passes none.
    if index < steps.count {
      if !steps[index].isProse { hasJustAttempted = false }
      if case .own(let step) = steps[index] { said[index] = step.kept }
    }
    index += 1
    reached = max(reached, index)
    takeUp(notes[index] ?? [])
  }

  /// Runs sources in the lesson, and says how it was before; an interrupt leaves it so.
  private mutating func run(
    _ sources: [String], _ control: RunControl
  ) -> (runs: [(source: String, outcome: NotebookSession.Outcome)], start: Earlier) {
    // Verbs that work on the notebook itself may leave nothing of it as it was.
    let start =
      sources.allSatisfy { lesson.onlyAdds(lesson.script($0)) }
      ? Earlier.grown(from: lesson.mark) : .other(lesson)
    var runs: [(source: String, outcome: NotebookSession.Outcome)] = []
    for source in sources {
      control.onCell()
      let outcome = lesson.submit(source, control: control.withoutViews)
      if outcome.isInterrupted {
        lesson = start.lesson(in: lesson)
        return ([(source, .interrupted("interrupted: the lesson is where it was"))], start)
      }
      runs.append((source, outcome))
    }
    return (runs, start)
  }

  /// The predictions that are put beside what came behind the step that was taken last.
  var settledPredictions: [Int] { contrasts[index - 1] ?? [] }

  /// Goes on behind the step that comes next, from what the student has made.
  package mutating func goOnFromBranch() {
    if let earlier = own[index] { putAside(notesOf: earlier, atStep: index) }
    own[index] = OwnCells(from: lesson, to: session)
    pass(to: session)
  }

  /// Runs a command of the student's own on a branch of the lesson's state.
  package mutating func submit(
    _ source: String, control: RunControl = RunControl()
  ) -> NotebookSession.Outcome {
    (hasJustAttempted, hasJustMoved) = (false, false)
    if let problem = refusal(of: source) { return .refused(problem) }
    return work(on: source, as: isOfPerson(source) ? person : typed) { session in
      session.submit(source, control: control)
    }
  }

  /// Has a cell of the session made anew, and all that follow it, on a branch of the lesson's state.
  package mutating func replace(
    cell number: Int, with source: String, control: RunControl = RunControl()
  ) -> NotebookSession.Outcome {
    (hasJustAttempted, hasJustMoved) = (false, false)
    return work(on: source, as: typed) { session in
      do throws(Diagnostic) {
        return try session.replace(cell: number, with: source, control: control)
      } catch {
        return .refused(error)
      }
    }
  }

  /// Does what the student has typed, on the branch. A line that fails is no cell where none is kept that
  /// failed.
  private mutating func work(
    on source: String, as rights: FileRights,
    _ action: (inout NotebookSession) -> NotebookSession.Outcome
  ) -> NotebookSession.Outcome {
    let start = session
    var session = start
    let own = session.settings.files.rights
    session.settings.files.rights = rights
    let outcome = action(&session)
    session.settings.files.rights = own
    if case .cell(_, let cell) = outcome, case .failure(let diagnostic) = cell.result,
      !session.wishes.keepsErrors
    {
      return .refused(diagnostic)
    }
    branch = session
    hasJustAttempted = session.hasChanged(by: outcome)
    hasJustMoved = session.hasMoved(since: start, by: outcome)
    if hasJustAttempted {
      noteAttempt(source)
      keepSolution()
    }
    keepWishes(of: session)
    return outcome
  }

  /// Goes on with these wishes of the student's.
  package mutating func keep(_ wishes: TerminalWishes) {
    lesson.wishes = wishes
    branch?.wishes = wishes
  }

  /// What the student has set and saved outlives the branch.
  mutating func keepWishes(of session: NotebookSession) {
    (lesson.wishes, lesson.savedFiles, lesson.file) =
      (session.wishes, session.savedFiles, session.file)
  }
}
