internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// Flash cards as the prompt asks them: each line is an answer.
struct CardConversation: Excursion {
  private static let greeting =
    "Cards are asked one by one. skip leaves one out, boxes tells of all, help, quit."
  private static let help = [
    "A question: think of the answer, turn it over by the return key, and say by",
    "y or n whether you knew it. A gap: type the word. Terms and meanings: type the",
    "letters. What you knew moves to the next of five boxes, anything else goes to",
    "the first; box 1 comes again in the next sitting, box 2 in the one after it,",
    "then every 4, 8 and 16. skip leaves a card out, boxes tells of all cards, quit",
    "leaves (so does Ctrl-D).",
  ]

  private(set) var session: NotebookSession
  private let table: CardTable
  private var sitting: CardSitting
  private let number: Int
  private var boxes: CardBoxes
  /// Keeps the boxes; nil where nobody sits at a terminal.
  private let file: CardFile?
  private let page: LessonPage

  init(_ table: CardTable, in session: NotebookSession, file: CardFile?) {
    self.session = session
    self.table = table
    self.file = file
    page = LessonPage(showsPlace: false)
    var boxes = CardBoxes()
    if let file { boxes = file.update { _ = $0.begin() } } else { _ = boxes.begin() }
    self.boxes = boxes
    number = boxes.sittings
    let seed = session.settings.seed
    sitting = CardSitting(
      table.drawn(boxes, in: number, seed: seed), in: number, seed: seed)
  }

  var nextNumber: Int { session.nextNumber }
  var isLesson: Bool { true }
  var takesAnswers: Bool { true }
  var parting: String? { farewell }

  func opening(_ page: Page) -> Reply {
    let lines = [Self.greeting] + dueLines
    let none = table.cards.isEmpty ? "There are no cards." : Self.nothingDue
    let asked = sitting.isOver ? [none] : [""] + self.page.lines(sitting.standing, page)
    return LessonPage.reply([lines + asked], next: sitting.isOver ? .leave : .prompt)
  }

  func standing(_ page: Page) -> [String] { self.page.lines(sitting.standing, page) }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    let typed = LessonConversation.trimmed(source)
    switch typed {
    case "quit", "exit": return Reply(next: .leave)
    case "help": return Reply(text: LessonPage.text(Self.help))
    case "boxes": return Reply(text: LessonPage.text(boxLines))
    default: break
    }
    let answer = sitting.answer(to: typed)
    note(answer.judged)
    let lines = self.page.lines(answer.text, page)
    guard sitting.isOver else { return Reply(text: LessonPage.text(lines)) }
    return Reply(text: LessonPage.text(lines + [""]), next: .leave)
  }

  private mutating func note(_ judged: [CardSitting.Judgement]) {
    guard !judged.isEmpty else { return }
    let number = number
    let change = { @Sendable (boxes: inout CardBoxes) in
      for card in judged { boxes.note(card.key, isKnown: card.isKnown, in: number) }
    }
    if let file { boxes = file.update(change) } else { change(&boxes) }
  }

  mutating func abandon() {}

  mutating func keep(_ wishes: TerminalWishes) { session.wishes = wishes }
}

// What is said of the boxes.
extension CardConversation {
  private static let nothingDue =
    "Nothing is due in this sitting. learn cards and the name of a lesson asks its cards anyway."

  /// How many cards are due, in which boxes, and how many come.
  private var dueLines: [String] {
    let due = table.due(boxes, in: number)
    let new = table.new(boxes).count
    let counts = boxes.counts(of: due.map(\.key)).enumerated().filter { $0.element > 0 }
      .map { "box \($0.offset + 1): \($0.element)" }
    let places = counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"
    return [
      "\(table.title.cleaned(.text)): \(due.count) due\(places), \(new) new of "
        + "\(Self.cards(table.cards.count)); \(sitting.count) come now."
    ]
  }

  /// What is in each box.
  private var boxLines: [String] {
    let counts = boxes.counts(of: table.cards.map(\.key))
    return counts.enumerated().map { "box \($0.offset + 1)  \(Self.cards($0.element))" } + [
      "in none  \(Self.cards(table.new(boxes).count))"
    ]
  }

  /// How the sitting went.
  var farewell: String {
    let known = sitting.judged.count(where: \.isKnown)
    let count = sitting.judged.count
    guard count > 0 else { return "No card was answered." }
    guard file != nil else { return "\(Self.cards(count)) answered, \(known) known." }
    let kept = boxes.counts(of: table.cards.map(\.key)).enumerated()
      .map { "\($0.offset + 1): \($0.element)" }.joined(separator: " · ")
    return "\(Self.cards(count)) answered, \(known) known. In the boxes now \(kept)."
  }

  private static func cards(_ count: Int) -> String { count == 1 ? "1 card" : "\(count) cards" }
}
