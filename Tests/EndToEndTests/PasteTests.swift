import Foundation
import Testing

/// Texts that the terminal sends as one paste.
@Suite("Pasting", .waiting, .serialized, .timeLimit(.minutes(15)))
struct PasteTests {
  private let home = TemporaryFolder()

  private func start(
    bindings: String = "", columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try home.write(bindings, to: ".editrc")
    let terminal = PseudoTerminal(home: home, columns: columns, rows: rows)
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  private func pasted(_ text: String) -> String {
    // Terminals send the return key's byte for a line's end.
    "\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r") + "\u{1B}[201~"
  }

  private let tabs = """
    data circles points=60
    network
    \tadd dense 4 tanh
    add dense 1\tsigmoid
    for n in 1,2
    \tprint n
    end

    """

  @Test("is asked for at the prompt, and asked for no longer where the program ends")
  func asked() throws {
    let terminal = try start()
    #expect(terminal.raw.hasSuffix("\u{1B}[?2004h[1] "))
    terminal.send("quit\r")
    _ = try terminal.waitForExit()
    #expect(terminal.raw.hasSuffix("\u{1B}[?2004l"))
  }

  @Test(
    "is asked for no longer where a signal ends or stops the program",
    arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func ended(signal: Int32) throws {
    let terminal = try start()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    #expect(terminal.raw.hasSuffix("\u{1B}[?2004l"))
    #expect(terminal.isAsFound)
  }

  @Test("runs each line as a cell, with blanks for tabs", arguments: ["", "bind -v\n"])
  func lines(bindings: String) throws {
    let terminal = try start(bindings: bindings)
    terminal.send(pasted(tabs))
    try terminal.wait(forLine: "[6]")
    for line in [
      "[3] add dense 4 tanh", "[4] add dense 1 sigmoid", "[5] for n in 1,2", "  .   print n",
      "  . end", "#2 dense 1 sigmoid · 4 -> 1 · 5 parameters", "1", "2",
    ] {
      #expect(terminal.screen.lines.contains(line), "\(line)")
    }
    #expect(
      home.read(".local/state/overfit/history")?.hasSuffix(
        "add dense 4 tanh\nadd dense 1 sigmoid\nfor n in 1,2\\n  print n\\nend\n") == true)
  }

  @Test("completes nothing at a tab, and changes no word")
  func noCompletion() throws {
    let terminal = try start()
    terminal.send(pasted("trai\tx\tda") + "!")
    try terminal.wait(forLine: "[1] trai x da!")
  }

  @Test("of a transcript runs its inputs alone")
  func transcript() throws {
    let terminal = try start()
    terminal.send(
      pasted("[7] print 1 + 1\n2\n[8] for n in 5\n  .   print n\n  . end\n5\n[9] print 3"))
    try terminal.wait(forLine: "[3] print 3")
    #expect(terminal.screen.lines.contains("[1] print 1 + 1"))
    #expect(!terminal.screen.description.contains("no such command"))
    terminal.send("\r")
    try terminal.wait(forLine: "[4]")
    terminal.send(pasted("> print 4\n4\n"))
    try terminal.wait(forLine: "[5]")
  }

  @Test("stands at the prompt where nothing ends its line, behind what was typed")
  func oneLine() throws {
    let terminal = try start()
    terminal.send("print ()\u{2}" + pasted("1 +\t2"))
    try terminal.wait(forLine: "[1] print (1 + 2)")
    terminal.send("\r")
    try terminal.wait(forLine: "[2]")
    terminal.send("print " + pasted("8\nprint 9\nprint"))
    try terminal.wait(forLine: "[4] print")
    terminal.send(" 10\r")
    try terminal.wait(forLine: "[5]")
    #expect(terminal.screen.description.contains("[2] print 8\n8\n[3] print 9\n9\n"))
  }

  @Test("into a cell of several lines is a part of it")
  func intoLoop() throws {
    let terminal = try start()
    try terminal.enter(["for n in 1\r  print n\rend"])
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "end")
    terminal.send("\u{1}\u{1B}[B" + pasted("\tprint n + 1\n"))
    try terminal.wait(forLine: "  print n")
    terminal.send("\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.description.hasSuffix("  print n + 1\n  print n\nend\n2\n1\n[2]"))
  }

  @Test("goes on behind the cell that it opens, once that is entered")
  func openedCell() throws {
    let terminal = try start()
    terminal.send(pasted("print 1\nedit 1\nprint 3\n"))
    try terminal.wait(forLine: "[1] print 1")
    terminal.send("0\r")
    try terminal.wait(forLine: "[3]")
    #expect(terminal.screen.description.contains("\n10\n[2] print 3\n3\n[3]"))
  }

  @Test("ends at Ctrl-C while one of its cells runs")
  func interrupted() throws {
    let terminal = try start()
    terminal.send(pasted("data digits images=60000\nprint 1\nprint 2\n"))
    try terminal.wait(forLine: "")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[1]")
    try terminal.type("print 7", thenPrompt: 2)
    #expect(!terminal.screen.description.contains("print 2"))
  }

  @Test(
    "shows no result that is not in the history and the journal",
    arguments: ["print 1", "let a = 1", "note a"])
  func keptFirst(line: String) throws {
    for moment in 1...3 {
      let home = TemporaryFolder()
      let terminal = PseudoTerminal(home: home)
      try terminal.wait(forLine: "[1]")
      terminal.send(pasted((1...4000).map { "\(line)  # \($0)\n" }.joined()))
      try terminal.wait(for: "a cell") { _ in terminal.raw.contains("[\(500 * moment)] ") }
      terminal.signal(SIGKILL)
      _ = try terminal.waitForExit()
      // The last prompt is that of a cell to come.
      let shown = terminal.raw.components(separatedBy: "\r\n[").count - 2
      #expect(shown >= 500 * moment - 2)
      let history = home.read(".local/state/overfit/history") ?? ""
      #expect(history.components(separatedBy: "\n").count > shown)
      #expect(Journals(of: home).text.components(separatedBy: "\n> ").count > shown)
    }
  }

  @Test("of a hundred thousand letters, and of two hundred lines, is taken whole")
  func large() throws {
    let terminal = try start()
    let text = String(repeating: "abcdefghij", count: 10_000)
    terminal.send("print \"")
    terminal.send("\u{1B}[200~")
    for _ in 1...100 { terminal.send(String(text.prefix(1000))) }
    terminal.send("\"\u{1B}[201~\r")
    try terminal.wait(forLine: "[2]")
    let isWhole = terminal.raw.hasSuffix("\(text)\r\n[2] ")
    #expect(isWhole)
    terminal.send("\u{1B}[200~")
    for number in 1...200 { terminal.send("let a = \(number)\r") }
    terminal.send("\u{1B}[201~")
    try terminal.wait(forLine: "[202]")
    try terminal.type("print a", thenPrompt: 203)
    #expect(terminal.screen.description.contains("\n200\n[203]"))
  }

  @Test("into a terminal that does not mark it is entered line by line, as if it was typed")
  func unmarked() throws {
    let terminal = try start(rows: 200)
    let names = (1...120).map { "let a\($0) = \($0)" }
    let lines = names + ["for n in 1,2", "  print n", "end", " print a7", "a b", "print a120 + 1"]
    terminal.send(lines.joined(separator: "\r") + "\r")
    try terminal.wait(forLine: "[124]")
    let screen = terminal.screen.description
    for rows in ["\n[121] for n in 1,2\n", "\n1\n2\n[122]  print a7\n7\n[123] a b\n"] {
      #expect(screen.contains(rows), "\(screen)")
    }
    #expect(screen.hasSuffix("\n[123] print a120 + 1\n121\n[124]"), "\(screen)")
    #expect(
      home.read(".local/state/overfit/history")
        == (names + ["for n in 1,2\\n  print n\\nend", "a b", "print a120 + 1"])
        .map { $0 + "\n" }.joined())
  }

  @Test(
    "whose beginning a question has taken leaves nothing of its end", arguments: ["", "bind -v\n"])
  func endAlone(bindings: String) throws {
    let terminal = try start(bindings: bindings)
    terminal.send(String(repeating: "\u{1B}[201~", count: 3) + "print 6 * 7\u{1B}[201~\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.lines.contains("42"))
  }

  @Test(
    "with a control character never ends the session",
    arguments: ["\u{1}", "\u{4}", "\u{8}", "\u{15}", "\u{16}", "\u{1C}", "\u{1F}", "\u{7F}"])
  func controls(sign: String) throws {
    let terminal = try start()
    terminal.send(pasted("print 1\(sign)2\nprint \(sign)3\n") + "print 6 * 7\r")
    try terminal.wait(for: "the answer") { $0.lines.contains("42") }
  }

  @Test("behind Ctrl-V is put in, without an end ended by Ctrl-C, and Ctrl-\\ still ends nothing")
  func quoted() throws {
    let terminal = try start()
    terminal.send("\u{16}" + pasted("print 6 * 7") + "\r")
    try terminal.wait(for: "the answer") { $0.lines.contains("42") }
    terminal.send("\u{16}\u{1B}[200~print 1")
    // Until the paste is begun, each key is taken as it is.
    for _ in 1...100 where !terminal.screen.description.contains("^C") {
      terminal.send("\u{3}")
      usleep(50_000)
    }
    try terminal.wait(for: "^C")
    terminal.send("print \u{16}7")
    try terminal.wait(forLine: "[2] print 7")
    terminal.send("\u{1C}\r")
    try terminal.wait(forLine: "[3]")
  }

  @Test("into a search is searched for")
  func search() throws {
    try home.write("print 1\nlet ratio = 2\nprint 3\n", to: ".local/state/overfit/history")
    let terminal = try start()
    terminal.send("\u{12}" + pasted("ratio"))
    try terminal.wait(for: "[1] let ratio = 2\nbck:ratio")
    terminal.send("\r")
    try terminal.wait(forLine: "[2]")
  }

  @Test("on a screen of 20 x 5, and where its mark comes in pieces, is the same")
  func small() throws {
    let terminal = try start(columns: 20, rows: 5)
    for piece in ["\u{1B}", "[20", "0~print 5\r", "print 6\r\u{1B}[2", "01~"] {
      terminal.send(piece)
      usleep(5000)
    }
    try terminal.wait(forLine: "[3]")
    #expect(terminal.screen.description == "[1] print 5\n5\n[2] print 6\n6\n[3]")
  }

  @Test("in a lesson goes on with nothing by its empty lines")
  func lesson() throws {
    try home.write(
      "# L\n\nOne.\n\n```overfit\n> print 1\n1\n> print 2\n2\n```\n", to: "lesson.md")
    let terminal = PseudoTerminal(["learn", home.path + "/lesson.md"], home: home)
    try terminal.wait(forLine: "[1] print 1")
    terminal.send(pasted("\n\nprint 7\n\n"))
    try terminal.wait(for: "\n7\n")
    try terminal.wait(forLine: "[2] print 1")
  }
}
