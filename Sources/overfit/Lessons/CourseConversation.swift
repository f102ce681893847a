internal import Language
internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// A folder of lessons as the prompt talks about it: one lesson after the other, a list of them, and what
/// is handed in.
struct CourseConversation: Excursion {
  /// Begins a lesson, or offers to go on where the student was in this very conversation.
  typealias Beginning =
    (LessonShelf.Lesson, LessonProgress?, TerminalWishes) -> LessonConversation

  private let course: LessonCourse
  /// The student's lessons, in the order in which they are walked.
  private let lessons: [LessonShelf.Lesson]
  /// What the lessons were drawn by; nil for all of them.
  private let draw: LessonDraw?
  /// The session's seed, where it would draw others than the draw that is kept; nil where it doesn't.
  private let otherSeed: UInt64?
  private let begin: Beginning
  /// The places that are kept; nil where nobody sits at a terminal.
  private let folder: LessonFolder?
  /// How far the student came here, by the lesson's name.
  private var progress: [String: LessonProgress] = [:]
  private var index: Int
  private var lesson: LessonConversation

  init(
    _ course: LessonCourse, seed wanted: UInt64?, in session: NotebookSession,
    folder: LessonFolder?,
    begin: @escaping Beginning
  ) {
    self.course = course
    self.folder = folder
    self.begin = begin
    let kept = course.isDrawn ? folder?.draw(of: course.key) : nil
    let seed = wanted ?? kept?.seed ?? course.settings.seed ?? session.state.seed
    let lost =
      kept.map { course.lostSteps(inDrawBy: $0.seed) { folder?.progress(of: $0.key) } } ?? 0
    let draw = kept?.drawn(by: seed, lost: lost) ?? LessonDraw(seed: seed)
    self.draw = course.isDrawn ? draw : nil
    // A draw is kept, and another seed of the session's makes no other one of it.
    otherSeed =
      wanted == nil && kept != nil && session.state.seed != 0 && session.state.seed != seed
      ? session.state.seed : nil
    if course.isDrawn { folder?.keep(draw, of: course.key) }
    let lessons = course.lessons(drawnBy: seed)
    self.lessons = lessons
    let open = lessons.indices.filter { index in
      let kept = folder?.progress(of: lessons[index].key)
      return !(kept?.wasAtEnd ?? false) || kept?.digest != lessons[index].digest
    }
    // Where the student was in one draw is no place to begin another.
    let isOtherDraw = kept.map { $0.seed != seed } ?? false
    let left = (isOtherDraw ? nil : folder?.place(ofCourse: course.key)).flatMap { name in
      open.first { lessons[$0].name == name }
    }
    index = left ?? open.first ?? 0
    lesson = begin(lessons[index], nil, session.wishes)
    folder?.keep(place: lessons[index].name, ofCourse: course.key)
  }

  var session: NotebookSession { lesson.session }
  var nextNumber: Int { lesson.nextNumber }
  var isLesson: Bool { true }
  var farewell: String { "\(course.title) · \(place)" }

  private var place: String { "lesson \(index + 1) of \(lessons.count)" }

  func opening(_ page: Page) -> Reply {
    var reply = lesson.opening(page)
    let list = list(page) + keptDraw(page) + [""] + allDone + begun(page)
    reply.text = LessonPage.text(list) + reply.text
    reply.breaks = [list.count] + reply.breaks.map { $0 + list.count }
    return reply
  }

  /// That another draw counts, or why the lessons are not those that the session's seed would draw;
  /// nothing where neither is so.
  private func keptDraw(_ page: Page) -> [String] {
    let uncounted = uncounted(page)
    guard uncounted.isEmpty, let draw, let otherSeed else { return uncounted }
    return LessonPage.wrapped(
      "Your draw by seed \(draw.seed) is kept; learn \(course.name) seed=\(otherSeed) draws others."
        .cleaned(.text), page)
  }

  /// That another draw counts; nothing where this one does.
  private func uncounted(_ page: Page) -> [String] {
    guard let draw, let counted = course.countedSeed(of: draw), counted != draw.seed else {
      return []
    }
    let reason =
      course.settings.seed == nil
      ? "Something is lost in your draw by seed \(counted)"
      : "This class draws by seed \(counted)"
    return LessonPage.wrapped(
      "\(reason), so that one counts, and this one doesn't: learn \(course.name) seed=\(counted) goes "
        .cleaned(.text) + "back to it.", page)
  }

  func standing(_ page: Page) -> [String] { lesson.standing(page) }

  /// Which lesson begins, and the words of a course.
  private func begun(_ page: Page) -> [String] {
    let title = lessons[index].notebook.title
    // Who has been in it is asked whether to go on there.
    let begins = lesson.isOffering ? "" : " begins"
    return LessonPage.wrapped(
      (LessonPage.sentence("\(place)\(begins): \(title)")
        + " lessons lists them, lesson N goes to one.").cleaned(.text), page)
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    let typed = LessonConversation.trimmed(source)
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    switch lesson.isEditing ? nil : words.first {
    case "lessons" where words.count == 1:
      return Reply(text: LessonPage.text(list(page)), next: lesson.next)
    case "lesson": return go(to: words.dropFirst().first ?? "", page)
    case "handin": return handIn(words.dropFirst().first, page)
    case "report": return report(words.dropFirst().first, page)
    case "where" where words.count == 1: return located(page, control)
    default: break
    }
    if lesson.isAtEnd, !lesson.isEditing, typed.isEmpty || typed == "next" {
      guard index + 1 < lessons.count else { return Reply(text: LessonPage.text(ending(page))) }
      return change(to: index + 1, page)
    }
    let wasAtEnd = lesson.isAtEnd
    var reply = lesson.submit(source, page: page, control: control)
    note()
    if lesson.isAtEnd, !wasAtEnd { reply.text += LessonPage.text(leadingOn(page)) }
    return reply
  }

  /// Where the student is: in which lesson, and where in it.
  private mutating func located(_ page: Page, _ control: RunControl) -> Reply {
    var reply = lesson.submit("where", page: page, control: control)
    let said = "\(place) · \(lessons[index].notebook.title)".cleaned(.text)
    reply.text = LessonPage.text(LessonPage.wrapped(said, page)) + reply.text
    return reply
  }

  mutating func abandon() { lesson.abandon() }

  var next: Reply.Next { lesson.next }

  mutating func keep(_ wishes: TerminalWishes) { lesson.keep(wishes) }

  private mutating func note() {
    if let made = lesson.progress { progress[lessons[index].name] = made }
  }
}

// From lesson to lesson.
extension CourseConversation {
  private mutating func change(to index: Int, _ page: Page) -> Reply {
    let wishes = lesson.session.wishes
    self.index = index
    folder?.keep(place: lessons[index].name, ofCourse: course.key)
    lesson = begin(lessons[index], progress[lessons[index].name], wishes)
    var reply = lesson.opening(page)
    let begun = begun(page)
    reply.text = LessonPage.text(begun) + reply.text
    reply.breaks = [begun.count] + reply.breaks.map { $0 + begun.count }
    return reply
  }

  private mutating func go(to wanted: String, _ page: Page) -> Reply {
    let meant = lessons.indices.first { lessons[$0].name == wanted || $0 + 1 == Int(wanted) }
    guard let index = meant else {
      return Reply(
        text: LessonPage.text(
          ["lesson needs a number from 1 to \(lessons.count), or a name:"] + list(page)),
        next: lesson.next)
    }
    return change(to: index, page)
  }

  /// What is said behind the end of a lesson.
  private func leadingOn(_ page: Page) -> [String] {
    guard index + 1 < lessons.count else { return ending(page) }
    let next = lessons[index + 1].notebook.title
    return LessonPage.wrapped(
      LessonPage.sentence(
        "The return key goes on to lesson \(index + 2) of \(lessons.count): \(next)"
      ).cleaned(.text), page)
  }

  private static let report =
    "Write a report: report FILE.md writes what you answered and tried in all of them, with your notes "
    + "(a line that begins with \" is one). lesson N goes back to one for another note, and save FILE.md "
    + "writes its notebook."

  /// That nothing is left to do; nothing where something is.
  private var allDone: [String] {
    let standing = standing
    return standing.isAllDone ? [standing.sum] : []
  }

  /// What is said behind the last lesson.
  private func ending(_ page: Page) -> [String] {
    LessonPage.wrapped(standing.sum.cleaned(.text), page)
      + (course.isDrawn ? LessonPage.wrapped(Self.report, page) : [])
      + LessonPage.wrapped("handin FILE.txt writes what is handed in.", page)
  }

  /// How far the student is in all lessons.
  private var standing: CourseStanding {
    CourseStanding(
      course, lessons.map { lesson in (lesson.notebook, made(of: lesson)) })
  }

  /// How far the student is in a lesson, here or at another terminal; nil where nothing is known, or it was
  /// another text.
  private func made(of lesson: LessonShelf.Lesson) -> LessonProgress? {
    let kept = folder?.progress(of: lesson.key)
    let made = progress[lesson.name].map { $0.withTries(of: kept) } ?? kept
    return made?.digest == lesson.digest ? made : nil
  }

  private func list(_ page: Page) -> [String] {
    page.transcript().lines(
      of: course.document(of: lessons, states: standing.words, seed: draw?.seed))
  }
}

// Handing in.
extension CourseConversation {
  private func handIn(_ path: String?, _ page: Page) -> Reply {
    let parts = lessons.compactMap { lesson in
      handed(of: lesson).map { HandedProgress.Part(lesson: lesson.name, progress: $0) }
    }
    var reply = HandIn.reply(
      HandedProgress(draw: draw, parts: parts), to: path, session, page, next: lesson.next)
    reply.text += LessonPage.text(uncounted(page))
    return reply
  }

  private func report(_ path: String?, _ page: Page) -> Reply {
    let report = CourseReport(
      title: course.title, draw: draw, fault: draw.flatMap(course.faultOfDraw),
      parts: lessons.map { ($0.notebook, handed(of: $0)) })
    return HandIn.reply(report, to: path, session, page, next: lesson.next)
  }

  /// How far the student is in a lesson, with the exercise that they have solved and not gone on from, and
  /// with what was tried and shown at another terminal meanwhile.
  private func handed(of lesson: LessonShelf.Lesson) -> LessonProgress? {
    let made = made(of: lesson)
    let isHere = lesson.name == lessons[index].name
    let own = isHere ? self.lesson.handedProgress ?? made : made
    return own?.withTries(of: folder?.progress(of: lesson.key))
  }
}
