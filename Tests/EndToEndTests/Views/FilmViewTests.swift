import Foundation
import Testing

/// `film` as a student sees it, key by key.
@Suite("A film", .waiting, .serialized, .timeLimit(.minutes(15)))
struct FilmViewTests {
  private let home = TemporaryFolder()

  static let trained = [
    "data circles points=80", "network", "add dense 4 tanh", "add dense 1 sigmoid",
    "train epochs=20 rate=0.5",
  ]
  private static let help = "left right: epochs · space plays · Home End · Esc leaves"

  private func film(
    _ line: String = "film boundary", environment: [String: String] = ["NO_COLOR": "1"],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(
      home: home, environment: environment, columns: columns, rows: rows)
    try terminal.enter(Self.trained)
    terminal.send(line + "\r")
    try terminal.wait(for: "the first picture") {
      $0.isAlternate && $0.lines[0] == "epoch 0/20 · before the training"
    }
    return terminal
  }

  private func shows(_ epoch: Int) -> (Screen) -> Bool {
    { $0.lines[0].hasPrefix("epoch \(epoch)/20 ·") && $0.lines.last == Self.help && $0.isAtEnd }
  }

  @Test("shows the epochs by keys, plays, and leaves the screen as it was")
  func keys() throws {
    let terminal = try film()
    let steps: [(keys: String, epoch: Int)] = [
      ("\u{1B}[C", 1), ("\u{1B}OC", 2), ("l", 3), ("\u{1B}[D", 2), ("\u{1B}[6~", 12),
      ("\u{1B}[C\u{1B}[C\u{1B}[C", 15), ("\u{1B}[F", 20), ("\u{1B}[H", 0), ("\u{1B}[D", 0),
    ]
    for step in steps {
      terminal.send(step.keys)
      try terminal.wait(for: "epoch \(step.epoch)", until: shows(step.epoch))
    }
    terminal.send(" ")
    try terminal.wait(for: "the end", until: shows(20))
    terminal.send("\u{1B}")
    try terminal.wait(forLine: "[6]")
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.description.hasSuffix("[6] film boundary\n[6]"))
    #expect(try terminal.type("cells").count == Self.trained.count)
  }

  @Test("is what plot draws of that epoch")
  func pictures() throws {
    let terminal = try film()
    terminal.send("\u{1B}[C\u{1B}[C\u{1B}[C")
    try terminal.wait(for: "epoch 3", until: shows(3))
    let seen = terminal.screen.lines.dropFirst().dropLast(2)
    let plotted = try Program(
      [],
      input: (Self.trained.dropLast() + ["train epochs=3 rate=0.5", "plot boundary"])
        .joined(separator: "\n") + "\n")
    let points = seen.filter { $0.contains("points on the wrong side") }
    #expect(points.count == 1)
    for line in points {
      #expect(plotted.output.contains("\n\(line.prefix { $0 != "·" })"))
    }
  }

  @Test(
    "fits the screen, whatever pictures are made of",
    arguments: ["ascii", "blocks", "braille"], [(80, 24), (140, 50)])
  func sizes(pictures: String, size: (Int, Int)) throws {
    try home.write("set pictures \(pictures)\n", to: ".config/overfit/init.overfit")
    let terminal = try film(columns: size.0, rows: size.1)
    for epoch in 1...3 {
      terminal.send("\u{1B}[C")
      try terminal.wait(for: "epoch \(epoch)", until: shows(epoch))
      #expect(terminal.screen.description.contains("points on the wrong side"))
    }
  }

  @Test("goes on after the screen has another size")
  func resized() throws {
    let terminal = try film()
    terminal.resize(columns: 60)
    terminal.send("\u{1B}[C")
    try terminal.wait(for: "epoch 1") { screen in
      screen.lines[0].hasPrefix("epoch 1/20") && screen.lines[23].hasPrefix("left right")
    }
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 60 })
    terminal.resize(columns: 40)
    terminal.send("\u{1B}[C")
    try terminal.wait(for: "how it is left") {
      $0.lines[23] == "space plays · Home End · Esc leaves"
    }
    terminal.send("q")
    try terminal.wait(forLine: "[6]")
  }

  @Test("gives the screen back while it is stopped, and goes on where it was")
  func stopped() throws {
    let terminal = try film()
    terminal.send("\u{1B}[C")
    try terminal.wait(for: "epoch 1", until: shows(1))
    terminal.signal(SIGTSTP)
    try terminal.wait(for: "the screen of the notebook") { !$0.isAlternate }
    terminal.signal(SIGCONT)
    try terminal.wait(for: "epoch 1") { $0.isAlternate && shows(1)($0) }
    terminal.send("\u{1B}[C")
    try terminal.wait(for: "epoch 2", until: shows(2))
    terminal.send("q")
    try terminal.wait(forLine: "[6]")
  }

  @Test(
    "ends at Ctrl-C, and at a signal with the terminal as it was", arguments: [SIGTERM, SIGHUP])
  func ended(signal: Int32) throws {
    let terminal = try film()
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[6]")
    #expect(try terminal.type("print 4") == ["4"])
    terminal.send("film weights\r")
    try terminal.wait(for: "the view") { $0.isAlternate && $0.lines[23] == Self.help }
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    #expect(terminal.isAsFound)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.raw.contains("\u{1B}[?25h\u{1B}[?1049l"))
  }

  @Test("is shown in a walk through a lesson, which is where it was")
  func lesson() throws {
    let terminal = PseudoTerminal(
      ["learn", "01-circles"], home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait(for: "a cell") { $0.currentLine.hasPrefix("[1] ") }
    let number = 1
    terminal.send("\u{15}data circles points=40\r")
    try terminal.wait(for: "its answer") { $0.description.contains("40 points") }
    for line in FilmViewTests.trained.dropFirst() {
      let place = terminal.screen.place
      try terminal.wait(for: "a prompt") { $0.currentLine.hasPrefix("[") }
      terminal.send("\u{15}\(line)\r")
      try terminal.wait(for: "an answer to \(line)") {
        $0.place > place && $0.currentLine.hasPrefix("[")
      }
    }
    terminal.send("\u{15}film boundary\r")
    try terminal.wait(for: "the film") { $0.isAlternate && $0.lines[0].hasPrefix("epoch 0/20") }
    terminal.send("\u{1B}")
    try terminal.wait(for: "the prompt") {
      !$0.isAlternate && $0.currentLine.hasPrefix("[\(number + FilmViewTests.trained.count)] ")
    }
  }
}
