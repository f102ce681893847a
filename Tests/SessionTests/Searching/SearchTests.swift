import Charts
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Testing
import Tuning
import Workbench

@testable import Commands
@testable import Session

@Suite("search")
struct SearchTests {
  /// The study of the last search.
  private static func study(_ lines: [String], threads: Int = 2) throws -> SearchStudy {
    var settings = SessionSettings.testing(threads: threads)
    settings.files = WorkingFolder()
    var session = NotebookSession(settings: settings)
    for line in lines { _ = session.submit(line) }
    return try #require(session.state.study?.study, "\(lines.last ?? "")")
  }

  private static let drawn =
    "search random rate=0.01..3 log units=1..8 activation=relu,tanh epochs=3"

  @Test("trial 7 is the same whatever the number of trials and of threads")
  func seventh() throws {
    let long = try Self.study(trainedCircles + ["\(Self.drawn) trials=12"])
    let short = try Self.study(trainedCircles + ["\(Self.drawn) trials=7"])
    #expect(long.trials.count == 12)
    #expect(Array(long.trials.prefix(7)) == short.trials)
    let other = try Self.study(["seed 9"] + trainedCircles + ["\(Self.drawn) trials=7"])
    #expect(other.trials[6].changes != short.trials[6].changes)
  }

  @Test(
    "the bytes are the same on 1, 2 and 7 threads", arguments: ["random", "bayes"],
    ["", " folds=3 repeats=2"])
  func threads(_ method: String, _ judged: String) {
    let texts = [1, 2, 7].map { threads in
      var session = NotebookSession(settings: .testing(threads: threads))
      for line in trainedCircles { _ = session.submit(line) }
      let drawn = Self.drawn.replacing("random", with: method)
      return session.text(of: "\(drawn) trials=13\(judged)")
        + session.text(of: "search local trials=3") + session.text(of: "best train")
    }
    #expect(texts[0] == texts[1] && texts[0] == texts[2])
    #expect(texts[0].contains("\(method) · 13 settings"))
  }

  @Test(
    "the order of the options changes no trial", arguments: ["random", "bayes", "bayes sampler=gp"])
  func order(_ method: String) throws {
    let options = ["rate=0.01..3 log", "units=1..8", "activation=relu,tanh"]
    let settings = try [options, options.reversed()].map { options in
      let study = try Self.study(
        trainedCircles + ["search \(method) \(options.joined(separator: " ")) trials=13 epochs=2"])
      return study.trials.map { trial in trial.changes.map { "\($0.name)=\($0.value)" }.sorted() }
    }
    #expect(settings[0] == settings[1])
    // A rate is the same whatever is drawn beside it.
    let alone = try Self.study(
      trainedCircles + ["search random rate=0.01..3 log trials=9 epochs=2"])
    #expect(
      alone.trials.map { "rate=\($0.changes[0].value)" } == settings[0].prefix(9).map { $0[1] })
  }

  @Test("a narrow range has as many settings as are asked for, and none reads as another")
  func narrow() throws {
    let study = try Self.study(
      trainedCircles + ["search random rate=0.1..0.10001 trials=30 epochs=1"])
    #expect(Set(study.trials.map(\.label)).count == 30)
  }

  @Test("a setting that was tried is not trained again, in any order of its options")
  func repeated() throws {
    var session = NotebookSession(
      running: trainedCircles + ["search grid rate=0.1,1 units=2,4 epochs=2"])
    let text = session.text(of: "search manual units=4 rate=1")
    #expect(text.contains("this is the setting of trial 4, and is not trained again"))
    #expect(session.state.study?.study.trials.count == 4)
    _ = session.submit("seed 5")
    #expect(session.text(of: "search manual units=4 rate=1").contains("a new study begins"))
    #expect(session.state.study?.study.trials.count == 1)
  }

  @Test("all seeds and folds of a trial see the same of the examples")
  func examples() throws {
    let start = trainedCircles + ["split train=80% validation=20%"]
    let one = try Self.study(start + ["search manual examples=12 epochs=3 folds=2 by=loss"])
    let two = try Self.study(
      start + ["search manual examples=12 epochs=3 folds=2 by=loss repeats=2"])
    let (own, both) = try (
      #require(one.best?.scores?.judged), #require(two.best?.scores?.judged)
    )
    #expect(Array(both.prefix(2)) == own && both.count == 4)
  }

  @Test("words of other tools mean what they mean there")
  func loanwords() throws {
    var session = NotebookSession(running: trainedCircles)
    for (theirs, ours) in [
      ("optuna rate=0.1..1 n_trials=3 epochs=2", "bayes rate=0.1..1 trials=3 epochs=2"),
      ("tpe rate=0.1..1 max_trials=3 epochs=2", "bayes rate=0.1..1 trials=3 epochs=2"),
      (
        "RandomizedSearchCV rate=0.1..1 n_iter=3 cv=3 scoring=roc_auc epochs=2",
        "random rate=0.1..1 trials=3 folds=3 by=auc epochs=2"
      ),
    ] {
      #expect(session.text(of: "search \(theirs)") == session.text(of: "search \(ours)"))
      #expect(session.text(of: "show study").contains("rank"))
    }
  }

  @Test("a trial is the training that one types by hand, and best train does it")
  func twin() throws {
    var session = NotebookSession(running: trainedCircles)
    _ = session.submit("search grid rate=0.3,1 units=3,6 batch=8 epochs=5")
    let study = try #require(session.state.study?.study)
    for trial in study.trials {
      let typed = trial.changes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      var other = NotebookSession(running: trainedCircles)
      _ = other.submit("train again \(typed) batch=8 epochs=5")
      let (error, own) = (
        other.text(of: "print error(validation)"), other.text(of: "print error(train)")
      )
      #expect(Double(error).map { abs($0 - (trial.scores?.judged[0] ?? 2)) < 1e-6 } == true)
      #expect(Double(own).map { abs($0 - (trial.scores?.learned[0] ?? 2)) < 1e-6 } == true)
    }
    let best = try #require(study.best?.scores?.judged[0])
    _ = session.submit("best train")
    let error = Double(session.text(of: "print error(validation)"))
    #expect(error.map { abs($0 - best) < 1e-6 } == true)
    #expect(session.state.network?.settings?.batchSize == 8)
  }

  @Test(
    "best train is its trial whatever was said of all trials, and whatever the seed is by now",
    arguments: ["scale=standard", "scale=none", "scale=none,minmax"])
  func later(_ scale: String) throws {
    var session = NotebookSession(running: trainedCircles + ["scale minmax"])
    _ = session.submit("search random rate=0.1..2 log \(scale) trials=4 epochs=6")
    let best = try #require(session.state.study?.study.best?.scores?.judged[0])
    for line in ["seed 7", "best train", "best train"] {
      #expect(!session.text(of: line).contains("^"), "\(line)")
    }
    let error = Double(session.text(of: "print error(validation)"))
    #expect(error.map { abs($0 - best) < 1e-6 } == true)
  }

  @Test("a study of other data by the same name is not gone on with")
  func otherData() {
    let start = ["data circles points=60", "split validation=25%"]
    let other = ["data circles points=60 noise=0.3", "split validation=25%"]
    let search = [
      "network", "add dense 1 sigmoid", "search random rate=0.1..1 log trials=2 epochs=2",
    ]
    for (again, isRefused) in [(start, false), (other, true)] {
      var session = NotebookSession(running: start + search + again)
      #expect(session.text(of: "best train").contains("on other data") == isRefused)
    }
  }

  @Test("a finer search of numbers that are whole draws whole ones")
  func wholeParts() throws {
    let lines = [
      "train epochs=4 schedule=plateau(patience=5)", "search grid schedule.patience=2,5,10",
    ]
    let study = try Self.study(trainedCircles + lines + ["search local trials=4"])
    #expect(study.trials.count > 3 && study.trials.allSatisfy { $0.scores != nil })
  }

  @Test("judges by other measures, each with its direction", arguments: Criterion.allCases)
  func criteria(_ criterion: Criterion) throws {
    let isOfClasses = Criterion.fitting(isClassification: true).contains(criterion)
    let start =
      isOfClasses
      ? trainedCircles
      : [
        "data houses", "split train=60% validation=40%", "scale standard", "network", "add dense 1",
      ]
    let study = try Self.study(
      start + ["search grid rate=0.001,0.01,0.1 epochs=3 by=\(criterion.rawValue)"])
    #expect(study.criterion == criterion)
    #expect(study.order.count == 3)
    let values = study.order.compactMap { study.trials[$0].scores?.judged[0] }
    let sorted = criterion.isLessBetter ? values.sorted() : values.sorted(by: >)
    #expect(values == sorted)
  }

  @Test(
    "a judged value is what a formula measures of that network", arguments: ["f1", "auc", "loss"])
  func measured(_ name: String) throws {
    var session = NotebookSession(running: trainedCircles)
    _ = session.submit("search grid rate=0.3,1 epochs=5 by=\(name)")
    let study = try #require(session.state.study?.study)
    _ = session.submit("best train")
    let shown = Double(session.text(of: "print \(name)(validation)"))
    let value = try #require(study.best?.scores?.judged[0])
    #expect(shown.map { abs($0 - value) < 1e-5 } == true)
  }

  @Test("folds are stratified, of the training split alone, and scaled each by its own")
  func folds() throws {
    let lines = [
      "data blobs points=90 classes=3", "split train=60% validation=20% test=20%",
      "scale standard", "network", "add dense 3 softmax",
    ]
    var session = NotebookSession(running: lines)
    let data = try #require(session.state.data)
    let folds = try StudyReader.folds(
      3, of: data, stratified: true, seed: 0, at: SourceRange(0, 0))
    let training = Set(data.rows(of: .training))
    #expect(Set(folds.flatMap(\.validation)) == training)
    #expect(folds.reduce(0) { $0 + $1.validation.count } == training.count)
    for fold in folds {
      #expect(Set(fold.training) == training.subtracting(fold.validation))
      let own = try data.preparation(fittedTo: fold.training)?.scaling
      #expect(fold.scaling != nil && fold.scaling == own)
      guard case .classes(let classes, _) = data.examples.targets else { continue }
      for label in 0..<3 {
        let count = fold.validation.count { classes[Int($0)] == label }
        let all = training.count { classes[Int($0)] == label }
        #expect(abs(3 * count - all) < 3)
      }
    }
    // `scale=` as a setting is fitted to what each fold learns from, as the scaling in hand is.
    _ = session.submit("search grid scale=standard,none epochs=4 folds=3 by=loss")
    let scaled = try #require(session.state.study?.study.trials.first?.scores)
    _ = session.submit("search grid rate=0.01,0.02 epochs=4 folds=3 by=loss")
    #expect(session.state.study?.study.trials.first?.scores == scaled)
  }

  @Test("never looks at the test split, and needs none")
  func testSplit() throws {
    var session = NotebookSession(running: trainedCircles)
    for line in [
      "search grid rate=0.1,1 epochs=2 folds=3", "search local trials=2", "best", "best train",
      "show study", "show trial 1",
    ] { _ = session.submit(line) }
    #expect(session.state.data?.testLooks == 0)
    #expect(session.cells.allSatisfy { !$0.hasFailed })
  }

  @Test("all=yes trains on the validation examples too")
  func joined() throws {
    var session = NotebookSession(running: trainedCircles)
    let before = try #require(session.state.data?.split)
    _ = session.submit("search grid rate=0.1,1 epochs=2 folds=3")
    _ = session.submit("best train all=yes")
    let data = try #require(session.state.data)
    #expect(data.rows(of: .training) == (before.training + before.validation).sorted())
    #expect(data.rows(of: .validation).isEmpty)
    #expect(data.rows(of: .test) == before.test)
  }

  @Test("a search that fails or is interrupted leaves the study as it was")
  func unchanged() throws {
    var session = NotebookSession(
      running: trainedCircles + ["search grid rate=0.1,1 epochs=2"])
    let before = try #require(session.state.study?.study)
    let control = RunControl(isInterrupted: { true })
    _ = session.submit("search random rate=0.1..1 log trials=3", control: control)
    #expect(session.state.study?.study == before)
    for line in ["search grid rate=0.1,-1", "search local folds=3", "best nothing"] {
      _ = session.submit(line)
      #expect(session.state.study?.study == before, "\(line)")
    }
    _ = session.submit("search manual rate=0.5")
    #expect(session.state.study?.study.trials.count == 3)
    _ = session.submit("undo")
    #expect(session.state.study?.study == before)
  }

  @Test("a name of the student's in a search is its value then, not later")
  func names() throws {
    var session = NotebookSession(
      running: trainedCircles + [
        "let r = 0.5", "search grid rate=r,0.001 epochs=5", "let r = 0.0001", "best train",
      ])
    let best = try #require(session.state.study?.study.best)
    #expect(best.changes[0].value == "0.5")
    #expect(session.state.network?.settings?.optimizer.learningRate == 0.5)
    #expect(session.text(of: "show training").contains("0.5"))
  }

  @Test("trains a network that has not been trained before in the usual settings")
  func untrained() throws {
    let study = try Self.study(untrainedCircles + ["search grid batch=8,16"])
    #expect(study.trials.count == 2 && study.failures.isEmpty)
  }

  @Test("a plan knows the fits and the epochs of more settings than it looks at")
  func hundredThousand() throws {
    var session = NotebookSession(running: untrainedCircles)
    let values =
      "rate=0.1..1 by 0.1 batch=10..100 by 10 units=1..10 by 1 dropout=0..0.9 by 0.1"
      + " epochs=10..100 by 10"
    for (folds, fits, epochs) in [
      (3, "300,000 fits", "16,500,000 epochs"), (5, "500,000 fits", "27,500,000 epochs"),
    ] {
      let text = session.flowingText(of: "plan grid \(values) folds=\(folds)")
      #expect(text.contains("= 100,000 settings x \(folds) folds = \(fits) of 10 to"))
      #expect(text.contains("in all \(fits), \(epochs), "), "\(text)")
    }
  }

  @Test("in JSON the plan, the trials and the optimism are numbers")
  func json() throws {
    var session = NotebookSession(running: trainedCircles)
    guard case .cell(_, let cell) = session.submit("search grid rate=0.1,1 epochs=2 folds=3"),
      case .reports(let reports) = cell.result
    else {
      Issue.record("it failed")
      return
    }
    let document = try #require(reports.first?.document)
    #expect(document.value(named: "fits") == .count(6))
    #expect(document.value(named: "search") == .text("grid"))
    let optimism = try #require(document.value(named: "optimism"))
    #expect(optimism != .missing)
    let deviation = try #require(session.state.study?.study.spreads[0].deviation)
    #expect("\(document.json)".contains("error deviation"))
    #expect("\(document.json)".contains("\(deviation)"))
  }
}
