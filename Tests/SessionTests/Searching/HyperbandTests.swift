import Testing
import Tuning
import Workbench

@testable import Commands
@testable import Session

@Suite("search hyperband")
struct HyperbandTests {
  private static let line =
    "search hyperband rate=0.01..3 log units=1..8 epochs=9 optimizer=adam"

  @Test(
    "what was trained in rungs is to the bit what one run comes to", arguments: ["", " folds=3"])
  func goesOn(_ judged: String) throws {
    let session = NotebookSession(running: trainedCircles + [Self.line + judged])
    let study = try #require(session.state.study?.study)
    #expect(study.trials.count == 17)
    #expect(study.order.count == 5 && study.stopped.count == 12)
    for trial in study.trials.filter({ $0.scores != nil }) {
      var other = NotebookSession(running: trainedCircles)
      _ = other.submit("search manual \(trial.label) epochs=9 optimizer=adam\(judged)")
      #expect(other.state.study?.study.trials.first?.scores == trial.scores)
    }
    for trial in study.stopped {
      var other = NotebookSession(running: trainedCircles)
      _ = other.submit(
        "search manual \(trial.label) epochs=\(trial.stop ?? 0) optimizer=adam\(judged)")
      #expect(other.state.study?.study.trials.first?.scores == trial.measured)
    }
  }

  @Test("those that go on did at least as well as those that are given up")
  func promoted() throws {
    let session = NotebookSession(running: trainedCircles + [Self.line + " by=loss"])
    let study = try #require(session.state.study?.study)
    // The first bracket: nine settings of one epoch, of which three go on.
    let first = study.trials.prefix(9)
    #expect(first.count { $0.stop == 1 } == 6)
    #expect(first.count { $0.stop == 3 } == 2)
    #expect(first.count { $0.scores != nil } == 1)
    let third = first.filter { $0.stop == 3 }.compactMap { $0.measured?.judged[0] }
    var best = NotebookSession(running: trainedCircles)
    let winner = try #require(first.first { $0.scores != nil })
    _ = best.submit("search manual \(winner.label) epochs=3 optimizer=adam by=loss")
    let reached = try #require(best.state.study?.study.trials.first?.scores?.judged[0])
    #expect(third.allSatisfy { reached <= $0 })
  }

  @Test("the bytes are the same on 1, 2 and 7 threads")
  func threads() {
    let texts = [1, 2, 7].map { threads in
      var session = NotebookSession(
        running: trainedCircles, settings: .testing(threads: threads))
      return session.text(of: Self.line + " repeats=2") + session.text(of: "show study")
        + session.text(of: "best train")
    }
    #expect(texts[0] == texts[1] && texts[0] == texts[2] && texts[0].contains("bracket"))
  }

  @Test("an interrupt leaves the notebook as it was")
  func interrupted() {
    var session = NotebookSession(running: trainedCircles)
    let before = session.markdown(title: "t")
    let control = RunControl(isInterrupted: { true })
    _ = session.submit(Self.line, control: control)
    #expect(session.state.study == nil)
    #expect(session.markdown(title: "t") == before)
  }
}
