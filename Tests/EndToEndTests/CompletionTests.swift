import Testing

@Suite("Completion", .serialized, .timeLimit(.minutes(15)))
struct CompletionTests {
  private let home = TemporaryFolder()

  private func start(columns: Int = 80) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: home, columns: columns)
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  @Test("finishes a word that can only be one")
  func single() throws {
    let terminal = try start()
    terminal.send("trai\t")
    try terminal.wait(forLine: "[1] train")
    terminal.send("x")
    try terminal.wait(forLine: "[1] train x")
  }

  @Test("lists the candidates when there are several, and leaves the line as it is")
  func several() throws {
    let terminal = try start()
    terminal.send("e\t")
    try terminal.wait(for: "evaluate")
    try terminal.wait(forLine: "[1] e")
    #expect(terminal.screen.description.contains("edit      ensemble  evaluate  explain"))
    terminal.send("v\t")
    try terminal.wait(forLine: "[1] evaluate")
  }

  @Test("lists under a line that is longer than the terminal is wide")
  func longLine() throws {
    let terminal = try start(columns: 20)
    terminal.send("print 1234567890123456789012345 e\u{1}\u{5}\t")
    try terminal.wait(for: "error(")
    try terminal.wait(for: "the line again") { screen in
      screen.description.components("print 1234567890").count == 3
    }
  }

  @Test("knows the options of a command, their choices, and what is bound")
  func arguments() throws {
    let terminal = try start()
    try terminal.enter(["let ratio = 3"])
    terminal.send("train opt\trm\tba\t")
    try terminal.wait(forLine: "[2] train optimizer=rmsprop batch=")
    terminal.send("\u{15}print rati\t")
    try terminal.wait(forLine: "[2] print ratio")
  }

  @Test("does nothing where nothing fits")
  func none() throws {
    let terminal = try start()
    terminal.send("zzz\t!")
    try terminal.wait(forLine: "[1] zzz!")
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
