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

  @Test(
    "gives a word to the prompt whole whose first letter is a key there, however slowly it comes")
  func slowWord() throws {
    let terminal = try walk()
    terminal.send("q")
    // The letter alone was the key by now.
    try terminal.wait(forLine: "[1] let a = 2")
    #expect(isWhole(terminal))
    for letter in ["u", "i", "t"] {
      terminal.send(letter)
      try terminal.wait(for: "the letter") { $0.currentLine.hasSuffix(letter) }
    }
    #expect(terminal.screen.currentLine == "[1] quit")
    terminal.send("\r")
    try terminal.wait(for: "Back in your own notebook of 0 cells.")
  }

  @Test("has no letter at hand for other words")
  func otherWord() throws {
    let terminal = try walk()
    terminal.send("q")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("print 4\r")
    try terminal.wait(for: "\n[1] print 4\n4\n")
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

  @Test("opens a cell of the walk in the line, which runs with all that follow it")
  func editing() throws {
    let terminal = try walk()
    terminal.send("q")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a")
    terminal.send("edit 1\r")
    try terminal.wait(for: "the cell in the line") {
      $0.currentLine == "[1] let a = 2" && $0.description.contains("[2] edit 1\n")
    }
    terminal.send("5\r")
    try terminal.wait(forLine: "[2] print a")
    terminal.send("print a\u{15}cells\r")
    try terminal.wait(for: "cells\n[1] let a = 25\n[2] print a")
    // Given up, the cell that the lesson offers stands there again at once.
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "[1] let a = 25")
    terminal.send("\u{3}")
    try terminal.wait(for: "the offer") {
      $0.currentLine == "[2] print a" && $0.description.contains("[1] let a = 25^C\n")
    }
    // The lesson goes on from its own cell, and the way back has the student's.
    terminal.send("\r")
    try terminal.wait(
      for: "The lesson goes on without the cell that you tried here; back has it again.\n2\n")
    try terminal.wait(forLine: "[3] print a + 1")
    terminal.send("back\r")
    try terminal.wait(forLine: "[2] print a")
    terminal.send("print a * 2\r")
    try terminal.wait(for: "\n50\n[3] print a")
  }

  @Test("runs nothing at the return key that is not seen")
  func unseen() throws {
    let terminal = try walk()
    terminal.send("q")
    try terminal.wait(forLine: "[1] let a = 2")
    let place = terminal.screen.place
    terminal.send("\u{15}\r")
    try terminal.wait(for: "the offer again") {
      $0.currentLine == "[1] let a = 2" && $0.place > place
    }
    terminal.send("\u{3}")
    try terminal.wait(for: "the offer once more") {
      $0.currentLine == "[1] let a = 2" && $0.place == place + 2
    }
    // A line that fails is no cell, and the offer stands there again.
    terminal.send("print nothing_there\r")
    try terminal.wait(for: "the offer under the fault") {
      $0.currentLine == "[1] let a = 2" && $0.description.contains("let nothing_there = 1")
    }
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a")
  }
}
