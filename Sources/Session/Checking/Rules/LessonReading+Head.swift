import Commands
import Language
import Notebooks
import Workbench

// What the head says, and the number of the file.
extension LessonReading {
  /// The usual words of a minute, and the minutes of what is done at a step.
  private enum Pace {
    static let words = 180.0
    static let cell = 0.1
    static let picture = 0.3
    static let exercise = 2.0
    static let question = 1.0
    static let card = 0.25
    /// How far off the head may be, as a factor, and in any case in minutes.
    static let factor = 2.0
    static let slack = 2.0
  }

  /// A lesson of a course has a title and minutes; data that it reads stand in its head; its terms are
  /// known to `explain`; nothing in it needs a network.
  mutating func findHead() {
    let matter = notebook.frontMatter
    if number != nil {
      for (key, isThere) in [("title", matter.title != nil), ("minutes", matter.minutes != nil)]
      where !isThere {
        add(.head, line: 1, "the head has no \"\(key)\"; write one between lines of ---")
      }
    }
    for (key, terms) in [
      ("teaches", matter.teaches), ("assumes", matter.assumes), ("mentions", matter.mentions),
    ] {
      for term in terms where Glossary.entry(for: term) == nil {
        let near = Spelling.nearest(term, among: Glossary.entries.flatMap(\.names))
        let hint = near.isEmpty ? "explain alone lists the terms" : "did you mean: \(near[0])"
        add(
          .head, line: line(of: key), "\"\(key)\" has no term of the glossary, \"\(term)\"; \(hint)"
        )
      }
    }
    for (source, line) in sources {
      guard let command = command(in: source) else { continue }
      if command.verb.text == FetchCommand.definition.verb {
        add(
          .replay, line: line,
          "what is fetched is not the same on every machine: leave it to the prose")
      }
      guard command.verb.text == "data", let data = command.values.first?.text else { continue }
      if data == "mnist", !matter.needs.contains(data) {
        add(.head, line: line, "the lesson reads \(data): write \"needs: \(data)\" into its head")
      }
    }
  }

  /// The command of a source; nil for a loop, a `let` and others.
  func command(in source: String) -> Command? {
    let session = NotebookSession(settings: settings)
    guard case .command(let command)? = session.script(source).statements.first else { return nil }
    return command
  }

  /// Numbers have two digits, and go from 01 without a gap or a double.
  mutating func findNumbering() {
    guard let number else { return }
    let file = Course.parts(of: path).file
    if file.prefix(while: \.isNumber).count < 2 {
      add(.numbering, line: 1, "its number has one digit: call the file 0\(file)")
    }
    for other in course.numbers where other.number == number && other.file != file {
      add(.numbering, line: 1, "\(other.file) has the same number")
    }
    if number > 1, !course.numbers.contains(where: { $0.number == number - 1 }) {
      add(.numbering, line: 1, "no lesson has the number before it, \(number - 1)")
    }
    if number == 0 { add(.numbering, line: 1, "the first lesson has the number 01") }
  }

  /// The minutes in the head are true within a factor of two.
  mutating func findMinutes() {
    guard let minutes = notebook.frontMatter.minutes.map(Double.init) else { return }
    let reckoned = reckonedMinutes
    let isFar =
      max(minutes, reckoned) > Pace.factor * min(minutes, reckoned)
      && (minutes - reckoned).magnitude > Pace.slack
    guard isFar else { return }
    let whole = max(1, Int(reckoned.rounded()))
    add(
      .minutes, line: line(of: "minutes"),
      "the lesson takes about \(whole) \(whole == 1 ? "minute" : "minutes"), not \(Int(minutes))")
  }

  private var reckonedMinutes: Double {
    notebook.blocks.reduce(0) { minutes, block in
      switch block {
      case .prose(let prose): minutes + Double(prose.wordCount) / Pace.words
      case .cells(let block):
        block.cells.reduce(minutes) {
          $0 + Pace.cell + (pictureName(in: $1.source) == nil ? 0 : Pace.picture)
        }
      case .step(let step):
        switch step {
        case let deck as CardDeck: minutes + Double(deck.cards.count) * Pace.card
        case is Claim: minutes
        default: minutes + (step.solution.isEmpty ? Pace.question : Pace.exercise)
        }
      }
    }
  }
}
