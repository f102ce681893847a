import Testing

@Suite("Completion", .waiting, .serialized, .timeLimit(.minutes(15)))
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

  @Test("lists at the second Tab what each candidate means, cut to the width")
  func help() throws {
    let terminal = try start(columns: 60)
    terminal.send("e\t")
    try terminal.wait(for: "edit      ensemble  evaluate  explain")
    terminal.send("\t")
    try terminal.wait(for: "\nedit      opens cell N to change it; the cells after it ar…\n")
    try terminal.wait(forLine: "[1] e")
    #expect(terminal.screen.description.contains("\nexplain   explains a term: explain bias\n"))
    #expect(terminal.screen.lines.allSatisfy { $0.count < 60 })
  }

  @Test("shows as many as the screen has rows, and how many more there are")
  func manyOnSmallScreen() throws {
    let terminal = PseudoTerminal(home: home, columns: 60, rows: 10)
    try terminal.wait(forLine: "[1]")
    terminal.send("\t")
    try terminal.wait(for: "distance")
    terminal.send("\t")
    try terminal.wait(for: " more\n[1]")
    #expect(terminal.screen.lines[1].hasPrefix("add "))
    let narrow = PseudoTerminal(home: home, columns: 20, rows: 5)
    try narrow.wait(forLine: "[1]")
    narrow.send("e\t\t")
    try narrow.wait(for: "explain\n[1] e")
  }

  @Test("offers no option twice, in a command and in a call")
  func given() throws {
    let terminal = try start()
    terminal.send("train epochs=5 ep\t")
    try terminal.wait(forLine: "[1] train epochs=5 epsilon=")
    terminal.send("\u{15}train stop=early(patience=3, pa\t!")
    try terminal.wait(forLine: "[1] train stop=early(patience=3, pa!")
  }

  @Test("finishes names of several words, and what is in hand")
  func names() throws {
    let terminal = try start()
    try terminal.enter(["data blobs points=60", "network small", "add dense 4 tanh"])
    for (typed, line) in [
      ("plot learning cu\t", "plot learning curve"),
      ("explain learning r\t", "explain learning rate"),
      ("use s\t", "use small"), ("plot histogram x\t", "plot histogram x"),
      ("remove \t", "remove 1"), ("help train opt\t", "help train optimizer"),
    ] {
      terminal.send("\u{15}" + typed)
      try terminal.wait(forLine: "[4] \(line)")
    }
    terminal.send("\u{15}delete \t\t")
    try terminal.wait(for: "\n2  network small\n")
  }

  @Test("hints in grey at what usually follows, which right, Ctrl-E or End make text")
  func hint() throws {
    let terminal = try start()
    terminal.send("data circ")
    try terminal.wait(for: "the hint") { $0.hint == "les points=400 noise=0.15" }
    #expect(terminal.raw.hasSuffix("\u{1B}[90mles points=400 noise=0.15\u{1B}[39m\r\u{1B}[13C"))
    for key in ["\u{1B}[C", "\u{5}", "\u{1B}[F", "\u{1B}OF"] {
      terminal.send("\u{15}data moo")
      try terminal.wait(forLine: "[1] data moo")
      terminal.send("\u{15}data")
      try terminal.wait(for: "the hint") { $0.hint == " circles points=400 noise=0.15" }
      terminal.send(key)
      try terminal.wait(forLine: "[1] data circles points=400 noise=0.15")
    }
  }

  @Test(
    "makes a hint text by no other key",
    arguments: [
      "x", " ", "\t", "\u{1B}[D", "\u{1}", "\u{6}", "\u{B}", "\u{7F}", "\u{1B}f", "\u{1B}[A",
      "\u{1B}[B",
      "\u{10}", "\u{C}", "\u{1B}[200~x\u{1B}[201~", "\u{0}", "\u{1B}[3~", "\u{14}", "\u{19}",
    ])
  func otherKeys(key: String) throws {
    let terminal = try start()
    terminal.send("seed")
    try terminal.wait(for: "the hint") { !$0.hint.isEmpty }
    terminal.send(key)
    terminal.send("\u{1}zz\r")
    try terminal.wait(forLine: "[1]")
    let first = try #require(terminal.screen.lines.first { $0.hasPrefix("[1] zz") })
    #expect(
      ["seed", "seedx", "seed ", "see", "sede"].contains(String(first.dropFirst(6))), "\(first)")
    #expect(!terminal.screen.description.contains("\u{1B}"))
  }

  @Test("leaves no hint on the screen, and shows none where it could not be told from text")
  func noHint() throws {
    let terminal = try start()
    terminal.send("data")
    try terminal.wait(for: "the hint") { !$0.hint.isEmpty }
    terminal.send("\u{3}")
    try terminal.wait(for: "[1] data^C\n[1]")
    #expect(terminal.screen.hint.isEmpty)
    for environment in [
      ["NO_COLOR": "1"], ["TERM": "vt100"], ["TERM": "xterm-mono"], ["TERM": "linux"],
      ["TERM": "ansi"], ["TERM": "no-such-terminal"],
    ] {
      let plain = PseudoTerminal(home: home, environment: environment)
      try plain.wait(forLine: "[1]")
      plain.send("data circ\u{1}\u{5}")
      try plain.wait(forLine: "[1] data circ")
      #expect(!plain.raw.contains("\u{1B}[90m"), "\(environment)")
    }
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
