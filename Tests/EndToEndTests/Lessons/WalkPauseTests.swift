import Foundation
import Testing

@Suite("A pause in a walk", .waiting, .serialized, .timeLimit(.minutes(15)))
struct WalkPauseTests {
  private let home = TemporaryFolder()

  /// Three pages of prose before the first cell, and one behind it.
  private static let lesson: String = {
    func paragraph(_ name: String) -> String {
      (1...12).map { "\(name) \($0)" }.joined(separator: "  \n")
    }
    return """
      ---
      title: Pages
      minutes: 3
      ---
      # Pages

      \(paragraph("one"))

      \(paragraph("two"))

      \(paragraph("three"))

      ```overfit
      > let a = 2
      > print a
      2
      ```

      \(paragraph("four"))

      ```overfit
      > print a + 1
      3
      ```
      """
  }()

  private func walk() throws -> PseudoTerminal {
    try home.write(Self.lesson, to: "pages.md")
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait(forLine: "[1]")
    terminal.send("learn \(home.path)/pages.md\r")
    try terminal.wait(for: "the first page") { $0.isWaiting }
    return terminal
  }

  @Test("gives a text that is pasted there to the prompt, all of it")
  func pasted() throws {
    let terminal = try walk()
    terminal.send("\u{1B}[200~print 1 + 1\r\tprint 2 + 3\r\u{1B}[201~")
    try terminal.wait(forLine: "[3] let a = 2")
    let screen = terminal.screen.description
    #expect(screen.contains("\n[1] print 1 + 1\n2\n"), "\(screen)")
    #expect(screen.contains("print 2 + 3\n5\n"), "\(screen)")
  }

  /// Whether all rows of the three paragraphs came, in order.
  private func isWhole(_ terminal: PseudoTerminal) -> Bool {
    var rest = terminal.raw[...]
    for name in ["one", "two", "three"] {
      for number in 1...12 {
        guard let row = rest.range(of: "\(name) \(number)\r\n") else { return false }
        rest = rest[row.upperBound...]
      }
    }
    return true
  }

  @Test("loses nothing at q and Ctrl-C: what follows comes at once", arguments: ["q", "\u{3}"])
  func rest(_ key: String) throws {
    let terminal = try walk()
    #expect(!isWhole(terminal))
    terminal.send(key)
    try terminal.wait(forLine: "[1] let a = 2")
    #expect(isWhole(terminal))
    #expect(terminal.screen.lines.contains("three 12"))
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a")
  }

  @Test("gives Ctrl-D to the prompt, which leaves the walk")
  func end() throws {
    let terminal = try walk()
    terminal.send("\u{4}")
    try terminal.wait(for: "Back in your own notebook of 0 cells.")
    try terminal.wait(forLine: "[1]")
    #expect(isWhole(terminal))
    #expect(try terminal.type("print 4") == ["4"])
  }

  @Test("opens a cell of the walk in the line, which becomes one of the student's own")
  func editing() throws {
    let terminal = try walk()
    terminal.send("q")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a")
    terminal.send("edit 1\r")
    try terminal.wait(for: "the cell in the line") {
      $0.currentLine == "[2] let a = 2" && !$0.description.contains("> let a = 2")
    }
    terminal.send("5\r")
    try terminal.wait(forLine: "[3] print a")
    terminal.send("print a\u{15}cells\r")
    try terminal.wait(for: "[1] let a = 2\n[2] let a = 25\n")
    // Given up, the cell that the lesson offers stands there again after the next line.
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "[3] let a = 2")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[3]")
    terminal.send("where\r")
    try terminal.wait(forLine: "[3] print a")
  }
}
