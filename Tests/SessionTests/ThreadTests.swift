import Language
import Notebooks
import Session
import Testing

@testable import Workbench

@Suite("Threads and interrupts")
struct ThreadTests {
  private static let lines = [
    "data circles points=300 noise=0.1", "split train=60% validation=20% test=20%",
    "scale standard", "network", "add dense 16 tanh", "add dropout 0.2", "add dense 1 sigmoid",
    "train epochs=4 batch=all optimizer=adam rate=0.01 l2=0.001", "evaluate", "plot boundary",
    "compare l2=0,0.01,0.1 plot=loss", "print loss(validation)", "print norm(gradient(1))",
  ]

  @Test("1, 2 and 7 threads print the same bytes")
  func threadCounts() {
    let texts = [1, 2, 7].map { threads in
      NotebookSession(running: Self.lines, settings: .testing(seed: 3, threads: threads))
        .markdown(title: "threads")
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0] == texts[2])
    #expect(texts[0].contains("lowest validation error"))
  }

  private static let start = [
    "data circles points=64 noise=0.1", "split validation=25%", "network", "add dense 4 tanh",
    "add dense 1 sigmoid",
  ]

  @Test(
    "an interrupted training is a cell that stops there again",
    arguments: [2, 3, 5, 8], ["train epochs=50 batch=8", "train epochs=9  # slowly"])
  func interruptedTraining(poll: Int, line: String) throws {
    var session = NotebookSession(running: Self.start)
    let outcome = session.submit(line, control: .interrupting(atPoll: poll))
    guard case .cell(_, let cell) = outcome else {
      Issue.record("no cell: \(outcome)")
      return
    }
    #expect(cell.source.contains(" steps="))
    let text = session.markdown(title: "t")
    let replay = Replay(try Notebook(text: text, name: "t.md"), settings: .testing(threads: 2))
    #expect(replay.verdict == .equal)
    #expect(NotebookSession(running: Self.start + [cell.source]).markdown(title: "t") == text)
  }

  @Test("an interrupted training with steps= of its own keeps one steps=")
  func stepsAreReplaced() {
    var session = NotebookSession(running: Self.start)
    let outcome = session.submit(
      "train steps=40 epochs=50 batch=8", control: .interrupting(atPoll: 4))
    guard case .cell(_, let cell) = outcome else {
      Issue.record("no cell: \(outcome)")
      return
    }
    #expect(cell.source.split(separator: "steps=").count == 2)
    #expect(!cell.source.contains("steps=40"))
  }

  @Test("a training that is stopped before its first step changes nothing")
  func beforeTheFirstStep() {
    var session = NotebookSession(running: Self.start)
    let before = session.markdown(title: "t")
    let outcome = session.submit("train", control: .interrupting(atPoll: 1))
    guard case .interrupted = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(session.markdown(title: "t") == before)
  }

  /// Lines that have no result when they are cut short.
  private static let whole = [
    "compare l2=0,0.1,0.2", "for n in 1..3\n  train epochs=5 batch=8\nend",
    "for n in 1\n  train epochs=5 batch=8\nend", "print 1\ntrain epochs=9 batch=8",
    "train epochs=9 batch=8\nprint 1", "edit 2 split validation=50%", "delete 2",
  ]

  @Test("what can't be cut short leaves the notebook as it was", arguments: whole, [1, 2, 3, 9])
  func interruptedWhole(line: String, poll: Int) {
    var session = NotebookSession(running: Self.start + ["train epochs=9 batch=8"])
    let before = session.markdown(title: "t")
    let outcome = session.submit(line, control: .interrupting(atPoll: poll))
    switch outcome {
    case .interrupted(let message):
      #expect(message.contains("as it was") || message.contains("nothing has changed"))
    case .refused(let diagnostic): #expect(diagnostic.message.contains("as it was"))
    default: Issue.record("\(outcome)")
    }
    #expect(session.markdown(title: "t") == before)
    #expect(session.cells.count == 6)
  }

  @Test("an interrupted replay says so and changes no text")
  func interruptedReplay() throws {
    let session = NotebookSession(running: Self.start + ["train epochs=9 batch=8"])
    let text = session.markdown(title: "t")
    let replay = Replay(
      try Notebook(text: text, name: "t.md"), settings: .testing(),
      control: .interrupting(atPoll: 8))
    #expect(replay.verdict == .interrupted)
    #expect(replay.updatedText == text)
  }
}

/// Counts how often it was asked; threads may ask at once.
