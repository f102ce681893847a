import Foundation
import Testing

@Suite("The place in a lesson", .waiting, .serialized, .timeLimit(.minutes(15)))
struct LessonPlaceTests {
  private let home = TemporaryFolder()

  private func terminal(_ lesson: String = SumsLesson.text) throws -> PseudoTerminal {
    try home.write(lesson, to: "sums.md")
    return PseudoTerminal(
      ["learn", home.path + "/sums.md"], home: home, environment: ["NO_COLOR": "1"])
  }

  private var folder: String { home.path + "/.local/state/overfit/lessons" }

  private var files: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// Walks to the cell behind the exercise, which is solved in the student's own way.
  private func walkToTheLastCell(_ terminal: PseudoTerminal) throws {
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a + 1")
    terminal.send("\r")
    try terminal.wait(forLine: "[3]")
    terminal.send("let b = 4\r")
    try terminal.wait(forLine: "[4]")
    terminal.send("let a = b + 9\r")
    try terminal.wait(for: "Solved: the return key goes on.\n[5]")
    terminal.send("\r")
    try terminal.wait(forLine: "[5] print a")
  }

  @Test("of many answers is added to, kept when the program is killed, and offered again")
  func manyAnswers() throws {
    let count = 60
    let questions = (1...count).map {
      "```question q\($0)\nask What is \($0)?\nanswer \($0)\n```\n"
    }.joined(separator: "\n")
    let terminal = try terminal("# Sums\n\n\(questions)")
    var files: Set<UInt64> = []
    var sizes: [Int] = []
    for number in 1...count {
      try terminal.wait(for: "the next question") {
        $0.description.contains("What is \(number)?") && $0.currentLine == "[1]"
      }
      guard number > 1 else {
        terminal.send("1." + String(repeating: "0", count: 120) + "\r")
        continue
      }
      var information = stat()
      #expect(stat("\(folder)/\(try #require(self.files.first))", &information) == 0)
      files.insert(UInt64(information.st_ino))
      sizes.append(Int(information.st_size))
      terminal.send("\(number)." + String(repeating: "0", count: 120) + "\r")
    }
    try terminal.wait(for: "This is the end of the lesson.")
    // What is small is written anew, and what came of a step is put behind what is larger.
    #expect(files.count < count / 2 + 5, "\(files.count)")
    #expect(sizes.allSatisfy { $0 < 9000 }, "\(sizes)")
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let again = try self.terminal("# Sums\n\n\(questions)")
    try again.wait(for: "Sums: you were at the end")
    again.send("\r")
    try again.wait(for: "This is the end of the lesson.")
  }

  @Test("is kept when the program is killed, and offered when one comes back")
  func offered() throws {
    var terminal = try terminal()
    try walkToTheLastCell(terminal)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: "\(folder)/\(try #require(files.first))")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(files.count == 1)
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))

    terminal = try self.terminal()
    try terminal.wait(for: "Sums: you were at cell 4 of 4 · Large.\n")
    try terminal.wait(forLine: "[1]")
    terminal.send("print 1\r")
    try terminal.wait(
      for:
        "restart begins again, quit leaves.\n[1] print 1\nNothing was done: go on first, then type "
        + "that line again.\nSums: you were")
    terminal.send("\r")
    try terminal.wait(
      for: "3 cells have run.\n\nWell done.\n\nthe lesson's cell 4 of 4 · Large\n[5] print a")
    terminal.send("\r")
    try terminal.wait(for: "\n13\n\nThis is the end of the lesson. quit leaves.\n[6]")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))

    // Who has been at the end begins again if they say so.
    terminal = try self.terminal()
    try terminal.wait(for: "Sums: you were at the end.\n")
    try terminal.wait(forLine: "[1]")
    terminal.send("restart\r")
    try terminal.wait(forLine: "[1] let a = 2")
  }

  @Test("has what was tried at an exercise that is still open")
  func tried() throws {
    var terminal = try terminal()
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a + 1")
    terminal.send("\r")
    try terminal.wait(forLine: "[3]")
    terminal.send("let a = 3\r")
    try terminal.wait(forLine: "[4]")
    terminal.send("let b = a + 4\r")
    try terminal.wait(forLine: "[5]")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))

    terminal = try self.terminal()
    try terminal.wait(for: "Sums: you were at cell 3 of 4 · Large.\n")
    try terminal.wait(forLine: "[1]")
    terminal.send("\r")
    try terminal.wait(for: "4 cells have run.\n")
    try terminal.wait(forLine: "[5]")
    terminal.send("let a = b + 9\r")
    try terminal.wait(for: "Solved: the return key goes on.\n[6]")
    terminal.send("reset\r")
    try terminal.wait(forLine: "[3]")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    terminal = try self.terminal()
    try terminal.wait(forLine: "[1]")
    terminal.send("\r")
    try terminal.wait(for: "2 cells have run.\n")
    try terminal.wait(forLine: "[3]")
  }

  @Test("has an exercise that is solved, before the return key has gone on")
  func solved() throws {
    var terminal = try terminal()
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a + 1")
    terminal.send("\r")
    try terminal.wait(forLine: "[3]")
    terminal.send("let a = 13\r")
    try terminal.wait(for: "Solved: the return key goes on.\n[4]")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))
    terminal = try self.terminal()
    try terminal.wait(for: "Sums: you were at cell 3 of 4 · Large.\n")
    terminal.send("\r")
    try terminal.wait(for: "Solved: the return key goes on.\n[4]")
    terminal.send("\r")
    try terminal.wait(forLine: "[4] print a")
  }

  @Test("has the notes that are written at the end, and saves them; other lines first go on")
  func notes() throws {
    var terminal = try terminal()
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("note at the start\r")
    try terminal.wait(forLine: "[2] let a = 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[3] print a + 1")
    terminal.send("\r")
    try terminal.wait(forLine: "[4]")
    terminal.send("let a = 13\r")
    try terminal.wait(for: "Solved: the return key goes on.\n[5]")
    terminal.send("\r")
    try terminal.wait(forLine: "[5] print a")
    terminal.send("\r")
    try terminal.wait(for: "This is the end of the lesson. quit leaves.\n[6]")
    terminal.send("note at the end\r")
    try terminal.wait(forLine: "[7]")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))

    terminal = PseudoTerminal(
      ["-c", "cd \"$HOME\" && exec \"$0\" learn ./", Binary.path], program: "/bin/sh",
      home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait(
      for: "All 1 are done.\nlesson 1 of 1: Sums. lessons lists them, lesson N goes to one.\n")
    try terminal.wait(for: "Sums: you were at the end.\n")
    try terminal.wait(forLine: "[1]")
    terminal.send("save r.md\r")
    try terminal.wait(for: "Nothing was done: go on first, then type that line again.\nSums: you")
    terminal.send("lessons\r")
    try terminal.wait(for: "done\n[1]")
    terminal.send("\r")
    try terminal.wait(forLine: "[7]")
    terminal.send("save r.md\r")
    try terminal.wait(for: "[7] save r.md\n")
    try terminal.wait(forLine: "[7]")
    let report = try #require(home.read("r.md"))
    for note in ["at the start", "at the end"] { #expect(report.contains("\n\(note)\n")) }
    terminal.send("handin h.txt\r")
    try terminal.wait(for: "h.txt is written: 1 lesson")
    #expect(home.read("h.txt")?.contains("note at the end") == true)
  }

  @Test(
    "is said with one mark at its end, where a heading has one", arguments: ["Why", "Stop!", "So."])
  func marks(_ heading: String) throws {
    let asked = SumsLesson.text.replacingOccurrences(of: "## Large", with: "## \(heading)")
      .replacingOccurrences(of: "## Why", with: "## Why 2?")
    let title = heading == "Why" ? "Why 2?" : heading
    var terminal = try terminal(asked)
    try walkToTheLastCell(terminal)
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    terminal = try self.terminal(asked.replacingOccurrences(of: "added", with: "joined"))
    try terminal.wait(
      for: "\nThe lesson has changed since you were at cell 4 of 4 · \(title) It begins anew.\n")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    terminal = try self.terminal(asked)
    try terminal.wait(for: "Sums: you were at cell 4 of 4 · \(title)\n")
  }

  @Test("is given up by restart, which keeps what was solved, and by a lesson that has changed")
  func forgotten() throws {
    var terminal = try terminal()
    try walkToTheLastCell(terminal)
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    terminal = try self.terminal(SumsLesson.text.replacingOccurrences(of: "added", with: "joined"))
    try terminal.wait(
      for: "\nThe lesson has changed since you were at cell 4 of 4 · Large; it begins anew.\n")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    // A look at it has not taken the place away.
    terminal = try self.terminal()
    try terminal.wait(for: "Sums: you were at cell 4 of 4 · Large.\n")
    terminal.send("restart\r")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    let kept = files.map { home.read(".local/state/overfit/lessons/\($0)") ?? "" }
    #expect(kept.count == 1 && kept[0].contains("\nreached ") && kept[0].contains("\nstep "))
  }

  @Test("stays when the way back to it is given up")
  func givenUp() throws {
    let cells = Samples.slow + ["train epochs=30", "print 1"]
    let lesson = "# Long\n\n```overfit\n" + cells.map { "> \($0)\n" }.joined() + "```\n"
    var terminal = try terminal(lesson)
    for (index, cell) in cells.enumerated() {
      try terminal.wait(forLine: "[\(index + 1)] \(cell)")
      if index + 1 < cells.count { terminal.send("\r") }
    }
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    let kept = files.map { home.read(".local/state/overfit/lessons/\($0)") }

    terminal = try self.terminal(lesson)
    try terminal.wait(for: "Long: you were at cell 7 of 7 · Long.\n")
    try terminal.wait(forLine: "[1]")
    terminal.send("\r")
    try terminal.wait(for: "the progress line") { $0.currentLine.hasPrefix("cell 6/6") }
    terminal.send("\u{3}")
    try terminal.wait(for: "Given up: your place is kept.\n")
    try terminal.wait(forLine: "[1]")
    #expect(files.map { home.read(".local/state/overfit/lessons/\($0)") } == kept)
    terminal.send("\r")
    try terminal.wait(forLine: "[7] print 1")
  }

  @Test("is told in the list of lessons")
  func listed() throws {
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"], rows: 60)
    try terminal.wait(forLine: "[1]")
    terminal.send("learn 1\r")
    try terminal.wait(forLine: "[1] seed 2")
    terminal.send("\r")
    try terminal.wait(forLine: "[2] data circles points=1200 noise=0.1")
    terminal.send("\u{4}")
    try terminal.wait(forLine: "[1]")
    let list = try terminal.type("learn")
    #expect(list.contains { $0.hasPrefix("01-circles ") && $0.hasSuffix("cell 2 of 73") })
  }

  @Test("is not read from a file that others may write")
  func strangersFile() throws {
    var terminal = try terminal()
    try walkToTheLastCell(terminal)
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    let file = "\(folder)/\(try #require(files.first))"
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    terminal = try self.terminal()
    try terminal.wait(forLine: "[1] let a = 2")
  }
}
