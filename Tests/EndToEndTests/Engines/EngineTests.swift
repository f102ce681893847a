import Foundation
import Testing

/// Searches whose trials other programs train: what comes of them is what this program comes to by itself.
@Suite(
  "Engines", .enabled(if: FakeEngine.isThere, "a Python: OVERFIT_PYTHON names it"), .waiting,
  .serialized, .timeLimit(.minutes(15)))
struct EngineTests {
  private let engine: FakeEngine
  private let cells = [
    "data circles points=80 noise=0.2", "split train=60% validation=40%", "scale standard",
    "network", "add dense 4 tanh", "add dense 1 sigmoid",
  ]

  init() throws { engine = try FakeEngine() }

  /// Runs lines in a pipe, and gives what stands under them, the engine's name taken out.
  private func run(
    _ lines: [String], _ wish: String = "", _ arguments: [String] = ["--threads", "1"],
    failing: Bool = false
  ) throws -> Program {
    let run = try Program(
      arguments, input: (cells + lines).joined(separator: "\n") + "\n",
      environment: engine.variables(wish), home: engine.home, folder: engine.home.path)
    #expect((run.status != 0) == failing, "\(run.output)\(run.error)")
    return run
  }

  static let searches = [
    ["search grid rate=0.01,0.1,1 units=2,3 epochs=3"],
    ["search random rate=0.01..3 log units=1..8 epochs=3 trials=6 folds=2 repeats=2 by=loss"],
    ["search bayes rate=0.01..3 log l2=0.0001..0.1 log epochs=2 trials=14 parallel=3"],
    ["search bayes rate=0.01..3 log sampler=gp epochs=2 trials=8 parallel=3"],
    ["search hyperband rate=0.01..3 log units=1..8 epochs=9 factor=3"],
    ["search hyperband rate=0.01..3 log units=1..8 epochs=8 factor=2 sampler=tpe by=loss"],
    ["search random rate=0.01..3 log units=1..8 epochs=6 trials=8 stop=median parallel=3"],
    ["search random rate=0.01..3 log epochs=3 trials=4 folds=3 repeats=2 nested=yes"],
    ["search hyperband rate=0.01..1e30 log epochs=4 factor=2 folds=2 nested=yes by=loss"],
    ["search random rate=0.01..3 log epochs=9 trials=6 stop=halving folds=2"],
    ["search grid rate=0.1,100000000 layers=1,0 units=2,3 activation=relu optimizer=sgd epochs=3"],
    [
      "search random rate=0.1..1000000000 log activation=relu optimizer=sgd epochs=4 trials=6 stop=median"
    ],
    [
      "let n = 3", "train epochs=n rate=(1/3)", "search random rate=0.01..3 log trials=4 epochs=n",
      "best train", "search local trials=3", "search manual rate=0.7 units=n",
    ],
  ]

  @Test("come to the same bytes as one thread, for every method", arguments: searches)
  func law(_ lines: [String]) throws {
    let shown = lines + ["show study", "best"]
    let alone = try run(shown)
    let sent = try run(
      shown.map { $0.hasPrefix("search") ? $0 + " engine=ray workers=2" : $0 })
    #expect(sent.output.replacing(" engine=ray workers=2", with: "") == alone.output)
    #expect(engine.log.contains { $0.hasPrefix("again") })
    let numbers = engine.log.filter { $0.hasPrefix("result") }
    #expect(numbers.count > 2 && engine.log.last == "end")
  }

  @Test("tell what each trial is to be: the cells above, the files that they read, this version")
  func told() throws {
    try engine.home.write(
      "x,y,class\n" + (0..<40).map { "\($0 % 7),\($0 % 5),\($0 % 2)" }.joined(separator: "\n")
        + "\n",
      to: "own.csv")
    let lines = [
      "data own.csv target=class", "split train=60% validation=40%", "network", "add dense 3 relu",
      "add dense 1 sigmoid", "plot data",
    ]
    let alone = try run(lines + ["search grid rate=0.1,0.2 epochs=2"])
    let sent = try run(lines + ["search grid rate=0.1,0.2 epochs=2 engine=ray"])
    #expect(sent.output.replacing(" engine=ray", with: "") == alone.output)
    let start = try #require(engine.log.first { $0.hasPrefix("start ") }?.dropFirst(6))
    let study = try #require(
      try JSONSerialization.jsonObject(with: Data(start.utf8)) as? [String: Any])
    #expect(study["search"] as? String == "search grid rate=0.1,0.2 epochs=2")
    let notebook = try #require(study["notebook"] as? String)
    #expect(notebook.hasPrefix("seed 0\ndata circles") && !notebook.contains("plot"))
    let file = try #require((study["files"] as? [[String: String]])?.first)
    #expect(file["path"] == "own.csv" && file["sha256"]?.count == 64)
    #expect(study["folder"] as? String == engine.home.path)
  }

  @Test(
    "end with a sentence where an engine can't go on",
    arguments: [
      ("dies", "the engine ended: a worker took the engine along"),
      ("silent", "the engine ended: the engine has had enough"),
      ("refuses", "no cluster answers at nowhere:1"),
      ("version", "the program is version 0.1, the study's is 9.9"),
    ])
  func faults(_ wish: String, _ words: String) throws {
    let line =
      "search random rate=0.01..3 log epochs=2 trials=8 study=s file=kept.journal engine=ray"
    let broken = try run([line], wish, failing: true)
    #expect(broken.output.contains(words), "\(broken.output)")
    if wish == "version" { #expect(broken.output.contains("node 10.0.0.")) }
    if wish == "refuses" { #expect(broken.output.contains("ray start --head begins one")) }
    #expect(broken.output.contains("kept.journal keeps its "))
    engine.forget()
    // The same line goes on, with any engine, and comes to what was never broken off.
    let resumed = try run([line, "show study"])
    let alone = try run([line.replacing(".journal engine=ray", with: "2.journal"), "show study"])
    #expect(
      resumed.output.replacing(" engine=ray", with: "").replacing("kept.", with: "kept2.")
        == alone.output)
  }

  @Test("go on with a study that was broken off, where its own line went or elsewhere")
  func resumed() throws {
    let line = "search random rate=0.01..3 log epochs=2 trials=8 study=s file=kept.journal"
    let later = ["load study kept.journal", "resume study", "show study"]
    _ = try run([line + " engine=ray"], "dies", failing: true)
    let file = try #require(engine.home.read("kept.journal"))
    let alone = try run(later)
    #expect(try #require(engine.home.read("kept.journal")) != file)
    try engine.home.write(file, to: "kept.journal")
    engine.forget()
    let options = " engine=ray workers=2"
    let sent = try run(later.map { $0 == "resume study" ? $0 + options : $0 })
    #expect(sent.output.replacing(options, with: "") == alone.output)
    let start = try #require(engine.log.first { $0.hasPrefix("start ") })
    #expect(!start.contains("load study") && start.contains("\"workers\": 2"), "\(start)")
    #expect(engine.log.contains { $0.hasPrefix("result") } && engine.log.last == "end")
    // One that can't go on says what the file keeps.
    try engine.home.write(file, to: "kept.journal")
    let broken = try run(
      later.prefix(1) + ["resume study engine=ray"], "refuses", failing: true)
    #expect(
      broken.output.contains("no cluster answers at nowhere:1")
        && broken.output.contains("kept.journal keeps its "), "\(broken.output)")
  }

  @Test("say which node has other data")
  func otherData() throws {
    try engine.home.write(
      "x,class\n" + (0..<40).map { "\($0 % 7),\($0 % 2)" }.joined(separator: "\n") + "\n",
      to: "own.csv")
    let lines = [
      "data own.csv target=class", "split train=60% validation=40%", "network", "add dense 3 relu",
      "add dense 1 sigmoid", "search grid rate=0.1,0.2 epochs=2 engine=ray",
    ]
    let broken = try run(lines, "data", failing: true)
    let words = broken.output.replacing("\n  ", with: " ")
    #expect(words.contains("own.csv has other bytes here (sha256 "), "\(broken.output)")
    #expect(words.contains("node 10.0.0."))
  }

  @Test("train nothing above the search that no trial needs")
  func trainingsAbove() throws {
    let lines = ["train epochs=3 rate=0.3", "search grid rate=0.1,0.2"]
    let alone = try run(lines + ["show study"])
    let sent = try run([lines[0], lines[1] + " engine=ray", "show study"])
    #expect(sent.output.replacing(" engine=ray", with: "") == alone.output)
    // A network that keeps what it has learned is trained there as here.
    let frozen = ["train epochs=3 rate=0.3", "freeze 1", "search grid rate=0.1,0.2"]
    let own = try run(frozen)
    let other = try run(frozen.dropLast() + [frozen[2] + " engine=ray"])
    #expect(other.output.replacing(" engine=ray", with: "") == own.output)
  }

  @Test("name the one command that installs what is missing")
  func missing() throws {
    for (variable, value) in [("PYTHONPATH", "/nowhere"), ("OVERFIT_PYTHON", "/nowhere/python")] {
      var variables = engine.variables()
      variables[variable] = value
      let line = "search grid rate=0.1,0.2 epochs=2 engine=ray"
      let run = try Program(
        [], input: (cells + [line]).joined(separator: "\n") + "\n", environment: variables,
        home: engine.home, folder: engine.home.path)
      #expect(run.status == 1)
      #expect(
        run.output.contains("python3 -m pip install './engines[ray]'"), "\(run.output)")
    }
  }

  @Test("are not what lies in the folder where one is: it may be a stranger's")
  func strangers() throws {
    let folder = TemporaryFolder()
    let line = "print(__name__, file=open('\(folder.path)/run', 'a'))\n"
    for name in ["runpy", "json", "queue", "subprocess", "tempfile", "ray", "overfit_engines"] {
      try folder.write(line, to: "\(name).py")
    }
    let input = (cells + ["search grid rate=0.1,0.2 epochs=2 engine=ray"]).joined(separator: "\n")
    var variables = engine.variables()
    let sent = try Program(
      [], input: input, environment: variables, home: engine.home, folder: folder.path)
    #expect(sent.status == 0 && engine.log.last == "end", "\(sent.output)\(sent.error)")
    variables["PYTHONPATH"] = "/nowhere"
    let missing = try Program(
      [], input: input, environment: variables, home: engine.home, folder: folder.path)
    #expect(missing.status == 1)
    #expect(missing.output.contains("not installed"), "\(missing.output)")
    #expect(folder.read("run") == nil)
  }

  @Test("are for the prompt: a file that is run is refused, and a replay trains by itself")
  func rights() throws {
    let line = "search grid rate=0.1,0.2 epochs=2 engine=ray"
    try engine.home.write((cells + [line]).joined(separator: "\n") + "\n", to: "s.overfit")
    let refused = try Program(
      ["run", "s.overfit"], environment: engine.variables(), home: engine.home,
      folder: engine.home.path)
    #expect(refused.status == 1)
    #expect(
      refused.output.contains("a file that is run or learned from starts no program")
        && refused.output.contains("type it at the prompt: \(line)"), "\(refused.output)")
    #expect(engine.log.isEmpty)
    _ = try run([line, "save own.md"])
    #expect(!engine.log.isEmpty)
    engine.forget()
    let replayed = try Program(
      ["replay", "own.md"], environment: engine.variables(), home: engine.home,
      folder: engine.home.path)
    #expect(replayed.status == 0, "\(replayed.output)")
    #expect(engine.log.isEmpty)
  }

  @Test("say no where options don't fit")
  func misplaced() throws {
    for (line, words) in [
      ("search grid rate=0.1,0.2 workers=3", "workers= is for engine=ray"),
      ("search grid rate=0.1,0.2 address=auto", "address= is for engine=ray"),
      ("resume engine=ray", "where trials are trained is said of a study"),
    ] {
      let run = try run([line], failing: true)
      #expect(run.output.contains(words), "\(run.output)")
    }
    let behind = try run(
      ["search grid rate=0.1,0.2", "best train", "search grid rate=0.1,0.2 engine=ray"],
      failing: true)
    #expect(
      behind.output.contains("best train stands above, which goes by a search of this session"))
    #expect(engine.log.isEmpty)
  }

  @Test("are called off by Ctrl-C, which keeps the trials that are whole and ends the engine")
  func interrupted() throws {
    let terminal = PseudoTerminal(home: engine.home, environment: engine.variables("slow"))
    try terminal.enter(cells)
    terminal.send("search random rate=0.01..3 log epochs=2 trials=9 engine=ray\r")
    try terminal.wait(for: "the third trial") { _ in
      engine.log.count { $0.hasPrefix("result") } == 3
    }
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[8]")
    #expect(engine.log.suffix(2) == ["cancel", "end"])
    let rows = try terminal.type("cells")
    #expect(rows.contains { $0.contains("trials=3 engine=ray") }, "\(rows)")
  }
}
