import Foundation
import Testing

@Suite("Learning", .waiting, .serialized, .timeLimit(.minutes(15)))
struct LearnTests {
  private let home = TemporaryFolder()

  private static let lesson = """
    ---
    title: Sums
    minutes: 3
    ---
    # Sums

    Numbers can be *added*.

    ```overfit
    > let a = 2
    > print a + 1
    3
    ```

    Now a loop.

    ```overfit
    > for b in 1, 2
    .   print a * b
    . end
    2
    4
    ```

    Your turn: make it large.

    ```exercise large
    check a > 10
    check a < 100
    hint Choose a number.
    solution
    > let a = 50
    ```

    Well done.

    ```overfit
    > print a
    50
    ```
    """

  /// What stands at the exercise before anything is tried.
  private static let stuck = """
    [ ] check a > 10
        2 is not > 10 · off by 8
    [x] check a < 100
    Not tried yet: hint helps, solution shows one way, skip takes it and goes on.
    """

  @Test("lists the lessons, from wherever it is called")
  func list() throws {
    let list = try Program(["learn"])
    #expect(list.status == 0)
    #expect(
      list.output.contains("\n01-circles      Too simple, right, too clever  30 min  circles\n"))
    #expect(list.output.contains("\n02-mnist "))
    #expect(try Program([], input: "lessons\n").output == "> lessons\n" + list.output)
  }

  @Test("says which lessons there are when there is none of the name")
  func unknown() throws {
    let program = try Program(["learn", "xyz"])
    #expect(program.status == 1)
    #expect(program.error.hasPrefix("overfit: no lesson is called \"xyz\"; there are: 01-circles"))
    #expect(program.error.contains(", capstone\n"))
    for (typed, near) in [("captsone", "capstone"), ("dropuot", "dropout")] {
      let program = try Program(["learn", typed])
      #expect(program.error.contains("no lesson is called \"\(typed)\"; did you mean: \(near)\n"))
    }
  }

  @Test("shows prose, and runs cell after cell at the return key")
  func walk() throws {
    try home.write(Self.lesson, to: "sums.md")
    let terminal = PseudoTerminal(
      ["learn", home.path + "/sums.md"], home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait(forLine: "[1] let a = 2")
    #expect(terminal.screen.lines.contains("Numbers can be *added*."))
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a + 1")
    terminal.send("\r")
    try terminal.wait(for: "the loop") {
      $0.description.hasSuffix(
        "] print a + 1\n3\n\nNow a loop.\n\nthe lesson's cell 3 of 5 · Sums\n[3] for b in 1, 2\n  print a * b\nend"
      )
    }
    terminal.send("\r")
    try terminal.wait(forLine: "[4]")
    #expect(
      terminal.screen.description.hasSuffix(
        "\nend\n2\n4\n\nYour turn: make it large.\n\nthe lesson's cell 4 of 5 · Sums\n" + Self.stuck
          + "\n[4]"))
  }

  @Test("offers a cell that gives way to a letter and stays for any other key")
  func offer() throws {
    try home.write(Self.lesson, to: "sums.md")
    let terminal = PseudoTerminal(["learn", home.path + "/sums.md"], home: home, columns: 40)
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\u{7F}3")
    try terminal.wait(forLine: "[1] let a = 3")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r\r")
    try terminal.wait(for: "\n[3] for b in 1, 2\n  print a * b\nend")
    terminal.send("pri")
    try terminal.wait(for: "the student's own letters") {
      $0.description.hasSuffix("\nNow a loop.\n\nthe lesson's cell 3 of 5 · Sums\n[3] pri")
        && $0.currentLine == "[3] pri"
    }
    terminal.send("nt a\r")
    try terminal.wait(for: "the offer again") {
      $0.description.hasSuffix("\n[3] print a\n2\n[4] for b in 1, 2\n  print a * b\nend")
    }
  }

  @Test("ticks the checks of an exercise, and keeps what is tried out of the lesson")
  func exercise() throws {
    try home.write(Self.lesson, to: "sums.md")
    let terminal = PseudoTerminal(["learn", home.path + "/sums.md"], home: home)
    try terminal.wait(forLine: "[1] let a = 2")
    // A command of the student's own, on a branch.
    terminal.send("let a = 99\r")
    try terminal.wait(forLine: "[2] let a = 2")
    terminal.send("print a\r")
    try terminal.wait(forLine: "[3] let a = 2")
    #expect(terminal.screen.lines.contains("99"))
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print a + 1")
    terminal.send("\r")
    try terminal.wait(forLine: "end")
    terminal.send("\r")
    try terminal.wait(forLine: "[4]")
    #expect(terminal.screen.lines.contains("3"))
    // An exercise that is not solved says so, and gives its hints where they are asked for.
    terminal.send("\r")
    try terminal.wait(
      for: "\nNot solved yet. hint helps, solution shows one way, skip takes it and goes on.\n")
    terminal.send("hint\r")
    try terminal.wait(for: "\nHint: ")
    terminal.send("hint\r")
    try terminal.wait(
      for: "\nThere are no more hints; solution shows one way, skip takes it and goes on.\n")
    terminal.send("let a = 60\r")
    try terminal.wait(forLine: "[5]")
    #expect(
      terminal.screen.description.hasSuffix(
        "\n[x] check a > 10\n[x] check a < 100\nSolved: the return key goes on.\n[5]"))
    // A solved one goes on from what the student made of it.
    terminal.send("next\r")
    try terminal.wait(forLine: "[5] print a")
    #expect(!terminal.screen.description.contains("A solution:"))
    terminal.send("\r")
    try terminal.wait(forLine: "[6]")
    #expect(
      terminal.screen.description.hasSuffix(
        "\n60\n\nThis is the end of the lesson. quit leaves.\n[6]"))
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("walks the lesson about circles to its end at a terminal")
  func circles() throws {
    let terminal = PseudoTerminal(["learn", "circles"], home: home)
    try terminal.wait(forLine: "[1] seed 2")
    var place = 0
    for stop in try LessonStop.all(of: "01-circles") {
      try terminal.readOn(until: stop.source) { screen in
        screen.place > place && screen.currentLine.hasPrefix("[")
          && screen.currentLine.drop { $0 != "]" }.dropFirst(2) == stop.source
      }
      place = terminal.screen.place
      terminal.send(stop.keys)
    }
    let end = "\nThis is the end of the lesson. quit leaves.\n"
    // Before the prompt stands, Ctrl-D is not the editor's.
    try terminal.readOn(until: end) {
      $0.description.contains(end) && $0.currentLine.hasPrefix("[")
    }
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("prints all of a lesson into a pipe, prose and cells")
  func pipe() throws {
    try home.write(Self.lesson, to: "sums.md")
    let lines = "\n\n\nskip\n\n\n"
    let program = try Program(["learn", home.path + "/sums.md"], input: lines)
    #expect(program.status == 0)
    #expect(
      program.output.hasSuffix(
        """
        Sums
        ====

        Numbers can be *added*.

        > let a = 2
        > print a + 1
        3

        Now a loop.

        > for b in 1, 2
        .   print a * b
        . end
        2
        4

        Your turn: make it large.

        \(Self.stuck)
        > skip
        A solution:
        > let a = 50

        Well done.

        > print a
        50

        This is the end of the lesson. quit leaves.
        This is the end of the lesson. quit leaves.

        """))
    let keys = try LessonStop.all(of: "01-circles").map { $0.keys.dropLast() + "\n" }.joined()
    let circles = try Program(["learn", "1"], input: keys)
    #expect(circles.status == 0)
    #expect(circles.output.contains("\n> evaluate test\nsplit  examples    loss"))
  }

  @Test("goes on in a pipe behind a line that is no command, and says so in the end")
  func pipeWithMistake() throws {
    try home.write(Self.lesson, to: "sums.md")
    let program = try Program(
      ["learn", home.path + "/sums.md"], input: "\n\nprnt a\n\nlet a = 12\n\n\n")
    #expect(program.output.contains("> prnt a\n  ^^^^ unknown command \"prnt\"\n"))
    #expect(
      program.output.hasSuffix("> print a\n12\n\nThis is the end of the lesson. quit leaves.\n"))
    #expect(program.status == 1)
  }

  @Test("keeps the lesson's own state when a training in it is interrupted")
  func interrupted() throws {
    let cells = Samples.slow + ["train epochs=100", "print loss()"]
    let text = "# Long\n\n```overfit\n" + cells.map { "> \($0)\n" }.joined() + "```\n"
    try home.write(text, to: "long.md")
    let terminal = PseudoTerminal(["learn", home.path + "/long.md"], home: home)
    for (index, cell) in cells.dropLast().enumerated() {
      try terminal.wait(forLine: "[\(index + 1)] \(cell)")
      terminal.send("\r")
    }
    try terminal.wait(for: "the training") {
      $0.currentLine.isEmpty || $0.currentLine.contains("/100")
    }
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[6] train epochs=100")
    terminal.send("\r")
    try terminal.wait(forLine: "[7] print loss()")
    #expect(terminal.screen.description.contains("\nepoch 100/100 · loss "))
    #expect(terminal.screen.description.contains("\ninterrupted: "))
    #expect(!terminal.screen.description.contains("stopped after"))
  }

  @Test("ends with a cell of the lesson that takes longer than it may")
  func slowCell() throws {
    let cells = Samples.slow + ["train yes=yes epochs=1000000"]
    let text = "# Long\n\n```overfit\n" + cells.map { "> \($0)\n" }.joined() + "```\n"
    try home.write(text, to: "long.md")
    let path = home.path + "/long.md"
    let program = try Program(
      ["learn", path, "--cell-time", "1"], input: String(repeating: "\n", count: 20), home: home)
    #expect(
      program.error
        == "overfit: \(path):\(3 + cells.count): cell \(cells.count) took longer than 1 s "
        + "(--cell-time)\n")
    #expect(program.status == 1)
  }

  @Test("lets nothing of a stranger's lesson steer the terminal")
  func evil() throws {
    let title = "\u{1B}]0;owned\u{7}"
    let text = """
      # Title \(title)

      Prose \(title) and \u{202E}backwards.

      ```overfit
      > print "one\(title)"
      > for a in 1 \(title)
      . print "two\u{9B}31m"
      . end
      > print "three\u{202E}"
      ```

      ```exercise e
      check 1 > 2 # \(title)
      hint \(title)
      solution
      > print "four\(title)"
      ```
      """
    try home.write(text, to: "evil.md")
    let lesson = home.path + "/evil.md"
    func isHarmless(_ text: String) -> Bool {
      text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .format: false
        default: true
        }
      }
    }
    for call in [["learn", lesson], ["run", lesson], ["replay", lesson]] {
      let program = try Program(call, input: String(repeating: "\n", count: 8))
      #expect(isHarmless(program.output))
      #expect(isHarmless(program.error))
    }
    let typed = try Program([], input: "run \(lesson)\ncells\nundo\n")
    #expect(isHarmless(typed.output))

    let terminal = PseudoTerminal(["learn", lesson], home: home)
    try terminal.wait(for: "[1] print \"one?]0;owned?\"")
    for _ in 0..<4 { terminal.send("\r") }
    terminal.send("skip\r")
    try terminal.wait(for: "\nThis is the end of the lesson. quit leaves.")
    try terminal.wait(forLine: "[5]")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(!terminal.raw.contains("\u{1B}]"))
    #expect(!terminal.raw.contains("\u{9B}"))
    #expect(!terminal.raw.contains("\u{202E}"))
  }
}
