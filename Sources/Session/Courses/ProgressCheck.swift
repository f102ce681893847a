package import Notebooks
package import Workbench

/// Proves what a student has handed in: the lessons are walked again with the student's own cells, and
/// what they answered is asked again. What is claimed without cells that meet the checks is not believed.
package struct ProgressCheck: Sendable {
  /// What is found of a step.
  package struct Finding: Equatable, Sendable {
    /// The lesson's name, or that of the folder's settings.
    package let lesson: String
    /// The step's name; nil for what concerns the whole lesson.
    package let step: String?
    /// Whether it is passed.
    package let isPassed: Bool
    /// What was found, as a sentence without a capital or a full stop.
    package let text: String
  }

  private static let lost = "not tried: what comes before it does not replay"

  /// The lesson in which a cell took too long: the clock of this check has run out with it.
  private var slowLesson: String?

  /// What was found, in the order of the lessons and their steps.
  package private(set) var findings: [Finding] = []
  /// What the student's lessons were drawn by; nil where they were not drawn. It is the file that says
  /// so.
  package let draw: LessonDraw?
  /// Whether this draw counts; also where nothing was drawn.
  package let isCounted: Bool
  /// How many steps are to be done in all of them, however far the student is. A lesson that asks nothing
  /// is one, for it is read.
  package let count: Int
  /// How many of these are passed.
  package var passed: Int { findings.count(where: \.isPassed) }
  /// Whether it was stopped from outside.
  package private(set) var isInterrupted = false
  /// ", drawn by seed 7", and that it is not counted; empty where nothing was drawn.
  package var drawWords: String {
    draw.map { ", \($0.words)\(isCounted ? "" : ": not counted")" } ?? ""
  }

  /// Whether everything that is to be done is done.
  package var passes: Bool {
    !isInterrupted && !findings.isEmpty && findings.allSatisfy(\.isPassed)
  }

  /// Walks again what was handed in. No file is written, and the student's cells have a stranger's rights.
  /// - Parameter course: The lessons, as they were handed out.
  package init(
    _ handed: HandedProgress, of course: LessonCourse, settings: SessionSettings,
    control: RunControl = RunControl()
  ) {
    let draw = handed.draw ?? LessonDraw(seed: course.settings.seed ?? 0)
    self.draw = course.isDrawn ? draw : nil
    let drawn = course.lessons(drawnBy: draw.seed)
    // Of a folder that says nothing of itself, all that is handed in is looked at, and nothing is missed.
    let expected =
      course.isDescribed
      ? drawn : drawn.filter { lesson in handed.parts.contains { $0.lesson == lesson.name } }
    count = expected.map { max(1, $0.notebook.steps.count(where: \.isJudged)) }.reduce(0, +)
    let fault = course.faultOfDraw(draw)
    isCounted = fault == nil
    if let fault {
      findings.append(
        Finding(lesson: CourseSettings.file, step: nil, isPassed: false, text: fault))
    }
    for lesson in expected where !isInterrupted {
      let parts = handed.parts.filter { $0.lesson == lesson.name }
      guard let part = parts.first, parts.count == 1 else {
        add(lesson, nil, false, parts.isEmpty ? "not handed in" : "handed in more than once")
        continue
      }
      guard part.progress.digest == lesson.digest else {
        add(lesson, nil, false, "handed in for another text of the lesson than the one here")
        continue
      }
      walk(lesson, part.progress, course.settings.tries, settings, control)
    }
    for part in handed.parts where !expected.contains(where: { $0.name == part.lesson }) {
      findings.append(
        Finding(
          lesson: part.lesson.excerpt, step: nil, isPassed: false,
          text: "none of the lessons that are to be handed in"))
    }
  }

  private mutating func add(
    _ lesson: LessonShelf.Lesson, _ step: String?, _ isPassed: Bool, _ text: String
  ) {
    findings.append(Finding(lesson: lesson.name, step: step, isPassed: isPassed, text: text))
  }

  private mutating func walk(
    _ lesson: LessonShelf.Lesson, _ progress: LessonProgress, _ mostTries: Int?,
    _ settings: SessionSettings, _ control: RunControl
  ) {
    var walk = LessonWalk(lesson.notebook, settings: settings, by: .progress, typedBy: .progress)
    walk.mostTries = mostTries
    if let slowLesson {
      let text = "not tried: a cell of \(slowLesson) takes too long"
      let steps = walk.judgedSteps(behind: 0)
      for step in steps { add(lesson, step.name, false, text) }
      if steps.isEmpty { add(lesson, nil, false, text) }
      return
    }
    guard progress.of == walk.progress.of else {
      let text = "says that there are \(progress.of) steps, and there are \(walk.progress.of)"
      return add(lesson, nil, false, text)
    }
    walk.takeNotes(of: progress)
    // What is solved counts also where the return key has not gone on.
    while walk.nextStep != nil,
      walk.progress.done < progress.reached || progress.own[walk.progress.done] != nil
    {
      let step = walk.judgedStep?.name
      let proof = walk.prove(progress, control)
      if control.isInterrupted(), !control.isOutOfTime() {
        isInterrupted = true
        return
      }
      if step != nil || proof.isLost { add(lesson, step, proof.isPassed, proof.text) }
      guard proof.isLost else { continue }
      if control.isOutOfTime() { slowLesson = lesson.name }
      for step in walk.judgedSteps(behind: 1) { add(lesson, step.name, false, Self.lost) }
      return
    }
    for (place, step) in walk.judgedSteps(behind: 0).enumerated() {
      add(lesson, step.name, false, walk.lostHere(progress, place) ?? "not reached")
    }
    guard !findings.contains(where: { $0.lesson == lesson.name }) else { return }
    let isAtEnd = walk.nextStep == nil
    add(lesson, nil, isAtEnd, isAtEnd ? "read to its end" : "not read to its end")
  }
}
