import Foundation
import Testing

/// Ctrl-C and the signals that end or stop the program, in each state of the prompt.
@Suite("Signals in each state", .waiting, .serialized, .timeLimit(.minutes(15)))
struct SignalStateTests {
  private let home = TemporaryFolder()

  /// Keys, and what the screen shows behind them.
  struct State: CustomTestStringConvertible {
    let testDescription: String
    let keys: String
    let shown: String

    init(_ name: String, _ keys: String, _ shown: String) {
      (testDescription, self.keys, self.shown) = (name, keys, shown)
    }
  }

  static let states = [
    State("an empty line", "", "[1]"),
    State("a line", "print größe", "[1] print größe"),
    State("a hint", "data circ", "[1] data circ"),
    State("a search", "\u{12}pri", "bck:pri"),
    State("a list of candidates", "e\t", "explain\n[1] e"),
    State("a list with help", "e\t\t", "a term: explain bias\n[1] e"),
    State("a loop", "for n in 1\r  print n", "  .   print n"),
    State("a cell from the history", "\u{1B}[A", "[1] print 5"),
    State("Escape", "let a\u{1B}", "[1] let a"),
    State("a paste whose end is missing", "\u{1B}[200~ a = 1", "[1]"),
  ]

  private func start(_ state: State) throws -> PseudoTerminal {
    try home.write("print 5\n", to: ".local/state/overfit/history")
    let terminal = PseudoTerminal(home: home)
    try terminal.wait(forLine: "[1]")
    terminal.send(state.keys)
    try terminal.wait(for: state.shown)
    return terminal
  }

  @Test("Ctrl-C brings the prompt back, and nothing of what was there", arguments: states)
  func interrupted(state: State) throws {
    let terminal = try start(state)
    let place = terminal.screen.place
    terminal.send("\u{3}")
    try terminal.wait(for: "the prompt") { $0.currentLine == "[1]" && $0.place > place }
    // Nothing stands behind the sign.
    let sign = terminal.screen.lines.last { $0.contains("^C") } ?? ""
    #expect(sign.hasSuffix("^C"), "\(sign)")
    try terminal.enter(["print 7"])
    #expect(terminal.screen.description.hasSuffix("[1] print 7\n7\n[2]"))
  }

  @Test("SIGTERM and SIGHUP end it with the terminal given back", arguments: states)
  func ended(state: State) throws {
    for signal in [SIGTERM, SIGHUP] {
      let terminal = try start(state)
      terminal.signal(signal)
      #expect(try terminal.waitForExit() == .signal(signal))
      #expect(terminal.isAsFound)
      #expect(terminal.raw.hasSuffix("\u{1B}[?2004l"))
    }
  }

  @Test("SIGTERM and SIGHUP end it while a cell runs, too", arguments: [SIGTERM, SIGHUP])
  func endedWhileRunning(signal: Int32) throws {
    let terminal = PseudoTerminal(home: home)
    try terminal.enter(Samples.slow)
    terminal.send("train yes=yes epochs=1000000\r")
    try terminal.wait(for: "/1000000")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    #expect(terminal.isAsFound)
    #expect(terminal.raw.contains("\u{1B}[?2004l"))
  }

  @Test("Ctrl-C while a cell is being edited leaves it as it was")
  func edited() throws {
    let terminal = PseudoTerminal(home: home)
    try terminal.enter(["print 1"])
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "[1] print 1")
    terminal.send("2\u{3}")
    try terminal.wait(forLine: "[2]")
    try terminal.type("cells", thenPrompt: 2)
    #expect(terminal.screen.description.hasSuffix("[2] cells\n[1] print 1\n[2]"))
  }

  @Test("Ctrl-Z stops a cell that runs, the shell gets the terminal, and it goes on")
  func stoppedWhileRunning() throws {
    try home.write("set -m\n\"$@\"\nstty -a >$HOME/stty\necho stopped\nfg\n", to: "shell")
    let terminal = PseudoTerminal(
      [home.path + "/shell", Binary.path], program: "/bin/bash", home: home)
    try terminal.enter(Samples.slow)
    terminal.send("train yes=yes epochs=1000000\r")
    try terminal.wait(for: "/1000000")
    terminal.send("\u{1A}")
    try terminal.wait(for: "the shell") { _ in terminal.raw.contains("stopped\r\n") }
    let stop = try #require(terminal.raw.range(of: "stopped\r\n"))
    #expect(terminal.raw[..<stop.lowerBound].contains("\u{1B}[?2004l"))
    #expect(home.read("stty")?.contains(" icanon") == true)
    // The shell has it go on.
    try terminal.wait(for: "the progress") { _ in
      terminal.raw[stop.upperBound...].contains("/1000000")
    }
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[\(Samples.slow.count + 2)]")
    #expect(terminal.screen.description.contains("\nstopped after "))
    #expect(terminal.raw[stop.upperBound...].contains("\u{1B}[?2004h"))
  }
}
