import Foundation
import Testing

@Suite("A lesson at the prompt", .waiting, .serialized, .timeLimit(.minutes(15)))
struct LearningAtThePromptTests {
  private let home = TemporaryFolder()

  private func terminal(_ arguments: [String] = [], rows: Int = 24) throws -> PseudoTerminal {
    try home.write(SumsLesson.text, to: "sums.md")
    return PseudoTerminal(arguments, home: home, environment: ["NO_COLOR": "1"], rows: rows)
  }

  private var journals: [String] {
    let folder = home.path + "/.local/state/overfit/journals"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).compactMap {
      home.read(".local/state/overfit/journals/\($0)")
    }
  }

  @Test("comes back to the student's own session, its cells and its journal as they were")
  func comingBack() throws {
    let terminal = try terminal()
    try terminal.enter(["let mine = 7"])
    let journal = journals
    terminal.send("learn \(home.path)/sums.md\r")
    try terminal.wait(forLine: "[1] let a = 2")
    #expect(terminal.screen.lines.contains("the lesson's cell 1 of 4 · Small"))
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a + 1")
    terminal.send("let own = 5\r")
    try terminal.wait(forLine: "[3] print a + 1")
    #expect(journals == journal)
    terminal.send("quit\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.description.contains("\nBack in your own notebook of 1 cell.\n[2]"))
    #expect(try terminal.type("cells") == ["[1] let mine = 7"])
    #expect(try terminal.type("print mine") == ["7"])
    terminal.send("print a\r")
    try terminal.wait(for: "nothing is called \"a\"")
    #expect(journals.count == 1)
    #expect(journals[0].contains("let mine = 7"))
    #expect(!journals[0].contains("own"))
  }

  @Test("is left by Ctrl-D whatever is offered there, and the next one leaves the program")
  func endOfKeys() throws {
    let terminal = try terminal()
    try terminal.wait(forLine: "[1]")
    terminal.send("learn \(home.path)/sums.md\r")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\u{4}")
    try terminal.wait(for: "Back in your own notebook of 0 cells.")
    try terminal.wait(forLine: "[1]")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("is left from where the student was, though they have not gone on there")
  func leftAtTheOffer() throws {
    let terminal = try terminal(["learn", home.path + "/sums.md"])
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("goto large\r")
    try terminal.wait(for: "2 cells have run.")
    terminal.send("quit\r")
    _ = try terminal.waitForExit()
    let other = try self.terminal()
    try other.wait(forLine: "[1]")
    other.send("learn \(home.path)/sums.md\r")
    try other.wait(for: "restart begins again, quit leaves.\n[1]")
    other.send("\u{4}")
    try other.wait(for: "\nSums · cell 3 of 4 · Large\nBack in your own notebook of 0 cells.")
  }

  @Test("offers a cell that Ctrl-L keeps an offer, and nothing typed or pasted is joined to it")
  func offer() throws {
    let terminal = try terminal(["learn", home.path + "/sums.md"])
    try terminal.wait(forLine: "[1] let a = 2")
    for keys in ["print 4", "\u{1B}[200~print 4\u{1B}[201~", " print 4"] {
      terminal.send("\u{C}")
      try terminal.wait(for: "a clear screen with the offer") {
        $0.row == 0 && $0.currentLine.hasSuffix("] let a = 2")
      }
      terminal.send(keys)
      try terminal.wait(for: "what was typed alone") { screen in
        screen.currentLine.contains("print 4") && !screen.currentLine.contains("let a")
      }
      terminal.send("\u{3}")
      try terminal.wait(for: "the offer again") { $0.currentLine.hasSuffix("] let a = 2") }
    }
  }

  @Test("knows its words, and lists them")
  func words() throws {
    let terminal = try terminal(["learn", home.path + "/sums.md"], rows: 40)
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("help\r")
    try terminal.wait(for: "Anything else is a command of your own")
    for word in [
      "next", "back", "skip", "hint", "solution", "where", "goto SECTION", "reset", "restart",
      "help COMMAND", "quit",
    ] {
      #expect(terminal.screen.lines.contains { $0.hasPrefix("\(word)  ") }, "\(word)")
    }
    #expect(terminal.screen.lines.allSatisfy { $0.count < 80 })
    terminal.send("back\r")
    try terminal.wait(for: "This is the first cell of the lesson.")
    terminal.send("hint\r")
    try terminal.wait(for: "There is no exercise here: hint is for one.")
    terminal.send("goto large\r")
    try terminal.wait(for: "2 cells have run.")
    try terminal.wait(
      for:
        "cell 3 of 4 · Large\n[ ] check a > 10\n    2 is not > 10 · off by 8\n[x] check a < 100\nNot tried yet:"
    )
    terminal.send("solution\r")
    try terminal.wait(for: "> let a = 50\n> print a\n[3]")
    terminal.send("hint\r")
    // Prose is wrapped to the screen.
    try terminal.wait(for: " any of them will do, for both checks hold.\n")
    terminal.send("let a = 60\r")
    try terminal.wait(for: "Solved: the return key goes on.\n[4]")
    terminal.send("reset\r")
    try terminal.wait(for: "what you tried is forgotten.\n[ ] check a > 10")
    terminal.send("where\r")
    try terminal.wait(for: ">  2 Large  cells 3 to 4")
    terminal.send("skip\r")
    try terminal.wait(for: "A solution:\n> let a = 50\n> print a\n50\n\nWell done.")
    try terminal.wait(forLine: "[5] print a")
    terminal.send("back\r")
    try terminal.wait(
      for:
        "cell 3 of 4 · Large\n[ ] check a > 10\n    2 is not > 10 · off by 8\n[x] check a < 100\nNot tried yet:"
    )
    try terminal.wait(forLine: "[3]")
    terminal.send("restart\r")
    try terminal.wait(forLine: "[1] let a = 2")
  }

  @Test("saves the student's notebook, and leaves the lesson's file alone")
  func saving() throws {
    let terminal = try terminal(["learn", home.path + "/sums.md"])
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a + 1")
    terminal.send("let own = 5\r")
    try terminal.wait(forLine: "[3] print a + 1")
    terminal.send("save \(home.path)/mine.md\r")
    try terminal.wait(for: "saved 2 cells in ")
    terminal.send("save \(home.path)/sums.md overwrite=yes\r")
    try terminal.wait(for: "this is the file of the lesson, which stays as it is")
    #expect(home.read("sums.md") == SumsLesson.text)
    let mine = try #require(home.read("mine.md"))
    #expect(mine.contains("> let a = 2\n> let own = 5\n"))
    #expect(try Program(["replay", home.path + "/mine.md"]).status == 0)
  }

  @Test("opens without its data, says what to do, and goes on with others")
  func missingData() throws {
    let terminal = PseudoTerminal(
      ["learn", "mnist"], home: home, environment: ["NO_COLOR": "1"], rows: 60)
    try terminal.wait(forLine: "[1] seed 1")
    #expect(
      terminal.screen.description.contains(
        "This lesson needs mnist, which is not on this machine: fetch mnist brings it."))
    terminal.send("\r")
    try terminal.wait(forLine: "[2] data mnist")
    terminal.send("\r")
    try terminal.wait(for: "Or type data digits: the lesson goes on with that.\n[2] data mnist")
    terminal.send("data digits images=200\r")
    try terminal.wait(forLine: "[3] show data")
    terminal.send("\r")
    try terminal.wait(for: "200 images")
    try terminal.wait(forLine: "[4] plot data")
  }

  @Test("walks in a pipe too, and goes on with the notebook behind it")
  func pipe() throws {
    try home.write(SumsLesson.text, to: "sums.md")
    let lines = "let mine = 7\nlearn \(home.path)/sums.md\n\n\nskip\nquit\nprint mine\n"
    let program = try Program([], input: lines, home: home)
    #expect(program.status == 0)
    #expect(program.output.contains("> print a + 1\n3\n"))
    #expect(program.output.hasSuffix("Back in your own notebook of 1 cell.\n> print mine\n7\n"))
    #expect(home.read(".local/state/overfit/lessons") == nil)
    let unknown = try Program([], input: "learn circels\n")
    #expect(unknown.status == 1)
    #expect(unknown.output.contains("no lesson is called \"circels\""))
    #expect(unknown.output.contains("did you mean: circles\n"))
  }
}
