import Foundation
import Testing

/// `train … watch=`: what is on the screen while a training runs.
@Suite("A training that is watched", .waiting, .serialized, .timeLimit(.minutes(15)))
struct WatchTests {
  private let home = TemporaryFolder()

  @Test(
    "is drawn over itself until it ends or is stopped, and kept without the option",
    arguments: ["boundary", "loss", "weights", "activations"])
  func watched(picture: String) throws {
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"])
    try terminal.enter(FilmViewTests.trained)
    terminal.send("train epochs=1000000 watch=\(picture) batch=all\r")
    try terminal.wait(for: "a picture") { $0.isAlternate && $0.lines[0].hasPrefix("epoch ") }
    let first = terminal.screen.lines[0]
    try terminal.wait(for: "another one") { $0.isAlternate && $0.lines[0] != first }
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[7]")
    #expect(!terminal.screen.isAlternate)
    let cell = try #require(terminal.type("cells").last)
    #expect(cell.hasPrefix("[6] train epochs=1000000 batch=all steps="))
  }

  @Test("shows nothing of one that is soon over, nor in a pipe, where the option is read")
  func unseen() throws {
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"])
    try terminal.enter(FilmViewTests.trained + ["train epochs=2 watch=boundary"])
    #expect(!terminal.raw.contains("\u{1B}[?1049h"))
    #expect(try terminal.type("cells").last == "[6] train epochs=2")
    let cells = FilmViewTests.trained.joined(separator: "\n")
    let watched = try Program([], input: "\(cells) watch=boundary\nevaluate train\n")
    let plain = try Program([], input: "\(cells)\nevaluate train\n")
    #expect(
      watched.output == plain.output.replacing("rate=0.5\n", with: "rate=0.5 watch=boundary\n"))
  }

  @Test("gives the terminal back where a signal ends it")
  func ended() throws {
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"])
    try terminal.enter(FilmViewTests.trained)
    terminal.send("train epochs=1000000 watch=boundary\r")
    try terminal.wait(for: "a picture") { $0.isAlternate }
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .signal(SIGTERM))
    #expect(terminal.isAsFound)
    #expect(!terminal.screen.isAlternate)
  }
}
