import Foundation
import Testing

/// `turn` as a student sees it, key by key.
@Suite("A turn", .waiting, .serialized, .timeLimit(.minutes(15)))
struct TurnViewTests {
  private let home = TemporaryFolder()

  private static let trained = FilmViewTests.trained
  private static let line = "turn l2=0.0001..0.1 log units=2,4,8 plot=boundary"
  private static let help = "left right: the value · up down: the knob · Enter keeps · Esc leaves"
  private static let right = "\u{1B}[C"
  private static let down = "\u{1B}[B"

  private func turn(
    _ line: String = line, after cells: [String] = trained, columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(
      home: home, environment: ["NO_COLOR": "1"], columns: columns, rows: rows)
    try terminal.enter(cells)
    terminal.send(line + "\r")
    return terminal
  }

  /// Waits until something was trained with these options and is seen.
  private func wait(_ terminal: PseudoTerminal, for options: String, seen: String) throws {
    try terminal.wait(for: "\(options), \(seen)") { screen in
      screen.isAlternate && screen.lines[0] == "train again \(options)"
        && screen.description.contains(seen) && screen.lines.last == Self.help && screen.isAtEnd
    }
  }

  @Test("trains at each turn, keeps what it showed at Enter, and leaves the screen as it was")
  func kept() throws {
    let terminal = try turn()
    try wait(terminal, for: "l2=0.0001 units=2", seen: "seen 1 of 12")
    #expect(terminal.screen.lines[1] == "> l2     [0.0001] 0.001 0.01 0.1")
    #expect(terminal.screen.lines[2] == "  units  [2] 4 8")
    terminal.send(Self.right)
    try wait(terminal, for: "l2=0.001 units=2", seen: "seen 2 of 12")
    terminal.send(Self.down + Self.right)
    try wait(terminal, for: "l2=0.001 units=4", seen: "seen 3 of 12")
    #expect(terminal.screen.lines[2] == "> units  2 [4] 8")
    let figures = terminal.screen.lines[3]
    terminal.send("\u{1B}[D")
    try wait(terminal, for: "l2=0.001 units=2", seen: "seen 3 of 12")
    terminal.send(Self.right)
    try wait(terminal, for: "l2=0.001 units=4", seen: "seen 3 of 12")
    #expect(terminal.screen.lines[3] == figures)
    terminal.send("\r")
    try terminal.wait(forLine: "[7]")
    #expect(!terminal.screen.isAlternate)
    let kept = "[6] train again l2=0.001 units=4"
    #expect(terminal.screen.lines.contains(kept))
    #expect(try terminal.type("cells").last == kept)
    let rows = try terminal.type("evaluate train")
    let row = rows.first { $0.hasPrefix("training ") }
    let words = row?.split(separator: " ").map(String.init) ?? []
    #expect(words.count == 5)
    #expect(figures == "training error \(words.last ?? ""), loss \(words[2])")
  }

  @Test("leaves all as it was at Esc and at Ctrl-C", arguments: ["\u{1B}", "q", "\u{3}", "\u{4}"])
  func left(key: String) throws {
    let terminal = try turn()
    try wait(terminal, for: "l2=0.0001 units=2", seen: "seen 1 of 12")
    terminal.send(Self.right)
    terminal.send(key)
    try terminal.wait(forLine: "[6]")
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.description.hasSuffix("[6] \(Self.line)\n[6]"))
    #expect(try terminal.type("cells").count == Self.trained.count)
    terminal.send("quit\rquit\r")
    _ = try terminal.waitForExit()
    #expect(terminal.isAsFound)
  }

  @Test("says that it is at work, and passes over what a key does not wait for")
  func passedOver() throws {
    let long = Array(Self.trained.dropLast()) + ["train epochs=1 rate=0.5"]
    let terminal = try turn(
      "turn epochs=500000,2,3 plot=loss", after: long)
    try terminal.wait(for: "at work: epoch")
    #expect(terminal.screen.description.contains("a key passes it over"))
    terminal.send(Self.right)
    try wait(terminal, for: "epochs=2", seen: "seen 1 of 3")
    terminal.send("\u{1B}[D")
    try terminal.wait(for: "at work: epoch")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[6]")
    #expect(try terminal.type("print 4") == ["4"])
  }

  @Test("draws twenty settings in a row, each of them whole")
  func twenty() throws {
    let terminal = try turn("turn rate=0.1..2 by 0.1")
    for place in 1...20 {
      let rate = place % 10 == 0 ? "\(place / 10)" : "\(place / 10).\(place % 10)"
      try wait(terminal, for: "rate=\(rate)", seen: "seen \(place) of 20")
      #expect(terminal.screen.description.contains("[\(rate)]"))
      terminal.send(Self.right)
    }
  }

  @Test("fits the screen", arguments: ["ascii", "blocks", "braille"], [(80, 24), (140, 50)])
  func sizes(pictures: String, size: (Int, Int)) throws {
    try home.write("set pictures \(pictures)\n", to: ".config/overfit/init.overfit")
    let terminal = try turn(columns: size.0, rows: size.1)
    try wait(terminal, for: "l2=0.0001 units=2", seen: "seen 1 of 12")
    #expect(terminal.screen.description.contains("points on the wrong side"))
  }

  @Test("says what can't be trained, which is not kept")
  func diverged() throws {
    let terminal = try turn(
      "turn rate=1000000000000,0.1",
      after: ["data houses houses=30", "network", "add dense 1", "train epochs=3 rate=0.000000001"])
    try terminal.wait(for: "what went wrong") {
      $0.lines.last == Self.help && $0.description.contains("diverged")
    }
    terminal.send("\r" + Self.right)
    try wait(terminal, for: "rate=0.1", seen: "seen 2 of 2")
    terminal.send("\u{1B}")
    try terminal.wait(forLine: "[5]")
  }
}
