import SeededRandom
import Testing

@testable import Session

@Suite("The boxes of cards")
struct CardBoxesTests {
  @Test("a card that is always known comes in sittings 1, 3, 7, 15, 31 and then every 16")
  func known() {
    var boxes = CardBoxes()
    var asked: [Int] = []
    for _ in 1...64 {
      let sitting = boxes.begin()
      guard boxes.box(of: 7) == nil || boxes.isDue(7, in: sitting) else { continue }
      asked.append(sitting)
      boxes.note(7, isKnown: true, in: sitting)
    }
    // Leitner's five boxes with waits of 1, 2, 4, 8 and 16 sittings: 1, 1 + 2, 3 + 4, 7 + 8, 15 + 16 …
    #expect(asked == [1, 3, 7, 15, 31, 47, 63])
    #expect(boxes.box(of: 7) == 5)
  }

  @Test("a card that was not known goes to the first, and comes in the next sitting")
  func unknown() {
    var boxes = CardBoxes()
    for _ in 1...2 { boxes.note(7, isKnown: true, in: boxes.begin() * 10) }
    _ = (1...30).map { _ in boxes.begin() }
    boxes.note(7, isKnown: false, in: 32)
    #expect(boxes.box(of: 7) == 1)
    #expect(!boxes.isDue(7, in: 32))
    #expect(boxes.isDue(7, in: 33))
  }

  @Test("a card of a lesson enters the first box once, and one known too early stays")
  func early() {
    var boxes = CardBoxes()
    _ = boxes.begin()
    boxes.enter(3)
    #expect(boxes.box(of: 3) == 1)
    boxes.note(3, isKnown: true, in: 1)
    #expect(boxes.box(of: 3) == 1)
    boxes.note(3, isKnown: true, in: 2)
    #expect(boxes.box(of: 3) == 2)
    boxes.enter(3)
    #expect(boxes.box(of: 3) == 2)
    #expect(boxes.counts(of: [3, 4]) == [0, 1, 0, 0, 0])
  }

  @Test("they come back from their text, whatever was done")
  func text() throws {
    for seed in 0..<50 {
      var random = SeededGenerator(seed: UInt64(seed))
      var boxes = CardBoxes()
      for _ in 0..<100 {
        let sitting = random.oneIn(5) ? boxes.begin() : boxes.sittings
        // Now and then the file is gone in the middle of a sitting.
        if random.oneIn(50) { boxes = CardBoxes() }
        boxes.note(UInt64(random.below(41)), isKnown: random.oneIn(2), in: sitting)
      }
      #expect(CardBoxes(Array(boxes.text.utf8)) == boxes)
    }
    #expect(CardBoxes().text == "Overfit cards 1\nsittings 0\n")
    // At the most sittings too.
    var boxes = try #require(CardBoxes(Array("Overfit cards 1\nsittings 1000000000\n".utf8)))
    boxes.note(7, isKnown: true, in: boxes.begin())
    #expect(CardBoxes(Array(boxes.text.utf8)) == boxes)
  }

  @Test(
    "a damaged text is none",
    arguments: [
      "", "Overfit cards 1\n", "Overfit cards 2\nsittings 1\n", "Overfit cards 1\nsittings x\n",
      "Overfit cards 1\nsittings -1\n", "Overfit cards 1\nsittings 3\nbox 6 since 1 card a\n",
      "Overfit cards 1\nsittings 3\nbox 0 since 1 card a\n",
      "Overfit cards 1\nsittings 3\nbox 1 since 4 card a\n",
      "Overfit cards 1\nsittings 3\nbox 1 since 1 card g\n",
      "Overfit cards 1\nsittings 3\nbox 1 since 1 card a", "Overfit cards 1\nsittings 3\n\n",
      "Overfit cards 1\nsittings 9999999999\n", "Overfit cards 1\nsittings 3\nbox 1 since 1\n",
    ])
  func damaged(text: String) { #expect(CardBoxes(Array(text.utf8)) == nil) }

  @Test("they hold 5,000 cards and no more, the oldest leaving first")
  func bounded() {
    var boxes = CardBoxes()
    for key in 0..<5100 { boxes.note(UInt64(key), isKnown: true, in: key) }
    #expect(boxes.places.count == 5000)
    #expect(boxes.box(of: 99) == nil && boxes.box(of: 100) == 2)
  }
}
