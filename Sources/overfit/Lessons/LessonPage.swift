internal import Charts
internal import Notebooks
internal import Session
internal import TerminalText

/// What a walk through a lesson shows: its prose, its steps, where it is.
struct LessonPage {
  static let end = "This is the end of the lesson. quit leaves."

  /// Whether it is said where the walk is: to a student at a terminal.
  let showsPlace: Bool

  /// A lesson comes from strangers.
  static func shown(_ source: String) -> String { source.cleaned(.text) }

  static func input(_ source: String) -> [String] { Transcript.input(shown(source)) }

  static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// The rows of a text that may end with a line's end.
  static func rows(of text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return rows.last?.isEmpty == true ? rows.dropLast() : rows
  }

  /// A reply of groups of lines that are read one after the other.
  static func reply(_ groups: [[String]], next: Reply.Next) -> Reply {
    var reply = Reply(text: text(groups.flatMap(\.self)), next: next)
    var count = 0
    for group in groups {
      if count > 0, !group.isEmpty { reply.breaks.append(count) }
      count += group.count
    }
    return reply
  }

  /// What the student sees before the next cell: prose, set off by empty lines, where it is, and what a
  /// step shows, or that the lesson is over. What belongs together is a group.
  func standing(_ prose: [Prose], of walk: LessonWalk, _ page: Page) -> [[String]] {
    let renderer = Self.renderer(page)
    let paragraphs = Self.underHeadings(prose.map { ($0.endsWithHeading, renderer.lines($0)) })
    let last = walk.nextStep == nil ? Self.ending(of: walk) : standingLines(of: walk, page)
    let place =
      showsPlace && walk.nextStep != nil
      ? [Self.dimmed(walk.standingPlace.cleaned(.text), page)] : []
    let isBeforeCell = !paragraphs.isEmpty && last.isEmpty
    let groups = paragraphs + [last.isEmpty && !isBeforeCell ? [] : place + last]
    var spaced = groups.filter { !$0.isEmpty }.map { [""] + $0 }
    if prose.last?.endsWithHeading == true, spaced.count > 1, spaced.count == groups.count {
      let last = spaced.removeLast()
      spaced[spaced.count - 1] += last
    }
    return isBeforeCell && place.isEmpty ? spaced + [[""]] : spaced
  }

  /// Groups in which each heading stands with what follows it.
  private static func underHeadings(_ pieces: [(isHeading: Bool, lines: [String])]) -> [[String]] {
    var groups: [[String]] = []
    var isUnderHeading = false
    for piece in pieces {
      if isUnderHeading {
        groups[groups.count - 1] += [""] + piece.lines
      } else {
        groups.append(piece.lines)
      }
      isUnderHeading = piece.isHeading
    }
    return groups
  }

  /// What a step with a way of its own shows while it comes next.
  func standingLines(of walk: LessonWalk, _ page: Page) -> [String] {
    walk.standing.map { lines($0, page) } ?? []
  }

  /// That the lesson is over, and what it leaves to be learned.
  private static func ending(of walk: LessonWalk) -> [String] {
    let count = walk.cards.count
    guard count > 0 else { return [end] }
    return [end, "cards lists \(count == 1 ? "its card" : "its \(count) cards")."]
  }

  /// What such a step says behind a command.
  func reminderLines(of walk: LessonWalk, _ page: Page) -> [String] {
    walk.reminder.map { lines($0, page) } ?? []
  }

  /// The cards of the lesson, each with its back.
  func cards(of walk: LessonWalk, _ page: Page) -> [String] {
    guard !walk.cards.isEmpty else { return ["This lesson has no cards."] }
    return walk.cards.enumerated().flatMap { index, card -> [String] in
      lines(.prose("\(index + 1)\\. \(card.front.text)"), page)
        + lines(.prose(card.back.text), page).map { "   " + $0 }
    }
  }

  /// What a step says.
  func lines(_ text: StepText, _ page: Page) -> [String] {
    switch text {
    case .prose(let markdown): Self.renderer(page).lines(markdown: markdown)
    case .lines(let lines): lines.flatMap { Self.wrapped($0.cleaned(.text), page) }
    case .several(let texts): texts.flatMap { lines($0, page) }
    }
  }

  /// A line between whose words the page breaks it.
  static func wrapped(_ line: String, _ page: Page) -> [String] {
    page.wrapped(line)
  }

  static func noSkips(_ page: Page) -> [String] {
    wrapped(
      "Nobody skips an exercise in this class: hint helps, and solution shows a way that you can "
        + "type.",
      page)
  }

  /// That answers are counted; nothing where they are not.
  static func counted(_ mostTries: Int?, _ page: Page) -> [String] {
    guard let mostTries else { return [] }
    let answers = mostTries == 1 ? "one answer" : "\(mostTries) answers"
    return wrapped(
      "A question takes \(answers) here, and stays open where its answer is shown first.", page)
  }

  static func noWayPast(_ page: Page) -> [String] {
    wrapped(
      "A question or an exercise lies on the way that you have not done: it counts here, and comes first.",
      page)
  }

  private static func renderer(_ page: Page) -> ProseRenderer {
    ProseRenderer(width: page.width, isStyled: page.colors != .none)
  }

  private static func dimmed(_ text: String, _ page: Page) -> String {
    page.colors == .none ? text : "\u{1B}[2m\(text)\u{1B}[0m"
  }

  /// Where the walk is, and the sections of the lesson.
  func map(of walk: LessonWalk) -> [String] {
    let sections = walk.sections
    let widest = sections.map(\.title.columns).max() ?? 0
    let here = walk.section
    let lines = sections.enumerated().map { index, section in
      let mark = section == here ? ">" : " "
      let number = String(index + 1)
      let space = String(repeating: " ", count: max(0, 3 - number.count))
      let padding = String(repeating: " ", count: widest + 2 - section.title.columns)
      return "\(mark)\(space)\(number) \(section.title)\(padding)\(Self.cells(section.cells))"
        .cleaned(.text)
    }
    return [walk.standingPlace.cleaned(.text)] + lines + [
      "goto SECTION goes to one, by its number or a word."
    ]
  }

  private static func cells(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: ""
    case 1: "cell \(range.lowerBound)"
    default: "cells \(range.lowerBound) to \(range.upperBound - 1)"
    }
  }
}

// What is said when a walk begins.
extension LessonPage {
  /// That the student may go on where they were.
  func offer(_ progress: LessonProgress, of walk: LessonWalk, _ page: Page) -> [String] {
    let place = progress.isAtEnd ? "at the end" : "at \(progress.place)"
    let said = Self.sentence("\(walk.notebook.title): you were \(place)").cleaned(.text)
    return [said, "The return key goes on there, restart begins again, quit leaves."].flatMap {
      Self.wrapped($0, page)
    }
  }

  /// That a line was not run, for it is to be said first where the lesson goes on.
  static func undone(_ page: Page) -> [String] {
    wrapped("Nothing was done: go on first, then type that line again.", page)
  }

  /// That the kept place is one of another lesson.
  static func changed(since progress: LessonProgress) -> String {
    let place = progress.isAtEnd ? "at its end" : "at \(progress.place)"
    let isEnded = sentence(place) == place
    return "The lesson has changed since you were \(place)\(isEnded ? " It" : "; it") begins anew."
      .cleaned(.text)
  }

  /// What of the lesson's data is not here, and what to do.
  func missing(of walk: LessonWalk, _ page: Page) -> [String] {
    let missing = walk.missingNeeds
    guard let first = missing.first else { return [] }
    let names = missing.joined(separator: ", ").cleaned(.text)
    return TextRenderer(width: page.width).lines(
      Document([
        .text(
          "This lesson needs \(names), which is not on this machine: "
            + Self.way(to: first.cleaned(.text))
            + " Where the lesson reads it, another data line of yours may take its place.")
      ]))
  }

  /// A text with a full stop, where no other mark ends it.
  static func sentence(_ text: String) -> String {
    text.last.map { ".?!".contains($0) } == true ? text : text + "."
  }

  /// That cells of the student's own stay behind; nothing where there are none.
  ///
  /// - Parameter isKept: Whether the way back leads to them.
  static func leftBehind(by walk: LessonWalk, isKept: Bool = false, _ page: Page) -> [String] {
    guard walk.isBeside else { return [] }
    let count = walk.triedCount
    let (cells, them) =
      count == 0
      ? ("what you changed here", "it")
      : count == 1
        ? ("the cell that you tried here", "it")
        : ("the \(count) cells that you tried here", "them")
    return wrapped(
      "The lesson goes on without \(cells)\(isKept ? "; back has \(them) again" : "").", page)
  }

  /// What is said at the cell that needs the data.
  static func wayRound(_ missing: String, _ page: Page) -> [String] {
    let other = missing == "mnist" ? "data digits" : "data and another name"
    let name = missing.cleaned(.text)
    return wrapped("\(name) is not on this machine: \(way(to: name))", page)
      + wrapped("Or type \(other): the lesson goes on with that.", page)
  }

  private static func way(to missing: String) -> String {
    missing == "mnist"
      ? "fetch mnist brings it." : "put it into a folder of data sets (show session names them)."
  }
}
