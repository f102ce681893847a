import Language
import Notebooks
import SeededRandom
import Session
import Testing

@testable import Workbench

/// Sessions whose trainings are stopped by hand at any moment, and what is asked afterwards.
@Suite("Interrupted sessions")
struct InterruptedSessionTests {
  static let batches = 0..<8
  private static let sessionsPerBatch = LongRun.count(10, long: 250)

  private static let start = [
    "data circles points=48 noise=0.1", "split train=50% validation=25% test=25%", "network",
    "add dense 4 tanh", "add dense 1 sigmoid",
  ]

  @Test("replay to what they said, in all that they show", arguments: batches)
  func law(_ batch: Int) throws {
    for number in 0..<Self.sessionsPerBatch {
      var generator = SeededGenerator(seed: UInt64(batch * 1000 + number))
      var session = NotebookSession(settings: .testing(seed: UInt64(number % 3)))
      var typed: [String] = []
      for line in Self.start { _ = session.submit(line) }
      for _ in 0..<6 {
        let line = Self.line(&generator, cells: session.cells.count)
        typed.append(line)
        let poll = 1 + generator.below(40)
        _ = session.submit(
          line, control: generator.oneIn(3) ? RunControl() : .interrupting(atPoll: poll))
      }
      for line in Self.questions { _ = session.submit(line) }
      let text = session.markdown(title: "t")
      let replay = Replay(try Notebook(text: text, name: "t.md"), settings: .testing())
      if case .different(let difference) = replay.verdict {
        Issue.record("session \(batch * 1000 + number): \(typed)\n\(difference)")
      }
    }
  }

  private static func line(_ generator: inout SeededGenerator, cells: Int) -> String {
    switch generator.below(12) {
    case 0: return "undo"
    case 1: return "redo"
    case 2: return "edit \(1 + generator.below(cells)) \(training(&generator))"
    case 3: return "delete \(5 + generator.below(max(1, cells - 4)))"
    case 4: return "for r in 0.01, 0.1\n  train rate=r epochs=2\nend"
    case 5: return generator.pick(["initialize", "compare rate=0.01,0.1 seeds=2", "plot surface"])
    case 6: return generator.pick(["when validation_loss < 0.6 do stop", "when never"])
    default: return training(&generator)
    }
  }

  private static func training(_ generator: inout SeededGenerator) -> String {
    var line = "train epochs=\(1 + generator.below(30))"
    if generator.oneIn(2) { line += generator.pick([" batch=8", " batch=all", " batch=1"]) }
    if generator.oneIn(3) { line += " steps=\(1 + generator.below(60))" }
    if generator.oneIn(3) {
      line += generator.pick([" optimizer=adam", " momentum=0.9", " l2=0.01"])
    }
    if generator.oneIn(4) {
      line += generator.pick([
        " stop=early(patience=2)", " schedule=cosine(over=10)", " restarts=3",
        " schedule=exponential(rate=0.1, decay=0.5, every=10, per=step)",
      ])
    }
    return line
  }

  private static let questions = [
    "show training", "runs", "show history", "show network", "why", "diagnose", "plot loss",
    "print loss(), loss(validation)", "plot runs", "show batches", "train epochs=2", "runs",
    "compare l2=0,0.1", "show training",
  ]
}
