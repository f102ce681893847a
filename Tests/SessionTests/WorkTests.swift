import Language
import Networks
import Synchronization
import TensorEngine
import Testing
import Tuning

@testable import Session
@testable import Workbench

/// A line that takes more than a minute says so beforehand.
@Suite("Work told beforehand")
struct WorkTests {
  /// Lines whose work is too much, behind a small network that was trained.
  static let long = [
    "train epochs=1000000 batch=1", "train epochs=1000000 restarts=9",
    "compare l2=0,0.1 epochs=1000000 batch=1", "plot learning curve repeats=20",
    "plot validation curve over=l2 values=0,1 repeats=20",
    "plot validation curve over=l2 values=0,1 folds=20",
    "plot bias variance over=units values=2,4 repeats=20",
    "search grid l2=0,0.1 epochs=1000000 batch=1", "search random l2=0..1 epochs=1000000 batch=1",
    "search bayes l2=0..1 epochs=1000000 batch=1",
  ]

  /// Settings of a last training that make the studies long.
  private static let studied =
    untrainedCircles + ["train epochs=1000000 batch=1 stop=target(loss=1000) yes=yes"]

  @Test("is refused where nobody is asked, with what to type, and the notebook is as it was")
  func refused() throws {
    for line in Self.long {
      var session = NotebookSession(running: line.hasPrefix("plot") ? Self.studied : trainedCircles)
      let state = session.state
      let diagnostic = try #require(Self.failure(of: session.submit(line)), "\(line)")
      #expect(diagnostic.message.hasPrefix("this is more work than is done unasked: "), "\(line)")
      #expect(diagnostic.message.hasSuffix("and without yes=yes at most 1200 billion"))
      #expect(diagnostic.hints == ["yes=yes at the end does it: \(line) yes=yes"])
      #expect(diagnostic.range == SourceRange(0, line.utf8.count))
      #expect(session.state.runs.numbers == state.runs.numbers)
      #expect(session.state.network?.history.records.count == state.network?.history.records.count)
    }
  }

  @Test("is told as many epochs as there are steps for while it is done")
  func limited() {
    let totals = Mutex<Set<Int>>([])
    let control = RunControl(report: { progress in
      switch progress {
      case .epoch(_, let total, _, _), .trainings(_, _, _, let total, _):
        totals.withLock { _ = $0.insert(total) }
      default: break
      }
    })
    var session = NotebookSession(running: untrainedCircles)
    // 36 examples are five steps an epoch; the network's own epochs count on.
    for (line, total) in [
      ("train epochs=1000 batch=8 steps=21", 5), ("train epochs=1000 batch=8 steps=20", 8),
      ("train epochs=2 batch=8 steps=20", 10), ("train epochs=9 batch=8 steps=11 restarts=2", 6),
    ] {
      totals.withLock { $0 = [] }
      _ = session.lines(of: line, control: control)
      #expect(totals.withLock { $0 } == [total], "\(line)")
    }
  }

  /// What a line failed by, as a cell or none.
  private static func failure(of outcome: NotebookSession.Outcome) -> Diagnostic? {
    switch outcome {
    case .refused(let diagnostic): diagnostic
    case .cell(_, let cell):
      if case .failure(let diagnostic) = cell.result { diagnostic } else { nil }
    default: nil
    }
  }

  @Test("is reckoned from sizes: fits, epochs and operations of a training by hand")
  func reckoned() throws {
    // 36 examples, 12 to judge; 12 weights of kernels and 5 outputs; a step an example, two layers.
    let forward = 2.0 * 12 + 200 * 5
    let epoch = 36.0 * 2 * 40_000 + (3 * 36 + 12) * forward
    let billions = Int(((1e6 * epoch + 48 * forward) / 1e9).rounded(.up))
    let line = "train epochs=1000000 batch=1"
    var session = NotebookSession(running: untrainedCircles)
    let text = session.flowingText(of: line)
    #expect(
      text.contains("1 fit, 1,000,000 epochs, \(billions) billion operations"), "\(text)")
    #expect(!session.flowingText(of: line + " steps=4").contains("unasked"))
  }

  @Test("every verb that can last takes yes=yes, and it changes nothing that is shown")
  func consent() throws {
    for line in [
      "train epochs=2", "evaluate", "diagnose", "compare l2=0,0.1", "plot loss", "plot boundary",
      "plot learning curve repeats=2", "predict validation", "print loss()", "check loss() < 9",
      "show metrics validation", "let a = loss()", "search grid l2=0,0.1",
    ] {
      var (one, other) = (
        NotebookSession(running: trainedCircles), NotebookSession(running: trainedCircles)
      )
      #expect(one.lines(of: line) == other.lines(of: line + " yes=yes"), "\(line)")
      #expect(other.cells.last?.source == line + " yes=yes")
      let printed = other.markdown(title: "t")
      #expect(printed.contains("> \(line) yes=yes"))
    }
  }

  @Test(
    "takes yes or no and nothing else",
    arguments: [
      "train yes=maybe", "let a = 1 yes=3", "print 1 yes=often",
    ])
  func misspelt(_ line: String) {
    var session = NotebookSession(running: trainedCircles)
    #expect(session.flowingText(of: line).contains("yes or no"), "\(line)")
  }

  /// A control whose person is asked about everything.
  private static func control(
    _ answer: WorkAllowance.Answer, _ asked: Plans = Plans()
  ) -> RunControl {
    var control = RunControl()
    control.judgesWork = { plan in
      asked.plans.withLock { $0.append(plan) }
      return answer
    }
    return control
  }

  private final class Plans: Sendable {
    let plans = Mutex<[WorkPlan]>([])
    var count: Int { plans.withLock { $0.count } }
  }

  @Test(
    "a yes runs it, and the cell says so, so that its notebook replays",
    arguments: [
      ("train epochs=2", "train epochs=2 yes=yes"),
      ("train epochs=2 yes=no", "train epochs=2 yes=yes"),
      ("compare l2=0,0.1  # two", "compare l2=0,0.1 yes=yes  # two"),
      ("for n in 1..3\n  train epochs=n\nend", "for n in 1..3\n  train epochs=n yes=yes\nend"),
      (
        "let a = transpose(weights(1)) @ weights(1)",
        "let a = transpose(weights(1)) @ weights(1) yes=yes"
      ),
      (
        "print sum(transpose(weights(1)) @ weights(1))",
        "print sum(transpose(weights(1)) @ weights(1)) yes=yes"
      ),
    ])
  func allowed(_ line: String, _ kept: String) throws {
    let asked = Plans()
    var session = NotebookSession(running: trainedCircles)
    let outcome = session.submit(line, control: Self.control(.granted, asked))
    guard case .cell(_, let cell) = outcome, !cell.hasFailed else {
      Issue.record("\(line)")
      return
    }
    #expect(cell.source == kept)
    #expect(asked.count == 1)
    var again = NotebookSession(running: trainedCircles)
    let text = Transcript.standard.output(of: .cell(1, cell), source: kept, in: session)
    #expect(again.lines(of: kept) == text)
  }

  @Test("a no leaves no cell, whatever is kept of errors")
  func declined() throws {
    for line in ["train epochs=2", "let a = transpose(weights(1)) @ weights(1)", "evaluate"] {
      var session = NotebookSession(running: trainedCircles)
      _ = session.submit("set keep errors")
      let cells = session.cells.count
      guard case .refused(let diagnostic) = session.submit(line, control: Self.control(.declined))
      else {
        Issue.record("\(line) ran")
        continue
      }
      #expect(diagnostic.message.hasPrefix("not done: "), "\(diagnostic.message)")
      #expect(session.cells.count == cells)
    }
  }

  @Test("a file's lines are not asked about, and a rule's neither")
  func files() throws {
    let asked = Plans()
    var session = NotebookSession(running: trainedCircles)
    session.settings = session.settings.opened("some.md", by: .runAtPrompt)
    let text = session.lines(of: Self.long[0], control: Self.control(.granted, asked))
      .joined(separator: " ")
    #expect(text.contains("more work than is done unasked"))
    #expect(asked.count == 0)
  }

  @Test("an edit is asked about too, and declined the notebook is as it was")
  func edited() throws {
    var session = NotebookSession(running: trainedCircles)
    let before = session.markdown(title: "t")
    guard case .refused = session.submit("edit 6 train epochs=4", control: Self.control(.declined))
    else {
      Issue.record("edited")
      return
    }
    #expect(session.markdown(title: "t") == before)
    _ = session.submit("edit 6 train epochs=4", control: Self.control(.granted))
    #expect(session.cells[5].source == "train epochs=4 yes=yes")
  }
}
