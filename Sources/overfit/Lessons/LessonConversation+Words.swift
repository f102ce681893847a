internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

// Words of a walk.
extension LessonConversation {
  /// What a word of the walk does; nil for a line that is none.
  mutating func answer(
    toWord typed: String, _ page: Page, _ control: RunControl
  ) -> Reply? {
    let words = typed.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let word = LessonWord(rawValue: String(first)),
      words.count == 1 || [.goto, .handin, .report].contains(word)
    else { return nil }
    switch word {
    case .next, .skip, .quit: return nil
    case .help:
      return Reply(
        text: LessonPage.text(LessonWord.lines(allowsSkips: walk.allowsSkips)), next: next)
    case .where: return Reply(text: LessonPage.text(self.page.map(of: walk)), next: next)
    case .hint, .solution:
      return Reply(text: "There is no exercise here: \(word.rawValue) is for one.", next: next)
    case .cards:
      return Reply(text: LessonPage.text(self.page.cards(of: walk, page)), next: next)
    case .handin:
      let name = Course.parts(of: walk.notebook.name).file.replacing(".md", with: "")
      let parts = handedProgress.map { [HandedProgress.Part(lesson: name, progress: $0)] } ?? []
      return HandIn.reply(
        HandedProgress(draw: nil, parts: parts),
        to: words.count > 1 ? Self.trimmed(String(words[1])) : nil, session, page, next: next)
    case .report:
      let report = CourseReport(
        title: walk.notebook.title, parts: [(walk.notebook, handedProgress)])
      return HandIn.reply(
        report, to: words.count > 1 ? Self.trimmed(String(words[1])) : nil, session, page,
        next: next)
    case .reset:
      let said =
        walk.reset()
        ? "The lesson is as it was: what you tried is forgotten." : "There is nothing to forget."
      if walk.keepsTried { keeper?.keep(walk) }
      return Reply(
        text: LessonPage.text([said] + self.page.standingLines(of: walk, page)), next: next)
    case .back:
      let left = LessonPage.leftBehind(by: walk, page)
      guard walk.goBackOneCell() else {
        return Reply(text: "This is the first cell of the lesson.", next: next)
      }
      return arrival(after: [left], page)
    case .restart:
      let left = LessonPage.leftBehind(by: walk, page)
      walk.restart()
      let said = walk.isBegun ? LessonPage.wrapped(Self.kept, page) : []
      return arrival(after: [left + said], page)
    case .goto:
      return go(to: words.count > 1 ? Self.trimmed(String(words[1])) : "", page, control)
    }
  }

  private static let kept =
    "The lesson begins again. What you have answered, tried and solved is kept, and stands where it was."

  private mutating func go(
    to wanted: String, _ page: Page, _ control: RunControl
  ) -> Reply {
    let meant = wanted.isEmpty ? [] : walk.sections(named: wanted)
    guard let section = meant.first, meant.count == 1 else {
      let said =
        wanted.isEmpty
        ? "goto needs a section:"
        : meant.isEmpty ? "No section is called so:" : "Several sections may be meant:"
      return Reply(text: LessonPage.text([said] + self.page.map(of: walk).dropFirst()), next: next)
    }
    let left = LessonPage.leftBehind(by: walk, page)
    let arrival = walk.go(to: section, control: control)
    return arrived(arrival, after: walk.isBeside ? [] : left, page)
  }

  /// What is said after a way to another place.
  private mutating func arrived(
    _ arrival: LessonWalk.Arrival, after left: [String] = [], _ page: Page
  ) -> Reply {
    switch arrival {
    case .arrived(let cells):
      let said = cells == 1 ? "1 cell has run." : "\(cells) cells have run."
      return self.arrival(after: [left + (cells == 0 ? [] : [said])], page)
    case .interrupted:
      return Reply(
        text: "Given up: the lesson is where it was.", wasInterrupted: true, next: next)
    case .refused:
      let said = walk.allowsSkips ? LessonPage.noWayPast(page) : LessonPage.noSkips(page)
      return Reply(text: LessonPage.text(said), next: next)
    case .stopped(let reason):
      walk.goBackOverProse()
      return self.arrival(
        after: [LessonPage.wrapped("It stops here: \(reason.cleaned(.text)).", page)], page)
    }
  }

  /// What the student says to the offer to go on.
  mutating func answer(
    _ typed: String, to progress: LessonProgress, _ page: Page, _ control: RunControl
  ) -> Reply {
    switch typed {
    case "", "next":
      var walk = walk
      let arrival = walk.goOn(to: progress, control: control)
      guard arrival != .interrupted else {
        return Reply(
          text: LessonPage.text(
            ["Given up: your place is kept."] + self.page.offer(progress, of: walk, page)),
          wasInterrupted: true)
      }
      walk.goBackOverProse()
      (self.walk, offered) = (walk, nil)
      return arrived(arrival, page)
    case "restart":
      offered = nil
      walk.keepRecords(of: progress)
      walk.restart()
      return arrival(
        after: [LessonPage.wrapped(Self.greeting, page) + self.page.missing(of: walk, page)], page)
    case "quit": return Reply(next: .leave)
    case "where": return Reply(text: LessonPage.text(self.page.offer(progress, of: walk, page)))
    default:
      return Reply(
        text: LessonPage.text(
          LessonPage.undone(page) + self.page.offer(progress, of: walk, page)))
    }
  }
}
