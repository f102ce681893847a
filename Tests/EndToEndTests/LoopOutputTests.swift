import Testing

/// What a loop's commands show comes as they are done, and is the same in the end.
@Suite("Output of a loop", .waiting, .serialized, .timeLimit(.minutes(15)))
struct LoopOutputTests {
  private static let network = ["data circles points=40", "network", "add dense 1 sigmoid"]
  private let home = TemporaryFolder()

  private func start() throws -> PseudoTerminal {
    let terminal = PseudoTerminal(["--plain"], home: home)
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  @Test("is seen while the loop still runs, and gone from the notebook when that is interrupted")
  func running() throws {
    let terminal = try start()
    try terminal.enter(["data circles points=20000"] + Self.network.dropFirst())
    terminal.send("for n in 1,1000000\rprint n\rtrain epochs=n yes=yes\rend\r")
    try terminal.wait(for: "\n1000000\n")
    terminal.send("\u{3}")
    try terminal.wait(for: "interrupted: the notebook is as it was before these lines\n[4]")
  }

  @Test("is what a pipe prints, each line once")
  func same() throws {
    let loop = "for n in 1..3\n  print n\n  train epochs=n\nend"
    let printed = try Program(
      ["--plain"], input: (Self.network + [loop]).joined(separator: "\n"), home: home
    ).output.split(separator: "\n").map(String.init)
    let terminal = try start()
    try terminal.enter(Self.network)
    terminal.send(loop.replacing("\n", with: "\r") + "\r")
    try terminal.wait(forLine: "[5]")
    let results = { (lines: [String]) in
      lines.filter { $0.hasPrefix("epoch") || Int($0) != nil }
    }
    #expect(results(printed).count == 6)
    #expect(results(terminal.screen.lines) == results(printed))
  }

  @Test("waits for the whole cell from the first picture on")
  func pictures() throws {
    let terminal = try start()
    try terminal.enter(Self.network)
    terminal.send("for n in 1..2\rprint n\rplot data\rend\r")
    try terminal.wait(forLine: "[5]")
    let lines = terminal.screen.lines
    #expect(lines.filter { $0 == "2" }.count == 1)
    #expect(lines.contains { $0.contains("circles") })
  }

  @Test("ends after 10,000 lines with the count of the rest")
  func cut() throws {
    let terminal = try start()
    terminal.send("for n in 1..10050\rprint n\rend\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.description.contains("\n9999\n10000\n... and 50 more lines\n[2]"))
  }

  @Test("stands above the error that ends it")
  func failure() throws {
    let terminal = try start()
    let place = terminal.screen.place
    terminal.send("for n in 1..3\rprint n\rprint 1/(2-n)[9]\rend\r")
    try terminal.wait(for: "the next prompt") { $0.currentLine == "[1]" && $0.place > place }
    #expect(terminal.screen.description.contains("\n1\n"))
    #expect(!terminal.screen.description.contains("\n2\n"))
  }
}
