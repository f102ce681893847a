import Foundation
import Testing

@Suite("Prompt", .waiting, .serialized, .timeLimit(.minutes(15)))
struct PromptTests {
  private let home = TemporaryFolder()

  private func start(
    _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(
      arguments, home: home, environment: environment, columns: columns)
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  @Test("greets, runs a cell and numbers the next")
  func cell() throws {
    let terminal = try start(["--seed", "3"])
    #expect(terminal.screen.lines[0] == "Overfit 0.1 · seed 3 · help, lessons, quit")
    terminal.send("data circles points=400\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.description.contains("circles · 400 points · 2 features"))
  }

  @Test("puts the caret under the word at fault")
  func caret() throws {
    let terminal = try start()
    terminal.send("trane epochs=5\r")
    try terminal.wait(for: "\n    ^^^^^ unknown command \"trane\"\n    did you mean: train")
    try terminal.wait(forLine: "[1]")
  }

  @Test("leaves with quit, and gives the terminal back")
  func quit() throws {
    let terminal = try start()
    #expect(!terminal.isAsFound)
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.isAsFound)
  }

  @Test("leaves with Ctrl-D on an empty line, and not on another")
  func controlD() throws {
    let terminal = try start()
    terminal.send("pri\u{4}nt")
    try terminal.wait(forLine: "[1] print")
    terminal.send("\u{15}")
    try terminal.wait(forLine: "[1]")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.isAsFound)
  }

  @Test("forgets the line at Ctrl-C and goes on")
  func controlC() throws {
    let terminal = try start()
    terminal.send("trane epo")
    try terminal.wait(forLine: "[1] trane epo")
    terminal.send("\u{3}")
    try terminal.wait(for: "[1] trane epo^C")
    try terminal.wait(forLine: "[1]")
    terminal.send("print 1\r")
    try terminal.wait(forLine: "[2]")
  }

  @Test("waits for the end of a loop, and Ctrl-C forgets all of it")
  func loop() throws {
    let terminal = try start()
    terminal.send("for width in 1, 2\r")
    try terminal.wait(forLine: "  .")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[1]")
    terminal.send("for width in 1, 2\r")
    try terminal.wait(forLine: "  .")
    terminal.send("\tprint width\r")
    try terminal.wait(for: "  .   print width")
    terminal.send("end\r")
    try terminal.wait(forLine: "[2]")
  }

  @Test("keeps what an interrupted training has learned, as a cell that replays")
  func interrupt() throws {
    let terminal = PseudoTerminal(home: home)
    try terminal.enter(Samples.slow)
    terminal.send("train yes=yes epochs=1000000\r")
    try terminal.wait(for: "/1000000")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[7]")
    let said = try #require(
      terminal.screen.lines.first { $0.hasPrefix("stopped after ") && $0.hasSuffix(" steps") })
    let steps = said.filter(\.isNumber)
    try terminal.type("save \(home.path)/stopped.md", thenPrompt: 7)
    let saved = try #require(home.read("stopped.md"))
    #expect(saved.contains("> train yes=yes epochs=1000000 steps=\(steps)\n"))
    #expect(saved.contains("\n\(said)\n"))

    let replay = try Program(["replay", home.path + "/stopped.md", "--threads", "1"], home: home)
    #expect(replay.output == "\(home.path)/stopped.md: equal\n")
    #expect(replay.status == 0)
  }

  @Test("stands there again after Ctrl-C, once or twice", arguments: [1, 2])
  func interrupts(presses: Int) throws {
    let terminal = try start()
    terminal.send("data digits images=60000\r")
    try terminal.wait(forLine: "")
    terminal.send(String(repeating: "\u{3}", count: presses))
    try terminal.wait(forLine: "[1]")
    #expect(terminal.screen.description.contains("\ninterrupted: the notebook is as it was"))
    try terminal.type("print 1", thenPrompt: 2)
  }

  @Test(
    "dies of SIGTERM, SIGHUP and SIGQUIT with the terminal given back",
    arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func killed(signal: Int32) throws {
    let terminal = try start()
    terminal.send("tra")
    try terminal.wait(forLine: "[1] tra")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    #expect(terminal.isAsFound)
  }

  @Test("takes Ctrl-\\ for a key that says nothing where it waits; a command ends by it")
  func quitKey() throws {
    let terminal = try start()
    terminal.send("tra\u{1C}\u{1C}")
    try terminal.wait(forLine: "[1] tra")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[1]")
    terminal.send("help train all\r")
    try terminal.wait(for: "a page") { $0.currentLine.hasPrefix("-- more") }
    terminal.send("\u{1C}")
    usleep(100_000)
    terminal.send("q")
    try terminal.wait(forLine: "[1]")
    terminal.send("data digits images=60000\r")
    try terminal.wait(forLine: "")
    terminal.send("\u{1C}")
    #expect(try terminal.waitForExit() == .signal(SIGQUIT))
    #expect(terminal.isAsFound)
  }

  @Test(
    "gives the terminal back at once where it crashes, and waits for nothing",
    arguments: [SIGSEGV, SIGILL, SIGABRT, SIGTRAP, SIGBUS, SIGFPE])
  func crashed(signal: Int32) throws {
    let terminal = try start()
    terminal.send("tra")
    try terminal.wait(forLine: "[1] tra")
    let start = Date()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    // The report of the language's own would wait half a minute for a key.
    #expect(Date().timeIntervalSince(start) < 15)
    #expect(terminal.isAsFound)
  }

  @Test("shows the progress of a long command and wipes it away")
  func progress() throws {
    let terminal = PseudoTerminal(home: home, columns: 100)
    try terminal.enter(Samples.slow)
    terminal.send("train yes=yes epochs=100000\r")
    try terminal.wait(for: "a bar") { $0.description.contains("░") }
    #expect(terminal.screen.currentLine.contains("loss"))
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[7]")
    #expect(!terminal.screen.description.contains("░"))
    #expect(!terminal.screen.description.contains("left"))
    #expect(terminal.screen.description.contains("\nstopped after "))
  }

  @Test("keeps the progress on one row of a narrow terminal")
  func narrowProgress() throws {
    let terminal = PseudoTerminal(home: home, columns: 24)
    try terminal.enter(Samples.slow)
    terminal.send("train epochs=300\r")
    try terminal.wait(for: "progress") { $0.currentLine.contains("/300") }
    #expect(terminal.screen.currentLine.hasPrefix("epoch "))
    #expect(terminal.screen.lines[terminal.screen.row - 1] == "[6] train epochs=300")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[7]")
    #expect(!terminal.screen.description.contains("left"))
  }

  @Test("stays silent about a command that is done at once")
  func noProgress() throws {
    let terminal = PseudoTerminal(home: home)
    try terminal.enter(Samples.quick)
    #expect(!terminal.raw.contains("░"))
  }

  @Test("takes letters beyond ASCII, and takes them back whole", arguments: ["C.UTF-8", "C"])
  func letters(locale: String) throws {
    let terminal = try start(environment: ["LANG": locale])
    terminal.send("print größe→x")
    try terminal.wait(forLine: "[1] print größe→x")
    terminal.send("\u{7F}\u{7F}\u{7F}!")
    try terminal.wait(forLine: "[1] print größ!")
    terminal.send("\u{15}print \"größe\"\r")
    try terminal.wait(for: "\ngröße\n")
  }

  @Test("draws a long line anew when the terminal becomes narrower or wider")
  func resize() throws {
    let terminal = try start(columns: 60)
    terminal.send("print abcdefghijklmnopqrstuvwxyz")
    try terminal.wait(for: "vwxyz")
    terminal.resize(columns: 20)
    try terminal.wait(for: "vwxyz")
    terminal.send("!")
    try terminal.wait(for: "z!")
    terminal.resize(columns: 50)
    try terminal.wait(for: "one row") {
      $0.currentLine == "[1] print abcdefghijklmnopqrstuvwxyz!"
    }
    terminal.send("\u{15}print \"\(String(repeating: "a ", count: 40))\"\r")
    try terminal.wait(for: "\n" + String(repeating: "a ", count: 24) + "a\n")
  }

  @Test("goes on after it was stopped, and after a Ctrl-Z that could not stop it")
  func suspend() throws {
    let terminal = try start()
    terminal.send("print 1")
    try terminal.wait(forLine: "[1] print 1")
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.send("2")
    try terminal.wait(forLine: "[1] print 12")
    // Here no shell is there to wake it up again, so that the system does not let it sleep.
    terminal.send("\u{1A}")
    try terminal.wait(for: "\n[1] print 12\n")
    terminal.send("3\r")
    try terminal.wait(for: "\n123\n")
  }

  @Test("heeds vi keys in the user's .editrc")
  func viKeys() throws {
    try home.write("bind -v\n", to: ".editrc")
    let terminal = try start()
    terminal.send("prnt 7")
    try terminal.wait(forLine: "[1] prnt 7")
    terminal.send("\u{1B}02lii\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.lines.contains("7"))
    terminal.send("eva\t")
    try terminal.wait(forLine: "[2] evaluate")
  }
}
