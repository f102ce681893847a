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
    for line in [Self.line + " repeats=2", Self.learning + " sampler=tpe folds=2"] {
      let texts = [1, 2, 7].map { threads in
        var session = NotebookSession(
          running: trainedCircles, settings: .testing(threads: threads))
        return session.text(of: line) + session.text(of: "show study")
          + session.text(of: "best train")
      }
      #expect(texts[0] == texts[1] && texts[0] == texts[2] && texts[0].contains("bracket"))
    }
  }

  private static let learning =
    "search hyperband rate=0.01..3 log units=1..8 activation=relu,tanh epochs=9 factor=2 "
    + "optimizer=adam by=loss"

  @Test("sampler=tpe begins a bracket with what it proposes by the brackets before")
  func learns() throws {
    let session = NotebookSession(running: trainedCircles + [Self.learning + " sampler=tpe"])
    let plain = NotebookSession(running: trainedCircles + [Self.learning])
    let chance = NotebookSession(running: trainedCircles + [Self.learning + " sampler=random"])
    let hand = try #require(session.state.study)
    let trials = hand.study.trials
    // Brackets of 8, 6, 4 and 4 settings, of which those are drawn that fewer than ten stand before.
    #expect(trials.count == 22)
    let drawn = try #require(plain.state.study?.study.trials)
    #expect(trials.prefix(14) == drawn.prefix(14) && chance.state.study?.study.trials == drawn)
    let sampler = TPESampler(hand.space, seed: hand.seed)
    let points = hand.points.compactMap(\.self)
    for (first, count) in [(14, 4), (18, 4)] {
      var seen = trials.prefix(first).map { trial in
        TPESampler.Observation(
          points[trial.number - 1], score: trial.measured.map { Spread($0.judged).mean },
          stop: trial.stop)
      }
      for place in first..<(first + count) {
        let point = sampler.point(ofTrial: place + 1, after: seen) { point in
          points.prefix(place).contains(point)
        }
        #expect(point == points[place] && trials[place].changes != drawn[place].changes)
        seen.append(TPESampler.Observation(points[place], score: nil, isPending: true))
      }
    }
  }

  @Test("the first trials of a search that learns are those of a longer one")
  func prefix() throws {
    let line = Self.learning + " sampler=tpe"
    let whole = NotebookSession(running: trainedCircles + [line])
    let part = NotebookSession(running: trainedCircles + [line + " trials=20"])
    let trials = try #require(part.state.study?.study.trials)
    #expect(trials.count == 18 && trials == whole.state.study?.study.trials.prefix(18).map(\.self))
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
