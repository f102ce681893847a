import TerminalText

/// A word that means something in a walk through a lesson, beside the commands.
package enum LessonWord: String, CaseIterable, Sendable {
  /// In the order in which they are listed.
  case next, back, skip, hint, solution, `where`, goto, reset, restart, cards, handin, report
  /// Those that are commands too.
  case help, quit

  /// Those that mean nothing elsewhere.
  package static let ofWalksAlone = allCases.filter { $0 != .help && $0 != .quit }

  /// How it is typed.
  package var usage: String {
    switch self {
    case .goto: "goto SECTION"
    case .handin: "handin FILE"
    case .report: "report FILE"
    case .help: "help COMMAND"
    default: rawValue
    }
  }

  /// What it does, in a few words.
  package func meaning(allowsSkips: Bool) -> String {
    switch self {
    case .skip where !allowsSkips: "goes on; nobody skips an exercise in this class"
    case .next: "goes on, and so does the return key: runs the cell at the prompt"
    case .back: "goes back to the cell before, and to what you tried there"
    case .skip: "goes on; an exercise is solved for you, and you see how"
    case .hint: "gives the next hint of an exercise or a question"
    case .solution: "shows a solution of an exercise, and runs nothing; or the answer"
    case .where: "says where you are, and lists the sections"
    case .goto: "goes to a section: goto 2, or a word of its heading"
    case .reset: "forgets what you have tried since the lesson's last cell"
    case .restart: "begins the lesson again; what you answered and solved is kept"
    case .cards: "lists the cards of the lesson"
    case .handin: "writes how far you are, your answers and cells, for your teacher"
    case .report: "writes a page of what you answered and tried, with your notes"
    case .help: "explains a command; help commands lists them"
    case .quit: "leaves, and so does Ctrl-D; your place is kept"
    }
  }

  /// Whether a line is a word of the walk, whatever comes next in the lesson.
  package static func isOfWalk(_ typed: String) -> Bool {
    let words = typed.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let word = LessonWord(rawValue: String(first)) else {
      return false
    }
    switch word {
    case .next, .skip, .hint, .solution: return false
    case .goto, .handin, .report: return true
    case .back, .where, .reset, .restart, .cards, .help, .quit: return words.count == 1
    }
  }

  /// The words with their meanings, a line each.
  package static func lines(allowsSkips: Bool) -> [String] {
    let widest = allCases.map(\.usage.columns).max() ?? 0
    return allCases.map { word in
      word.usage + String(repeating: " ", count: widest + 2 - word.usage.columns)
        + word.meaning(allowsSkips: allowsSkips)
    } + [
      "check asks the checks of an exercise again. In a folder of lessons, lessons",
      "lists them, and lesson N goes to one.",
      "Anything else is a command of your own: it runs on a branch beside the lesson.",
    ]
  }
}
