import Foundation
import Testing

/// Sessions that ended without being saved are listed, taken up by number, and dropped.
@Suite("Lost sessions", .waiting, .serialized, .timeLimit(.minutes(15)))
struct LostSessionsTests {
  private let home = TemporaryFolder()
  private var journals: Journals { Journals(of: home) }

  /// Journals of sessions that began on these days of January 2000 and printed their day, as often.
  private func lose(_ days: [Int]) throws {
    for day in days {
      let name = "2000010\(day)-123456-1.journal"
      let cells = String(repeating: "> print \(day)\n", count: day)
      let count = day == 1 ? "1 cell" : "\(day) cells"
      try home.write(
        "Overfit journal 1\nfolder \(home.path)\nseed 0\nkeep 0\n\(cells)= \(count), not saved\n",
        to: ".local/state/overfit/journals/\(name)")
      #expect(chmod("\(journals.folder)/\(name)", 0o600) == 0)
    }
  }

  private func recover(_ words: String...) throws -> Program {
    try Program(["--recover"] + words, home: home)
  }

  @Test("one is dropped by what the offer says, with its cells named, and is not offered again")
  func one() throws {
    let terminal = PseudoTerminal([], home: home, columns: 80, rows: 60)
    try terminal.wait(forLine: "[1]")
    try terminal.enter(Samples.quick)
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let next = PseudoTerminal([], home: home, columns: 80, rows: 60)
    try next.wait(forLine: "[1]")
    #expect(
      next.screen.lines[1]
        == "a lost session of 5 cells: overfit --recover, or --recover drop to forget it")
    next.send("quit\r")
    #expect(try next.waitForExit() == .status(0))

    let drop = PseudoTerminal(["--recover", "drop"], home: home, columns: 120, rows: 60)
    #expect(try drop.waitForExit() == .status(0))
    #expect(drop.screen.lines[0].hasPrefix("dropped: 20"))
    #expect(drop.screen.lines[0].contains(" UTC · 5 cells (1 training of 5 epochs) · /"))
    #expect(journals.names.isEmpty)
    let results = home.path + "/.local/state/overfit/results"
    #expect(try FileManager.default.contentsOfDirectory(atPath: results).isEmpty)
    let last = PseudoTerminal([], home: home, columns: 80, rows: 60)
    try last.wait(forLine: "[1]")
    #expect(last.screen.lines[1] == "[1]")
    let none = try recover("drop")
    #expect(none.error == "overfit: there is no session to recover\n" && none.status == 1)
  }

  @Test("several are numbered, the oldest first, and one of them comes back")
  func several() throws {
    try lose([3, 1, 2])
    #expect(
      try recover("list").output == """
        1  2000-01-01 12:34 UTC · 1 cell · \(home.path)
        2  2000-01-02 12:34 UTC · 2 cells · \(home.path)
        3  2000-01-03 12:34 UTC · 3 cells · \(home.path)
        overfit --recover N has one back, --recover drop N forgets it, --recover drop all all

        """)
    let terminal = PseudoTerminal(["--recover", "2"], home: home, columns: 80, rows: 60)
    try terminal.wait(forLine: "[3]")
    #expect(terminal.screen.lines.contains("[2] print 2"))
    // What is taken up is no longer lost.
    #expect(try recover("list").output.contains("2  2000-01-03"))
    terminal.send("quit\r")
    try terminal.wait(for: "quit again")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(journals.names.count == 2)
  }

  @Test("several are dropped by their numbers, or all at once")
  func dropped() throws {
    try lose([1, 2, 3, 4])
    let unclear = try recover("drop")
    #expect(
      unclear.error
        == "overfit: 4 lost sessions may be meant: overfit --recover list numbers them, "
        + "overfit --recover drop all drops all\n")
    #expect(unclear.status == 1 && journals.names.count == 4)
    let none = try recover("drop", "2", "7")
    #expect(none.error == "overfit: there is no lost session 7: overfit --recover list shows 4\n")
    #expect(journals.names.count == 4)
    #expect(
      try recover("drop", "3", "1", "3").output
        == "dropped: 2000-01-03 12:34 UTC · 3 cells · \(home.path)\n"
        + "dropped: 2000-01-01 12:34 UTC · 1 cell · \(home.path)\n")
    #expect(journals.names.map { $0.prefix(8) } == ["20000102", "20000104"])
    #expect(try recover("drop", "all").output.split(separator: "\n").count == 2)
    #expect(journals.names.isEmpty)
  }

  @Test("one that can't be read is dropped too, and one that lives is not")
  func unreadable() throws {
    let terminal = PseudoTerminal([], home: home, columns: 80, rows: 60)
    try terminal.wait(forLine: "[1]")
    try terminal.enter(["print 1"])
    try lose([2])
    let path = journals.folder + "/20000102-123456-1.journal"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try home.write(
      "x" + text, to: ".local/state/overfit/journals/20000102-123456-1.journal")
    #expect(chmod(path, 0o600) == 0)
    #expect(
      try recover("list").output.hasPrefix("1  2000-01-02 12:34 UTC · 2 cells that can't be read\n")
    )
    #expect(try recover("drop", "all").status == 0)
    #expect(journals.names.count == 1)
    try terminal.type("print 2", thenPrompt: 3)
    #expect(journals.text.hasSuffix("= 2 cells, not saved\n"))
  }

  @Test("are not what other words behind --recover mean")
  func words() throws {
    for words in [["dorp"], ["0"], ["drop", "x"], ["list", "1"], ["1", "2"]] {
      let program = try Program(["--recover"] + words, home: home)
      #expect(program.status == 2, "\(words)")
      #expect(program.error.contains("says nothing behind --recover"), "\(program.error)")
    }
    #expect(
      try recover("mine.md").error == "overfit: --recover opens no notebook: leave mine.md out\n")
  }
}
