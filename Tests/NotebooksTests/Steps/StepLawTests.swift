import Notebooks
import Testing

@Suite("Laws of steps")
struct StepLawTests {
  private static let pieces = [
    "check a", "means b", "hint c", "wrong", "wrong 2", "wrong \"x*\"", "when a", "says d",
    "solution", "> let a = 1", ". end", "ask e", "right f", "choice g", "answer 1", "answer \"x\"",
    "answer 1 within 2", "else h", "measure i", "card j", "back k", "fill l {m}", "fill {",
    "holds n",
    "tie", "  more", "", "other", "ask", "check", ">", "output",
  ]
  private static let typed = [
    "", "next", "skip", "hint", "solution", "a", "ab", "h", "z", "1", "1%", "-", "*", "x", "\"",
    "train", "1e999", "0.1.2", "é", "a)",
  ]

  @Test("any lines make a step, or an error on one of them", arguments: whole)
  func reading(_ whole: String) {
    var generator = CountingGenerator(state: UInt64(whole.utf8.count))
    var read = 0
    for _ in 0..<2000 {
      var lines = whole.split(separator: "\n").map(String.init)
      for _ in 0..<generator.below(4) {
        let place = 1 + generator.below(lines.count)
        if place < lines.count, generator.below(2) == 0 { lines.remove(at: place) }
        if generator.below(2) == 0 {
          lines.insert(generator.pick(Self.pieces), at: min(place, lines.count))
        }
      }
      let text = "```\(lines.joined(separator: "\n"))\n```\n"
      do throws(NotebookError) {
        _ = try Notebook(text: text, name: "a.md")
        read += 1
      } catch {
        #expect((1...lines.count).contains(error.line), "\(text)")
        #expect(!error.problem.isEmpty)
      }
    }
    #expect(read > 200)
  }

  private static let whole = [
    "exercise n\ncheck a\nhint b\nwrong\n> c\nsays d\nsolution\n> e",
    "question n\nask a\nright b\nsays c\nchoice d\nsays e",
    "question n\nask a\nanswer 1 within 2\nwrong 5\nsays b",
    "question n\nask a\nanswer \"x*y\"\nwrong \"*\\u{65}\"\nsays b",
    "prediction n\nask a\nmeasure 1\nchoice b\nwhen c\nchoice d",
    "prediction n\nask a\nmeasure 1", "cards\ncard a\nback b\nfill c {d}",
    "claim n\nsays a\nholds b\ntie",
  ]

  @Test("whatever is typed gets an answer, and skip always leads on", arguments: whole.dropLast())
  func answering(_ text: String) throws {
    let parts = text.split(separator: "\n", maxSplits: 1).map(String.init)
    var step = try Notebook.step(parts[0], parts[1])
    let session = FakeSession()
    for first in Self.typed {
      for second in Self.typed {
        _ = step.answer(to: first, in: session)
        _ = step.standing(in: session)
        _ = step.answer(to: second, in: session)
      }
    }
    guard case .passed = step.answer(to: "skip", in: session) else {
      Issue.record("skip does not lead on")
      return
    }
  }
}
