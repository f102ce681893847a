import Foundation
import Testing

/// Texts with more rows than the screen, at the prompt.
@Suite("Text taller than the screen", .waiting, .serialized, .timeLimit(.minutes(15)))
struct TallTextTests {
  private let home = TemporaryFolder()
  private let up = "\u{1B}[A"

  private func start(
    columns: Int = 80, rows: Int = 24, history: String = "", bindings: String = ""
  ) throws -> PseudoTerminal {
    try home.write(history, to: ".local/state/overfit/history")
    try home.write(bindings, to: ".editrc")
    let terminal = PseudoTerminal(home: home, columns: columns, rows: rows)
    try terminal.wait(for: "the prompt") { $0.currentLine == "[1]" }
    return terminal
  }

  private var loop: String {
    let rows = ["for a in 1"] + (1...40).map { "  print a + \($0)" } + ["end"]
    return rows.joined(separator: "\\n") + "\n"
  }

  @Test("a recalled loop of 42 lines shows the lines around the cursor, and runs as it is")
  func recalledLoop() throws {
    let terminal = try start(history: loop)
    terminal.send(up)
    try terminal.wait(for: "its end") { $0.lines[23] == "end" && $0.lines[0] == "  print a + 18" }
    terminal.send("\u{1}")
    try terminal.wait(for: "its start") {
      $0.lines[0] == "[1] for a in 1" && $0.lines[23] == "  print a + 23"
    }
    terminal.send("\u{5}")
    try terminal.wait(for: "its end") { $0.lines[23] == "end" }
    for _ in 1...30 { terminal.send(up) }
    try terminal.wait(for: "a line in the middle") { $0.currentLine == "  print a + 11" }
    terminal.send("\u{5} # typed")
    try terminal.wait(for: "the end again") { $0.currentLine == "end # typed" }
    terminal.send("\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.raw.hasSuffix("40\r\n41\r\n[2] "))
  }

  @Test("a line far longer than the screen is edited at both ends, and runs as it is")
  func longLine() throws {
    let terminal = try start(columns: 20, rows: 4)
    let text = String(repeating: "x", count: 500)
    terminal.send(text)
    try terminal.wait(for: "four full rows") { $0.lines[0] == String(repeating: "x", count: 20) }
    terminal.send("\u{1}print \"")
    try terminal.wait(for: "its start") { $0.lines[0] == "[1] print \"xxxxxxxxx" }
    terminal.send("\u{5}y\"\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.raw.contains("\n\(text)y\r\n[2] "))
  }

  @Test("a paste of a hundred thousand letters runs as it was pasted")
  func longPaste() throws {
    let terminal = try start()
    terminal.send("print \"")
    for _ in 1...100 { terminal.send(String(repeating: "abcdefghij", count: 100)) }
    terminal.send("\"\r")
    try terminal.wait(forLine: "[2]")
    let text = String(repeating: "abcdefghij", count: 10_000)
    #expect(terminal.raw.contains("\n\(text)\r\n[2] "))
  }

  @Test("the mark is not lost where a long text is moved in memory")
  func mark() throws {
    let terminal = try start()
    terminal.send("ab\u{0}")
    for _ in 1...3 { terminal.send(String(repeating: "0123456789", count: 100)) }
    terminal.send("\u{17}")
    terminal.send("\u{15}print 7\r")
    try terminal.wait(forLine: "[2]")
  }

  @Test("a search goes on as long as keys come")
  func longSearch() throws {
    let terminal = try start(history: "print 1\nprint 2\nlet a = 3\n")
    terminal.send("\u{12}pri")
    try terminal.wait(for: "bck:pri")
    try terminal.wait(for: "[1] print 2\nbck:pri")
    terminal.send("\u{12}")
    try terminal.wait(for: "[1] print 1\nbck:pri")
    for _ in 1...50 { terminal.send(String(repeating: "\u{12}x", count: 300)) }
    try terminal.wait(for: "bck?pri")
    terminal.send("\u{7}")
    try terminal.wait(forLine: "[1]")
    terminal.send("\u{12}let\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.description.contains("[1] let a = 3\n[2]"))
  }
}
