import Language
import Networks
import Reports
import Testing
import Tuning
import Workbench

@testable import Commands
@testable import Session

@Suite("folds and evaluate folds")
struct FoldTests {
  private static func report(_ line: String, in session: inout NotebookSession) throws
    -> FoldEvaluationReport
  {
    guard case .cell(_, let cell) = session.submit(line), case .reports(let reports) = cell.result
    else { throw Missing() }
    return try #require(reports.first as? FoldEvaluationReport)
  }

  private struct Missing: Error {}

  @Test("each fold comes to what a search by as many folds measures of the same training")
  func search() throws {
    var session = NotebookSession(running: trainedCircles + ["train epochs=5 rate=0.3", "folds 4"])
    let scores = try Self.report("evaluate folds", in: &session).scores
    _ = session.submit("search grid rate=0.3,0.2 folds=4")
    let trial = try #require(session.state.study?.study.trials.first?.scores)
    #expect(scores.compactMap(\.judged) == trial.judged)
    #expect(scores.compactMap(\.learned) == trial.learned)
    #expect(scores.count == 4)
  }

  @Test("leaves network, history and runs as they were, and looks at no test split")
  func noTrace() throws {
    var session = NotebookSession(running: trainedCircles + ["folds 4"])
    let (network, runs) = (session.state.network?.network, session.state.runs.numbers)
    let report = try Self.report("evaluate folds", in: &session)
    #expect(report.scores.reduce(0) { $0 + $1.judging.count } == 36)
    #expect(session.state.network?.network.parameters == network?.parameters)
    #expect(session.state.runs.numbers == runs)
    #expect(session.state.data?.testLooks == 0)
  }

  @Test("is cut anew after another division, and is gone with other data")
  func divided() throws {
    var session = NotebookSession(
      running: trainedCircles + ["folds 4", "split train=50% validation=50%"])
    #expect(
      try Self.report("evaluate folds", in: &session).scores.reduce(0) { $0 + $1.judging.count }
        == 30)
    _ = session.submit("data circles points=80 noise=0.1")
    #expect(session.text(of: "evaluate folds").contains("have not been cut into folds"))
  }

  @Test("the bytes are the same on 1, 2 and 7 threads")
  func threads() {
    let texts = [1, 2, 7].map { threads in
      var session = NotebookSession(
        running: trainedCircles + ["folds 5"], settings: .testing(threads: threads))
      return session.text(of: "evaluate folds")
    }
    #expect(texts[0] == texts[1] && texts[0] == texts[2] && texts[0].contains("mean"))
  }
}
