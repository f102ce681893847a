import Testing

/// Comparisons, repeats and studies at a terminal: what is said before and while they train, and
/// what Ctrl-C leaves.
@Suite("Studies", .waiting, .serialized, .timeLimit(.minutes(15)))
struct StudyTests {
  private let home = TemporaryFolder()

  /// Commands that train very many networks.
  static let studies = [
    "compare l2=0,0.1,0.2,0.3 seeds=100 yes=yes", "train epochs=20000 restarts=100 yes=yes",
    "plot bias variance over=l2 values=0,0.1 repeats=200 yes=yes",
    "plot learning curve values=10,20 repeats=200 yes=yes",
    "plot validation curve over=l2 values=0,0.1 repeats=200 yes=yes",
    "plot validation curve over=l2 values=0..1 by 0.1 folds=10 yes=yes",
  ]

  private func start() throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: home)
    try terminal.enter([
      "data circles points=60", "split train=50% validation=50%", "network", "add dense 4 tanh",
      "add dense 1 sigmoid",
    ])
    terminal.send("train epochs=20000\r")
    try terminal.wait(forLine: "[7]")
    return terminal
  }

  @Test("say how many networks there are to train, and how long it takes, before they begin")
  func announcement() throws {
    let terminal = try start()
    terminal.send("compare l2=0,0.1,0.2,0.3 seeds=100 yes=yes\r")
    try terminal.wait(for: "the number of networks") { $0.description.contains("networks") }
    #expect(terminal.raw.contains(/400 networks to train, 8000000 epochs, about [0-9]+ (s|min)/))
    try terminal.wait(for: "the time left") { $0.description.contains("left") }
    #expect(terminal.screen.currentLine.hasPrefix("networks "))
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[7]")
  }

  @Test("are told on one line, and Ctrl-C leaves the notebook as it was", arguments: studies)
  func interrupt(_ study: String) throws {
    let terminal = try start()
    try terminal.type("print loss()", thenPrompt: 8)
    let loss = try #require(terminal.screen.lines.last { $0.first?.isNumber == true })
    let row = terminal.screen.row
    terminal.send("\(study)\r")
    try terminal.wait(for: "the time left") { $0.currentLine.contains("left") }
    #expect(terminal.screen.row == row + 1)
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[8]")
    #expect(!terminal.screen.description.contains("left"))
    #expect(terminal.screen.description.contains("\ninterrupted: the notebook is as it was"))
    try terminal.type("print loss()", thenPrompt: 9)
    #expect(terminal.screen.lines.filter { $0 == loss }.count == 2)
    try terminal.type("plot runs 2", thenPrompt: 9)
    #expect(terminal.screen.description.contains("the run must be a whole number from 1 to 1"))
  }

  @Test("of which Ctrl-C keeps the whole trials say at the terminal how many, and what goes on")
  func interruptedSearch() throws {
    let terminal = try start()
    let line = "search bayes rate=0.001..1 log trials=60 epochs=20000 file=\(home.path)/a.journal"
    terminal.send("\(line)\r")
    try terminal.wait(for: "a whole trial") { _ in
      home.read("a.journal")?.contains("\"op_code\":6") == true
    }
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[8]")
    let said = terminal.screen.description.replacing("\n", with: " ")
    #expect(
      said.contains(
        /interrupted: the cell keeps \d+ of 60 trials, as trials=\d+; the same line goes on with them/
      ),
      "\(said)")
    terminal.send("resume study\r")
    try terminal.wait(forLine: "[9]")
    #expect(terminal.screen.description.contains("nothing was left of it"))
    try terminal.type("save \(home.path)/mine.md", thenPrompt: 9)
    let saved = try #require(home.read("mine.md"))
    #expect(saved.contains(" trials="))
    #expect(!saved.contains("interrupted"))
    #expect(!saved.contains("nothing was left"))
  }

  @Test("leave no word of time in what is printed or saved")
  func transcript() throws {
    let terminal = try start()
    try terminal.type("compare l2=0,0.1 seeds=2", thenPrompt: 8)
    try terminal.type("save \(home.path)/study.md", thenPrompt: 8)
    let saved = try #require(home.read("study.md"))
    #expect(saved.contains("> compare l2=0,0.1 seeds=2") && saved.contains("variant"))
    #expect(!saved.contains("to train,") && !saved.contains("about") && !saved.contains(" left"))
  }
}
