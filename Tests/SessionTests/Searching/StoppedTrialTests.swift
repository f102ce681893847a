import Synchronization
import TensorEngine
import Testing
import Tuning
import Workbench

@testable import Commands
@testable import Session

@Suite("search stop=")
struct StoppedTrialTests {
  private static let line = "search random rate=0.01..3 log units=1..8 epochs=9 optimizer=adam"

  private static func study(_ line: String) throws -> SearchStudy {
    let session = NotebookSession(running: trainedCircles + [line])
    return try #require(session.state.study?.study)
  }

  @Test(
    "what was stopped, and what was not, is to the bit what one run comes to",
    arguments: ["stop=median trials=14", "stop=median trials=10 folds=3 by=loss", "stop=halving"])
  func goesOn(_ options: String) throws {
    let study = try Self.study("\(Self.line) \(options)")
    #expect(!study.stopped.isEmpty && !study.order.isEmpty)
    let judged = options.split(separator: " ").filter { $0.contains("folds") || $0.contains("by") }
    for trial in study.trials {
      let epochs = trial.stop ?? 9
      var other = NotebookSession(running: trainedCircles)
      _ = other.submit(
        "search manual \(trial.label) epochs=\(epochs) optimizer=adam "
          + judged.joined(separator: " "))
      #expect(other.state.study?.study.trials.first?.scores == trial.measured)
      #expect(trial.curve.last?.epoch == epochs)
      #expect((trial.stop == nil) == (trial.stopReason == nil))
    }
  }

  @Test("the median stops just those that its rule stops, by their curves", arguments: [1, 4])
  func median(_ parallel: Int) throws {
    let study = try Self.study(
      "\(Self.line) stop=median trials=24 by=loss parallel=\(parallel)")
    for trial in study.trials {
      let before = (trial.number - 1) / parallel * parallel
      let rule = MedianRule(of: Array(study.trials.prefix(before)), isLessBetter: true)
      let first = trial.curve.indices.dropLast(trial.stop == nil ? 1 : 0)
        .first { rule.reason(toStop: Array(trial.curve[...$0])) != nil }
      #expect(first.map { trial.curve[$0].epoch } == trial.stop)
      #expect(trial.curve.map(\.epoch) == Array(1...(trial.stop ?? 9)))
    }
    #expect(!study.stopped.isEmpty)
  }

  @Test("halving lets a third go on, and a third of these")
  func halving() throws {
    let study = try Self.study("\(Self.line) stop=halving trials=20 by=loss")
    #expect(study.trials.count { $0.stop == 1 } == 14)
    #expect(study.trials.count { $0.stop == 3 } == 4)
    #expect(study.order.count == 2)
    let third = study.trials.compactMap { trial in trial.curve.first { $0.epoch == 3 } }
    #expect(third.count == 6)
  }

  @Test(
    "the bytes are the same on 1, 2 and 7 threads",
    arguments: [
      "random units=1..8 rate=0.01..3 log stop=median",
      "grid units=1,2,4,8 rate=0.01,0.1,1 stop=median",
      "random units=1..8 rate=0.01..3 log stop=halving",
      "grid units=1,2,4,8 rate=0.1,1 stop=halving",
      "bayes units=1..8 rate=0.01..3 log stop=median parallel=3 trials=14",
      "bayes units=1..8 rate=0.01..3 log sampler=gp trials=14",
      "grid units=1,2 rate=0.1,1 folds=2 nested=yes",
    ])
  func threads(_ options: String) {
    let texts = [1, 2, 7].map { threads in
      var session = NotebookSession(running: trainedCircles, settings: .testing(threads: threads))
      return session.text(of: "search \(options) epochs=4") + session.text(of: "show study")
        + session.text(of: "best train")
    }
    #expect(texts[0] == texts[1] && texts[0] == texts[2] && texts[0].contains("rank"))
  }

  @Test("trial 7 is the same whatever the number of trials, with the median too")
  func seventh() throws {
    let long = try Self.study("\(Self.line) stop=median trials=12")
    let short = try Self.study("\(Self.line) stop=median trials=7")
    #expect(Array(long.trials.prefix(7)) == short.trials)
  }

  @Test("is said of a trial, and of them all")
  func words() throws {
    var session = NotebookSession(running: trainedCircles)
    let text = session.text(of: "\(Self.line) stop=median trials=24 by=loss")
    #expect(text.contains("stop=median") && text.contains("were stopped early"))
    let stopped = try #require(session.state.study?.study.stopped.first)
    let shown = session.text(of: "show trial \(stopped.number)").replacing("\n", with: " ")
    #expect(shown.contains("stopped after") && shown.contains("the median of"))
  }
}

@Suite("search nested=yes")
struct NestedSearchTests {
  @Test("of one setting there is no choice, so it is worth what the setting is")
  func single() throws {
    let session = NotebookSession(
      running: trainedCircles + [
        "search random rate=0.1..1 trials=1 epochs=4 folds=3 nested=yes by=loss"
      ])
    let study = try #require(session.state.study?.study)
    let own = try #require(study.best?.scores?.judged)
    #expect(study.nested == own)
  }

  /// Each fold's choice is that of a search on the other folds alone, typed by hand.
  @Test("is more than the search that it judges, and says so")
  func several() throws {
    var session = NotebookSession(running: trainedCircles)
    let text = session.text(of: "search grid rate=0.01,0.3,2 epochs=4 folds=3 nested=yes by=loss")
    let study = try #require(session.state.study?.study)
    #expect(study.nested.count == 3)
    #expect(text.contains("and for each fold again = 39 fits"))
    #expect(text.contains("searched anew on the other folds"))
    #expect(study.optimism?.chosen.values == study.nested)
    let later = session.text(of: "search manual rate=0.05")
    #expect(!later.contains("searched anew"), "\(later)")
    #expect(session.state.study?.study.nested == [])
    // What judges a fold has been trained on both others, as the trials have.
    for (fold, value) in study.nested.enumerated() {
      #expect(study.trials.contains { $0.scores?.judged[fold] == value })
    }
  }
}

@Suite("A search that is interrupted")
struct InterruptedSearchTests {
  /// Submits a line that is interrupted when it has been asked so often.
  private static func interrupted(_ line: String, after limit: Int) -> NotebookSession {
    var session = NotebookSession(
      running: trainedCircles, settings: .testing(threads: 1))
    _ = session.submit(line, control: Asking(limit: limit).control)
    return session
  }

  @Test(
    "keeps the trials that are whole, and its cell replays to them",
    arguments: [
      "search random rate=0.01..3 log units=1..8 epochs=3 trials=12",
      "search grid rate=0.01,0.1,1 units=1,2,4 epochs=3",
      "search bayes rate=0.01..3 log units=1..8 epochs=2 trials=14",
      "search hyperband rate=0.01..3 log units=1..8 epochs=9",
      "search random rate=0.01..3 log epochs=3 trials=12 stop=median parallel=2",
    ])
  func replays(_ line: String) throws {
    var whole = NotebookSession(running: trainedCircles, settings: .testing(threads: 1))
    let asking = Asking()
    _ = whole.submit(line, control: asking.control)
    let all = try #require(whole.state.study?.study.trials)
    var counts: Set<Int> = []
    for part in 1...7 {
      let session = Self.interrupted(line, after: asking.asks * part / 8)
      guard let study = session.state.study?.study else { continue }
      counts.insert(study.trials.count)
      #expect(study.trials == Array(all.prefix(study.trials.count)))
      let source = try #require(session.cells.last?.source)
      #expect(source.contains("trials=\(study.trials.count)"), "\(source)")
      let again = NotebookSession(running: trainedCircles + [source])
      #expect(again.state.study?.study == study)
      #expect(again.markdown(title: "t") == session.markdown(title: "t"))
    }
    #expect(!counts.isEmpty)
  }

  @Test("keeps nothing where nothing is whole", arguments: ["stop=halving", "folds=2 nested=yes"])
  func nothing(_ options: String) {
    let line = "search random rate=0.01..3 log epochs=3 trials=6 \(options)"
    var whole = NotebookSession(running: trainedCircles, settings: .testing(threads: 1))
    let asking = Asking()
    _ = whole.submit(line, control: asking.control)
    let session = Self.interrupted(line, after: asking.asks / 2)
    #expect(session.state.study == nil && session.cells.count == trainedCircles.count)
  }
}
