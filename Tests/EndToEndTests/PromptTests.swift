import Foundation
import LocalServer
import Testing

@Suite("Prompt", .serialized, .timeLimit(.minutes(2)))
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
    try terminal.wait(for: "    ^^^^^ unknown command \"trane\"")
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

  @Test("stops a training at Ctrl-C and keeps the session")
  func interrupt() throws {
    let terminal = try start()
    terminal.send("train epochs=1000000\r")
    try terminal.wait(for: "/1000000")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.description.contains("stopped after epoch"))
  }

  @Test("leaves with 130 at the second Ctrl-C, and gives the terminal back")
  func secondInterrupt() throws {
    let terminal = try start()
    terminal.send("hang\r")
    try terminal.wait(for: "presses 0")
    terminal.send("\u{3}")
    // Seen by the program: two signals that come at once are one.
    try terminal.wait(for: "presses 1")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .status(130))
    #expect(terminal.isAsFound)
  }

  @Test("stops a download at Ctrl-C and goes on with it later")
  func download() throws {
    let server = LocalServer(["/file": .silent(Array("abc".utf8), after: 1)])
    defer { server.stop() }
    let terminal = try start()
    // sha256sum of "abc", from FIPS 180-4.
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    terminal.send("fetch \(server.url("/file")) \(home.path)/file \(digest)\r")
    try terminal.wait(for: "the first byte") { $0.currentLine.contains("MB") }
    terminal.send("\u{3}")
    try terminal.wait(for: "stopped after 1 bytes of file")
    #expect(home.read("file") == nil)
    #expect(home.read("file.part") == "a")

    let other = LocalServer(["/file": .bytes(Array("abc".utf8))])
    defer { other.stop() }
    terminal.send("fetch \(other.url("/file")) \(home.path)/file \(digest)\r")
    try terminal.wait(for: "fetched")
    #expect(other.ranges == ["bytes=1-"])
    #expect(home.read("file") == "abc")
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

  @Test("shows the progress of a long command and wipes it away")
  func progress() throws {
    let terminal = try start()
    terminal.send("train epochs=1000\r")
    try terminal.wait(for: "a bar") { $0.description.contains("░") }
    #expect(terminal.screen.currentLine.contains("loss"))
    try terminal.wait(forLine: "[2]")
    #expect(!terminal.screen.description.contains("░"))
    #expect(terminal.screen.description.contains("epoch 1000/1000"))
  }

  @Test("keeps the progress on one row of a narrow terminal")
  func narrowProgress() throws {
    let terminal = try start(columns: 24)
    terminal.send("train epochs=2000\r")
    try terminal.wait(for: "/2000")
    let row = terminal.screen.row
    #expect(terminal.screen.currentLine.hasPrefix("epoch "))
    #expect(terminal.screen.lines[row - 1] == "[1] train epochs=2000")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.row == row + 1)
  }

  @Test("stays silent about a command that is done at once")
  func noProgress() throws {
    let terminal = try start()
    terminal.send("train epochs=20\r")
    try terminal.wait(forLine: "[2]")
    #expect(!terminal.raw.contains("░"))
  }

  @Test("takes letters beyond ASCII, and takes them back whole", arguments: ["C.UTF-8", "C"])
  func letters(locale: String) throws {
    let terminal = try start(environment: ["LANG": locale])
    terminal.send("print größe→x")
    try terminal.wait(forLine: "[1] print größe→x")
    terminal.send("\u{7F}\u{7F}\u{7F}!")
    try terminal.wait(forLine: "[1] print größ!")
    terminal.send("\r")
    try terminal.wait(for: "\ngröß!")
  }

  @Test("opens a cell for editing")
  func edit() throws {
    let terminal = try start()
    terminal.send("print one\r")
    try terminal.wait(forLine: "[2]")
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "[2] print one")
    terminal.send("\u{7F}\u{7F}\u{7F}two\r")
    try terminal.wait(for: "\ntwo")
  }

  @Test("opens a cell of several lines for editing")
  func editLoop() throws {
    let terminal = try start()
    terminal.send("for a in 1\rprint a\rend\r")
    try terminal.wait(forLine: "[2]")
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "end")
    terminal.send("\r")
    try terminal.wait(forLine: "[3]")
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
    terminal.send("\u{15}page\r")
    try terminal.wait(for: "50 blocks color")
  }

  @Test("goes on after it was stopped, and after a Ctrl-Z that could not stop it")
  func suspend() throws {
    let terminal = try start()
    terminal.send("print a")
    try terminal.wait(forLine: "[1] print a")
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    terminal.send("b")
    try terminal.wait(forLine: "[1] print ab")
    // Here no shell is there to wake it up again, so that the system does not let it sleep.
    terminal.send("\u{1A}")
    try terminal.wait(for: "\n[1] print ab\n")
    terminal.send("c\r")
    try terminal.wait(for: "\nabc")
  }

  @Test("heeds vi keys in the user's .editrc")
  func viKeys() throws {
    try home.write("bind -v\n", to: ".editrc")
    let terminal = try start()
    terminal.send("prnt x")
    try terminal.wait(forLine: "[1] prnt x")
    terminal.send("\u{1B}02lii\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.lines.contains("x"))
    terminal.send("ev\t")
    try terminal.wait(forLine: "[2] evaluate")
  }
}
