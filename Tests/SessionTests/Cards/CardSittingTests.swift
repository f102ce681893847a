import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("A sitting over cards")
struct CardSittingTests {
  private static func cards(_ text: String) throws -> [LessonCard] {
    try Notebook(text: "```cards\n\(text)\n```\n", name: "a.md").cards
      .map { LessonCard($0, of: "01-a") }
  }

  /// What is said, without what stands there next.
  private static func said(_ sitting: inout CardSitting, _ typed: String) -> [String] {
    Optional(sitting.answer(to: typed).text).lines
  }

  @Test("a question is turned over, and the student says whether they knew it")
  func turning() throws {
    var sitting = CardSitting(
      try Self.cards("card Two and two?\nback Four.\ncard One?\nback 1."), in: 1, seed: 0)
    #expect(
      Optional(sitting.standing).lines == [
        "Card 1 of 2 · 01-a", "Two and two?", "The return key turns it over.",
      ])
    #expect(Self.said(&sitting, "five") == ["Four.", "Did you know it? y or n."])
    #expect(Self.said(&sitting, "") == ["Did you know it? y or n."])
    #expect(sitting.judged.isEmpty)
    #expect(Self.said(&sitting, "N").dropFirst(1).first == "Card 2 of 2 · 01-a")
    #expect(Self.said(&sitting, "skip") == ["The answer: 1."])
    #expect(sitting.isOver)
    #expect(sitting.judged.map(\.isKnown) == [false])
    #expect(Optional(sitting.standing).lines.isEmpty)
    #expect(Self.said(&sitting, "y") == [])
  }

  @Test("gaps are typed one after the other, and all of them must fit")
  func filling() throws {
    var sitting = CardSitting(
      try Self.cards("fill L2 makes {small}, L1 {zero}.\nfill A {net}."), in: 1, seed: 0)
    #expect(Optional(sitting.standing).lines[1] == "L2 makes (...), L1 (...).")
    #expect(Self.said(&sitting, "") == ["Type a guess, or skip."])
    #expect(Self.said(&sitting, "Small") == ["Right.", "And gap 2 of 2:"])
    #expect(Self.said(&sitting, "none").first == "It is: zero")
    #expect(Self.said(&sitting, "nets") == ["Right."])
    #expect(sitting.judged.map(\.isKnown) == [false, true])
  }

  @Test("terms are matched with meanings by letters, each judged by itself")
  func matching() throws {
    let terms = (1...5).map { "term t\($0)\nback m\($0) | x" }.joined(separator: "\n")
    var sitting = CardSitting(try Self.cards(terms), in: 1, seed: 0)
    let lines = Optional(sitting.standing).lines
    #expect(lines[0] == "Cards 1 to 4 of 5 · 01-a")
    let rows = lines[1].split(separator: "\n").dropFirst(2).map(String.init)
    #expect(rows.count == 4)
    // The letter of each meaning as the table has it, from "| 1 | t1 | a | m3 \| x |".
    let letters = (1...4).map { term -> String in
      let row = rows.firstIndex { $0.contains("| m\(term) \\| x |") } ?? 9
      return ["a", "b", "c", "d"][row]
    }
    #expect(letters.sorted() == ["a", "b", "c", "d"])
    #expect(
      Self.said(&sitting, "aabc") == ["Type 4 letters, each from a to d once; or skip."])
    let swapped = [letters[1], letters[0], letters[2], letters[3]].joined(separator: " ")
      .uppercased()
    let said = Self.said(&sitting, swapped)
    #expect(said.prefix(3) == ["2 of 4 are right.", "t1: m1 | x", "t2: m2 | x"])
    #expect(sitting.judged.map(\.isKnown) == [false, false, true, true])
    // The fifth has none to be matched with.
    #expect(said.suffix(2) == ["t5", "What does it mean? The return key turns it over."])
  }

  @Test("the example of how letters are typed is never the answer, whatever was drawn")
  func example() throws {
    for count in 2...4 {
      let terms = (1...count).map { "term t\($0)\nback m\($0)" }.joined(separator: "\n")
      let cards = try Self.cards(terms)
      var answers: Set<String> = []
      for seed in 0..<200 as Range<UInt64> {
        var sitting = CardSitting(cards, in: 1, seed: seed)
        let asked = Optional(sitting.standing).lines.last ?? ""
        let answer = Self.said(&sitting, "skip").last?.dropFirst("The answer: ".count) ?? ""
        answers.insert(String(answer))
        #expect(answer.count == count)
        #expect(!asked.contains(": \(answer), say"), "\(asked)")
        // Of two orders, one that is not the answer would tell the other one.
        #expect(asked.contains(", say") == (count > 2))
      }
      #expect(answers.count == [2: 2, 3: 6, 4: 24][count])
    }
  }

  @Test("due cards come before new ones, at most 20 and 10 new, in an order of the seed alone")
  func drawing() throws {
    let text = (1...60).map { "card q\($0)\nback a" }.joined(separator: "\n")
    let cards = try Self.cards(text)
    let table = CardTable(cards, title: "t", isNamed: false)
    var boxes = CardBoxes()
    #expect(
      Set(table.drawn(boxes, in: boxes.begin(), seed: 0).map(\.key))
        == Set(cards.prefix(10).map(\.key)))
    for card in cards.suffix(15) { boxes.note(card.key, isKnown: false, in: 1) }
    let sitting = boxes.begin()
    let drawn = table.drawn(boxes, in: sitting, seed: 0).map(\.key)
    #expect(Set(drawn) == Set((cards.suffix(15) + cards.prefix(5)).map(\.key)))
    #expect(table.drawn(boxes, in: sitting, seed: 0).map(\.key) == drawn)
    #expect(table.drawn(boxes, in: sitting, seed: 1).map(\.key) != drawn)
    #expect(CardTable(cards, title: "t", isNamed: true).drawn(boxes, in: 2, seed: 0).count == 20)
    #expect(CardTable(cards + cards, title: "t", isNamed: false).cards.count == 60)
  }

  @Test("the deck of the subject has 40 to 60 cards, each once, of every form")
  func deck() throws {
    let shelf = LessonShelf(LessonTests.settings)
    guard case .cards(let table) = try shelf.learning("cards cards") else {
      Issue.record("the deck is no deck")
      return
    }
    #expect((40...60).contains(table.cards.count))
    let forms = table.cards.map(\.card.form)
    #expect(forms.count { $0 == .term } >= 10 && forms.count { $0 == .question } >= 10)
    guard case .cards(let all) = try shelf.learning("cards") else {
      Issue.record("there are no cards")
      return
    }
    #expect(all.cards.count >= table.cards.count + 48)
    guard case .cards(let one) = try shelf.learning("cards dropout") else {
      Issue.record("dropout has no cards")
      return
    }
    #expect(one.cards.map(\.lesson) == Array(repeating: "06-dropout", count: 6))
    #expect(throws: LessonShelf.Failure.self) { try shelf.learning("cards xyzzy") }
  }
}
