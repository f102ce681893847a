import Foundation
import Testing

/// What a file wants that it may not have is asked about at a terminal, and refused elsewhere.
@Suite("Asking at the terminal", .waiting, .timeLimit(.minutes(15)))
struct AskingTests {
  private let folder = TemporaryFolder()
  private let other = TemporaryFolder()

  private func script() throws -> String {
    try other.write("a,b\n1,2\n3,4\n5,6\n", to: "table.csv")
    try folder.write(
      "data csv \(other.path)/table.csv target=a\ndata csv \(other.path)/table.csv target=b\n",
      to: "script.overfit")
    return "\(folder.path)/script.overfit"
  }

  @Test("a yes lets a file be read, and is asked for once")
  func yes() throws {
    let terminal = PseudoTerminal(["run", try script()], home: folder, columns: 200)
    try terminal.wait(for: "Allow it?")
    #expect(terminal.screen.description.contains("wants to read \(other.path)/table.csv"))
    terminal.send("y\r")
    #expect(try terminal.waitForExit() == .status(0))
    let text = terminal.screen.description
    #expect(text.components(separatedBy: "3 rows").count == 3)
    #expect(text.components(separatedBy: "Allow it?").count == 2)
  }

  @Test("anything else does not", arguments: ["n\r", "\r", "yet\r", "\u{4}", "\u{3}"])
  func no(_ keys: String) throws {
    let terminal = PseudoTerminal(["run", try script()], home: folder, columns: 200)
    try terminal.wait(for: "Allow it?")
    terminal.send(keys)
    let exit = try terminal.waitForExit()
    #expect([.status(1), .status(130)].contains(exit))
    #expect(!terminal.screen.description.contains("3 rows"))
  }

  @Test("what was typed before the question is no answer to it")
  func typedAhead() throws {
    let file = try script()
    let terminal = PseudoTerminal(home: folder, columns: 200)
    try terminal.wait(forLine: "[1]")
    terminal.send("run \"\(file)\"\ry\ry\r")
    try terminal.wait(for: "Allow it?")
    terminal.send("n\r")
    try terminal.wait(for: "the refusal") { $0.description.contains("may not read here") }
    #expect(!terminal.screen.description.contains("3 rows"))
  }

  /// A network whose training lasts, at the prompt of the fifth cell.
  private func network() throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: folder, columns: 200)
    try terminal.wait(forLine: "[1]")
    for (number, line) in ["data circles", "network", "add dense 8 tanh", "add dense 1"]
      .enumerated()
    {
      terminal.send("\(line)\r")
      try terminal.wait(forLine: "[\(number + 2)]")
    }
    return terminal
  }

  @Test("a line of more than a minute says how much it is, and a no leaves no cell")
  func workDeclined() throws {
    let terminal = try network()
    terminal.send("train epochs=1000000 batch=1\r")
    try terminal.wait(for: "Do it? Type y or n:")
    let text = terminal.screen.description
    #expect(text.contains("this is 1 fit, 1,000,000 epochs, "))
    #expect(text.contains(" billion operations\nabout "))
    terminal.send("n\r")
    try terminal.wait(for: "not done: 1 fit, 1,000,000 epochs, ")
    terminal.send("print 1 + 1\r")
    try terminal.wait(forLine: "[6]")
  }

  @Test("a yes does it, and the cell that is kept says so")
  func workAllowed() throws {
    let terminal = try network()
    terminal.send("train epochs=1000000 batch=1\r")
    try terminal.wait(for: "Do it? Type y or n:")
    terminal.send("y\r")
    try terminal.wait(for: "epoch ")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[6]")
    terminal.send("save \(folder.path)/mine.md\r")
    try terminal.wait(for: "saved")
    let notebook = try String(contentsOfFile: "\(folder.path)/mine.md", encoding: .utf8)
    let line = notebook.split(separator: "\n").first { $0.hasPrefix("> train") }
    #expect(line?.hasPrefix("> train epochs=1000000 batch=1 steps=") == true, "\(notebook)")
    #expect(line?.hasSuffix(" yes=yes") == true, "\(notebook)")
  }

  @Test("a plan says how long its search takes, on the terminal alone")
  func workPlanned() throws {
    let terminal = try network()
    terminal.send("plan random rate=0.001..0.1 trials=100000 folds=5\r")
    try terminal.wait(forLine: "[6]")
    let text = terminal.screen.description
    #expect(text.contains("in all 500,000 fits, "))
    #expect(
      text.contains(/\nabout \d+ (s|min \d+ s|h \d+ min|days) on an ordinary machine\n/), "\(text)")
    terminal.send("save \(folder.path)/mine.md\r")
    try terminal.wait(for: "saved")
    let notebook = try String(contentsOfFile: "\(folder.path)/mine.md", encoding: .utf8)
    #expect(notebook.contains("in all 500,000 fits, "))
    #expect(!notebook.contains("machine"))
    let lines = "data circles\nnetwork\nadd dense 8 tanh\nadd dense 1\nplan grid units=1..9 folds=3"
    let piped = try Program([], input: lines + "\n", home: folder)
    #expect(piped.output.contains("in all 27 fits, "))
    #expect(!piped.output.contains("machine"))
  }

  @Test("a plan of a lesson says so, too, behind its output")
  func workPlannedInLesson() throws {
    let lines = [
      "data circles", "network", "add dense 8", "add dense 1", "plan grid units=1..9 folds=3",
    ]
    let cells = lines.map { "> \($0)\n" }.joined()
    try folder.write("# Plans\n\n```overfit\n\(cells)```\n\nThat was all.\n", to: "plans.md")
    let terminal = PseudoTerminal(
      ["learn", "\(folder.path)/plans.md"], home: folder, columns: 100, rows: 40)
    for (number, line) in lines.enumerated() {
      try terminal.wait(forLine: "[\(number + 1)] \(line)")
      terminal.send("\r")
    }
    try terminal.wait(for: "That was all")
    #expect(
      terminal.screen.description.contains(/operations\nabout \d+ s on an ordinary machine\n/),
      "\(terminal.screen.description)")
  }

  @Test("a pipe needs yes=yes for so much work, and seconds are said nowhere in it")
  func workInPipe() throws {
    let lines = "data circles\nnetwork\nadd dense 8 tanh\nadd dense 1\ntrain epochs=1000000 batch=1"
    let refused = try Program([], input: lines + "\n", home: folder)
    #expect(refused.status == 1)
    #expect(
      refused.output.contains("yes=yes at the end does it: train epochs=1000000 batch=1 yes=yes"))
    #expect(!refused.output.contains("machine"))
    let allowed = try Program([], input: lines + " steps=3 yes=yes\n", home: folder)
    #expect(allowed.status == 0)
  }

  @Test("a pipe is refused at once, and an option allows it")
  func pipe() throws {
    let file = try script()
    let refused = try Program(["run", file], home: folder)
    #expect(refused.status == 1)
    let words = refused.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("may not read here (--allow-read FOLDER)"))
    let allowed = try Program(["run", file, "--allow-read", other.path], home: folder)
    #expect(allowed.status == 0)
    #expect(allowed.output.components(separatedBy: "3 rows").count == 3)
    let none = try Program(["run", file, "--allow-read", "\(other.path)/none"], home: folder)
    #expect(none.status == 2)
  }

  @Test("a notebook says which of its cells read elsewhere, and its replay says the same with that")
  func saved() throws {
    _ = try script()
    let input = "data csv \(other.path)/table.csv target=a\nsave \(folder.path)/mine.md\n"
    let saved = try Program([], input: input, home: folder)
    let option = "--allow-read \(other.path)"
    let words = saved.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("[1] reads in another folder: overfit replay \(option)"), "\(words)")
    let notebook = "\(folder.path)/mine.md"
    #expect(try Program(["replay", notebook], home: folder).status == 1)
    #expect(
      try Program(["replay", "--allow-read", other.path, notebook], home: folder).status == 0)
  }
}
