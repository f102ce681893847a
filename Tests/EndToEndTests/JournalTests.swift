import Foundation
import Testing

/// What was typed at a terminal comes back, however the session ended.
@Suite("The journal of a session", .waiting, .serialized, .timeLimit(.minutes(15)))
struct JournalTests {
  private let home = TemporaryFolder()
  private var journals: Journals { Journals(of: home) }
  private let greeting = "Overfit 0.1 · seed 0 · help, lessons, quit"

  private func start(_ arguments: [String] = []) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(arguments, home: home, columns: 100, rows: 60)
    if arguments.isEmpty { try terminal.wait(forLine: "[1]") }
    return terminal
  }

  /// A session that has typed some cells and is killed.
  private func lose(_ cells: [String], by signal: Int32 = SIGKILL) throws {
    let terminal = try start()
    try terminal.enter(cells)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
  }

  @Test("brings its cells back after any end", arguments: [SIGKILL, SIGHUP, SIGTERM, SIGSEGV])
  func ended(signal: Int32) throws {
    let terminal = try start()
    try terminal.type("set keep errors", thenPrompt: 1)
    try terminal.enter(Samples.quick + ["trane", "note Half way"])
    try terminal.type("save \(home.path)/whole.md", thenPrompt: 8)
    try terminal.type("print loss()", thenPrompt: 9)
    try terminal.type("undo", thenPrompt: 8)
    try terminal.type("edit 5 train epochs=6", thenPrompt: 8)
    try terminal.type("undo", thenPrompt: 8)
    try terminal.type("print 1", thenPrompt: 9)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .signal(signal))
    #expect(journals.names.count == 1)

    let next = try start()
    let said = "a lost session of 8 cells: overfit --recover, or --recover drop to forget it"
    #expect(next.screen.lines.prefix(2) == [greeting, said])
    next.send("quit\r")
    #expect(try next.waitForExit() == .status(0))

    let again = try start(["--recover"])
    try again.wait(forLine: "[9]")
    let lines = again.screen.lines
    #expect(
      lines.contains(
        "8 cells (1 training of 5 epochs) of the session that was not saved; "
          + "Ctrl-C keeps what is whole"))
    #expect(lines.contains("[5] train epochs=5") && lines.contains("[8] print 1"))
    #expect(lines.contains("    ^^^^^ unknown command \"trane\""))
    try again.type("undo", thenPrompt: 8)
    // The file is the session's own: it may be written over.
    try again.type("save \(home.path)/whole.md", thenPrompt: 8)
    #expect(again.screen.description.contains("\nsaved 7 cells in "))
    again.send("quit\r")
    #expect(try again.waitForExit() == .status(0))
    #expect(journals.names.isEmpty)
    let replay = try Program(["replay", home.path + "/whole.md"], home: home)
    #expect(replay.output.hasSuffix("whole.md: equal\n"))
  }

  @Test("tells what it holds, the fits of a search too, in lines that are broken between words")
  func holding() throws {
    try lose([
      "data circles points=40", "split validation=25%", "network", "add dense 2 tanh",
      "add dense 1 sigmoid", "train epochs=2", "search grid rate=0.1,0.2 units(1)=2,3 epochs=2",
      "compare l2=0,0.1 epochs=2",
    ])
    let again = PseudoTerminal(["--recover"], home: home, columns: 80, rows: 60)
    try again.wait(forLine: "[9]")
    #expect(
      again.screen.lines[1...2] == [
        "8 cells (1 training of 2 epochs, 1 search, 1 comparison, 7 fits in all) of the",
        "session that was not saved; Ctrl-C keeps what is whole",
      ])
    again.signal(SIGKILL)
    _ = try again.waitForExit()
    let list = PseudoTerminal(["--recover", "list"], home: home, columns: 80, rows: 60)
    #expect(try list.waitForExit() == .status(0))
    #expect(
      list.screen.lines.joined(separator: " ").contains("1 search, 1 comparison, 7 fits in all"))
    // Where it is narrow, no line of the start is broken within a word either.
    let narrow = PseudoTerminal([], home: home, columns: 44, rows: 60)
    try narrow.wait(forLine: "[1]")
    #expect(
      narrow.screen.lines.prefix(3) == [
        greeting, "a lost session of 8 cells: overfit", "--recover, or --recover drop to forget it",
      ])
  }

  @Test(
    "is there after the terminal was closed, also while it was stopped", arguments: [true, false])
  func closedTerminal(isStopped: Bool) throws {
    let terminal = try start()
    try terminal.enter(["print 1", "print 2"])
    if isStopped { terminal.signal(SIGSTOP) }
    terminal.hangUp()
    if isStopped { terminal.signal(SIGCONT) }
    _ = try terminal.waitForExit()
    let next = try start()
    #expect(next.screen.lines[1].hasPrefix("a lost session of 2 cells: "))
  }

  @Test("has the cells above the one in whose middle the session was killed")
  func inTheMiddle() throws {
    let terminal = try start()
    try terminal.enter(Samples.slow)
    terminal.send("train yes=yes epochs=1000000\r")
    try terminal.wait(for: "/1000000")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .signal(SIGTERM))
    let again = try start(["--recover"])
    try again.wait(forLine: "[6]")
    #expect(again.screen.lines.contains("[5] add dense 1 sigmoid"))
  }

  @Test("says after how many steps an interrupted training stopped, and Ctrl-C keeps what is whole")
  func interruptedTraining() throws {
    let terminal = try start()
    try terminal.enter(Samples.slow)
    terminal.send("train yes=yes epochs=1000000\r")
    try terminal.wait(for: "/1000000")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[7]")
    let source = try #require(
      journals.text.split(separator: "\n").first { $0.hasPrefix("> train") })
    #expect(source.hasPrefix("> train yes=yes epochs=1000000 steps="))
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()

    // A training that lasts, so that it can be interrupted in its turn.
    let text = journals.text.replacing(source, with: "> train yes=yes epochs=1000000")
    try journals.replaceText(with: text)
    let again = try start(["--recover"])
    try again.wait(for: "/1000000")
    again.send("\u{3}")
    try again.wait(forLine: "[6]")
    #expect(
      again.screen.description.contains(
        """

        interrupted
        the first 5 cells are back; the journal is as it was: overfit --recover tries again
        [6]
        """))
    #expect(journals.text == text)
    try again.type("print 7", thenPrompt: 7)
    #expect(journals.names.count == 2)
    again.signal(SIGKILL)
    _ = try again.waitForExit()
    let next = try start()
    #expect(
      next.screen.lines[1]
        == "2 lost sessions, the last of 6 cells: overfit --recover, --recover list or drop")
  }

  @Test("ends before the first cell that does not come back")
  func missingFile() throws {
    try home.write("a,b\n1,2\n3,4\n", to: "table.csv")
    try lose(["print 1", "data csv \(home.path)/table.csv target=a", "print 3"])
    try FileManager.default.removeItem(atPath: home.path + "/table.csv")
    let again = try start(["--recover"])
    try again.wait(forLine: "[2]")
    let text = again.screen.description
    #expect(text.contains("\n[2] does not come back: "))
    #expect(text.filter { !$0.isWhitespace }.contains("thereisnosuchfile"))
    #expect(text.contains("\nthe first cell is back; the journal is as it was"))
    #expect(journals.names.count == 1)
    try home.write("a,b\n1,2\n3,4\n", to: "table.csv")
    let third = try start(["--recover"])
    try third.wait(forLine: "[4]")
  }

  @Test("is plain text for its owner alone")
  func plainText() throws {
    let terminal = PseudoTerminal(["--seed", "3"], home: home)
    try terminal.wait(forLine: "[1]")
    try terminal.type("set keep errors", thenPrompt: 1)
    try terminal.enter(["print 1", "trane"])
    terminal.send("for a in 1\r  print a\rend\r")
    try terminal.wait(forLine: "[4]")
    try terminal.type("undo", thenPrompt: 3)
    let here = try #require(realpath(".", nil))
    defer { free(here) }
    #expect(
      journals.text == """
        Overfit journal 1
        folder \(String(cString: here))
        seed 3
        keep 0
        > print 1
        = 1 cell, not saved
        keep 1
        > trane
        failed
        = 2 cells, not saved
        keep 2
        > for a in 1
        .   print a
        . end
        = 3 cells, not saved
        keep 2
        = 2 cells, not saved

        """)
    let attributes = try FileManager.default.attributesOfItem(atPath: journals.only)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("is read up to its last whole change", arguments: [1, 3, 8, 15])
  func torn(bytes: Int) throws {
    try lose(["print 1", "print 2", "print 3"])
    try journals.replaceText(with: String(journals.text.dropLast(bytes)))
    let again = try start(["--recover"])
    try again.wait(forLine: "[3]")
    #expect(again.screen.lines.contains("[2] print 2"))
    try again.type("print 4", thenPrompt: 4)
    again.signal(SIGKILL)
    _ = try again.waitForExit()
    let third = try start(["--recover"])
    try third.wait(forLine: "[4]")
    #expect(third.screen.lines.contains("[3] print 4"))
  }

  @Test(
    "is not read where others may write it, where it is a link or no plain file",
    arguments: ["mode", "link", "pipe"])
  func unfit(kind: String) throws {
    try lose(["print 1"])
    let path = journals.only
    switch kind {
    case "mode": #expect(chmod(path, 0o640) == 0)
    case "link":
      try FileManager.default.moveItem(atPath: path, toPath: home.path + "/elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: home.path + "/elsewhere")
    default:
      #expect(unlink(path) == 0 && mkfifo(path, 0o600) == 0)
    }
    let next = try start()
    #expect(next.screen.lines.prefix(2) == [greeting, "[1]"])
    let again = try start(["--recover"])
    #expect(try again.waitForExit() == .status(1))
    let said = again.raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("there is no session to recover; "))
    #expect(said.contains(" is left alone: "))
    #expect(journals.names.count == 1)
  }

  @Test("of two sessions at once is one for each, and none of a session that lives is taken")
  func twoSessions() throws {
    let one = try start()
    let other = try start()
    try one.type("print 1", thenPrompt: 2)
    try other.type("print 2", thenPrompt: 2)
    #expect(journals.names.count == 2)
    let third = try start()
    #expect(third.screen.lines.prefix(2) == [greeting, "[1]"])
    one.signal(SIGKILL)
    _ = try one.waitForExit()
    let again = try start(["--recover"])
    try again.wait(forLine: "[2]")
    #expect(again.screen.lines.contains("[1] print 1"))
    let none = try start(["--recover"])
    #expect(try none.waitForExit() == .status(1))
    #expect(none.raw.contains("overfit: there is no session to recover"))
  }

  @Test("that is damaged gives what stands before the damage, and is left as it was")
  func damaged() throws {
    try lose(["print 1", "print 2", "print 3"])
    let text = journals.text.replacing("keep 1", with: "kept 1")
    try journals.replaceText(with: text)
    let again = try start(["--recover"])
    try again.wait(forLine: "[2]")
    #expect(again.screen.description.contains("the rest of the journal can't be read"))
    try again.type("print 4", thenPrompt: 3)
    #expect(journals.names.count == 2 && journals.text == text)
  }

  @Test("goes to the folder in which the session began")
  func folder() throws {
    try lose(["print 1"])
    let text = journals.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("folder ") ? "folder \(home.path)" : String($0)
    }
    try journals.replaceText(with: text.joined(separator: "\n"))
    let again = try start(["--recover"])
    try again.wait(forLine: "[2]")
    #expect(again.screen.description.contains("it goes on in the folder where it began, "))
    try again.type("save here.md", thenPrompt: 2)
    #expect(home.read("here.md") != nil)
  }

  @Test("that can't be written is said once, and tried again")
  func unwritable() throws {
    try home.write("", to: ".local/state/overfit/journals")
    let terminal = try start()
    try terminal.enter(["print 1", "print 2"])
    #expect(terminal.raw.components(separatedBy: "is not written").count == 2)
    try FileManager.default.removeItem(atPath: journals.folder)
    try terminal.type("print 3", thenPrompt: 4)
    #expect(journals.text.hasSuffix("> print 3\n= 3 cells, not saved\n"))
  }

  @Test("are twenty at most")
  func limit() throws {
    let text = "Overfit journal 1\nfolder /\nseed 0\nkeep 0\n> print 1\n= 1 cell, not saved\n"
    for number in 10..<40 {
      try home.write(text, to: ".local/state/overfit/journals/200001\(number)-000000-1.journal")
      #expect(chmod("\(journals.folder)/200001\(number)-000000-1.journal", 0o600) == 0)
    }
    let terminal = try start()
    try terminal.enter(["print 1"])
    #expect(journals.names.count == 20)
    #expect(journals.names.first == "20000121-000000-1.journal")
  }

  @Test("is not kept of what comes from a pipe")
  func pipe() throws {
    let program = try Program([], input: "print 1\nquit\n", home: home)
    #expect(program.output == "> print 1\n1\n> quit\n")
    #expect(journals.names.isEmpty)
    #expect(try Program(["--recover"], home: home).status == 2)
  }
}
