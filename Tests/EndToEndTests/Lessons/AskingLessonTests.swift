import Foundation
import Testing

/// Steps that ask, in a pipe and at a terminal.
@Suite("Lessons that ask", .waiting, .serialized, .timeLimit(.minutes(15)))
struct AskingLessonTests {
  private let home = TemporaryFolder()

  private static let lesson = """
    # Sums

    ```overfit
    > let a = 2
    ```

    ```question sum
    ask How much is *one* more?
    answer a + 1
    says Yes.
    else Add one to it.
    ```

    ```prediction growth
    ask Will it grow?
    measure a
    choice yes
    when now > before
    choice no
    ```

    ```overfit
    > let a = 4
    ```

    ```cards
    card Two and two?
    back Four.
    ```

    """

  @Test("a pipe answers line by line")
  func pipe() throws {
    try home.write(Self.lesson, to: "sums.md")
    let program = try Program(
      ["learn", home.path + "/sums.md"], input: "\n\n5\n3\nb\n\n\ncards\n", home: home)
    #expect(
      program.output == """
        The return key runs the next cell; type anything else to try it. help, quit.

        Sums
        ====

        > let a = 2

        How much is *one* more?
        Type a number; any command may help to find it.
        How much is *one* more?
        Type a number; any command may help to find it.
        Not answered yet. solution shows the answer, skip goes on.
        > 5
        Not that.
        Add one to it.
        > 3
        Right.
        Yes.

        Will it grow?
        a) yes
        b) no
        Type a letter, or the return key for no prediction. Nothing is graded.
        > b
        Your prediction is kept until the cells have run.
        > let a = 4

        You predicted: no
        What came: yes (2 before, 4 now)

        Card 1 of 1: Two and two?
        The return key turns it over, skip leaves the cards.
        Four.

        This is the end of the lesson. quit leaves.
        cards lists its card.
        > cards
        1. Two and two?
           Four.

        """)
    #expect(program.status == 0)
  }

  @Test("a command runs where a text is asked for, whatever its words look like")
  func commands() throws {
    try home.write(
      """
      # Causes

      ```question cause
      ask What is wrong?
      answer "*scal*", "feature scaling"
      says They come as they are.
      wrong "*rate*"
      says It isn't that.
      ```

      """, to: "causes.md")
    let program = try Program(
      ["learn", home.path + "/causes.md"],
      input: "let scale1 = 3\nnote perhaps the rate\nthe rate\nlet rate\nlet rate = 0.1\nskip\n",
      home: home)
    let waits = "The question still waits: type your answer; the return key shows it again."
    #expect(
      program.output.hasSuffix(
        """
        What is wrong?
        Type your answer.
        > let scale1 = 3
        \(waits)
        > note perhaps the rate
        \(waits)
        > the rate
        Not that.
        It isn't that.
        > let rate
        Not that.
        It isn't that.
        > let rate = 0.1
        \(waits)
        > skip
        The answer: feature scaling · They come as they are.
        The lesson goes on without the 2 cells that you tried here.

        This is the end of the lesson. quit leaves.

        """))
    #expect(program.status == 0)
  }

  @Test("at a terminal they ask within learn, and a word of the walk stays one")
  func terminal() throws {
    try home.write(Self.lesson, to: "sums.md")
    let terminal = PseudoTerminal([], home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait(for: "[1]")
    terminal.send("learn \(home.path)/sums.md\r")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(for: "Type a number; any command may help to find it.\n[2]")
    terminal.send("where\r")
    try terminal.wait(for: "cell 2 of 5")
    terminal.send("print a + 1\r")
    // What is asked stands above, and is not shown again.
    try terminal.wait(
      for:
        "[2] print a + 1\n3\nThe question still waits: type a number, or a formula for it; the return key\nshows it again.\n[3]"
    )
    terminal.send("3\r")
    // What was tried beside a question stays behind, which is said.
    try terminal.wait(for: "The lesson goes on without the cell that you tried here.")
    try terminal.wait(for: "Will it grow?")
    terminal.send("back\r")
    try terminal.wait(for: "How much is *one* more?")
  }

  @Test("what was predicted stands beside what came, though the lesson was left in between")
  func predicted() throws {
    try home.write(Self.lesson, to: "sums.md")
    let start = {
      PseudoTerminal(
        ["learn", home.path + "/sums.md"], home: home, environment: ["NO_COLOR": "1"])
    }
    let terminal = start()
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(for: "Type a number")
    terminal.send("3\r")
    try terminal.wait(for: "Will it grow?")
    terminal.send("b\r")
    try terminal.wait(forLine: "[2] let a = 4")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    let again = start()
    try again.wait(for: "you were at cell 4 of 5")
    again.send("\r")
    try again.wait(forLine: "[2] let a = 4")
    again.send("\r")
    try again.wait(for: "You predicted: no\nWhat came: yes (2 before, 4 now)")
  }

  @Test("a bare check checks the exercise")
  func check() throws {
    try home.write(SumsLesson.text, to: "sums.md")
    let program = try Program(
      ["learn", home.path + "/sums.md"], input: "\n\ncheck\nlet a = 13\ncheck\nquit\n", home: home)
    #expect(!program.output.contains("check needs"))
    #expect(program.output.components(separatedBy: "[ ] ").count == 3)
    #expect(program.output.components(separatedBy: "[x] ").count == 7)
  }
}

/// Lines that are typed while a page waits.
@Suite("A line typed at a page of a lesson", .waiting, .serialized, .timeLimit(.minutes(15)))
struct TypedAtPageTests {
  private let home = TemporaryFolder()
  private let wait = "-- the return key goes on --"

  private func terminal(_ home: TemporaryFolder) throws -> PseudoTerminal {
    try home.write(
      """
      # Pages

      ```overfit
      > for n in 1..9
      .   print n
      . end
      ```

      A first paragraph.

      A second paragraph.

      ```overfit
      > print 3
      ```

      """, to: "pages.md")
    let terminal = PseudoTerminal(
      ["learn", home.path + "/pages.md"], home: home, environment: ["NO_COLOR": "1"], rows: 12)
    try terminal.wait(for: "end")
    return terminal
  }

  @Test("is the line that runs next, letters that are keys elsewhere too")
  func typed() throws {
    let terminal = try terminal(home)
    terminal.send("\r")
    try terminal.wait(for: "a page") { $0.currentLine == wait }
    terminal.send("query = 1\r")
    try terminal.wait(for: "[2] query = 1\n")
    // It fails, and so it is no cell.
    try terminal.wait(forLine: "[2] print 3")
    #expect(terminal.screen.description.contains("A second paragraph."))
    terminal.send("print 70 + 7\r")
    try terminal.wait(for: "\n77\n")
  }

  @Test("ends the wait where it is the q of every pager, and goes on by j; k does nothing")
  func keys() throws {
    let terminal = try terminal(home)
    terminal.send("\r")
    try terminal.wait(for: "a page") { $0.currentLine == wait }
    terminal.send("q")
    try terminal.wait(forLine: "[2] print 3")
    #expect(terminal.screen.description.contains("A second paragraph."))
    terminal.send("print 70 + 7\r")
    try terminal.wait(for: "\n77\n")
    #expect(!terminal.screen.description.contains("unknown command"))
    let second = TemporaryFolder()
    let other = try self.terminal(second)
    other.send("\r")
    try other.wait(for: "a page") { $0.currentLine == wait }
    other.send("k")
    Thread.sleep(forTimeInterval: 0.5)
    #expect(other.screen.currentLine == wait)
    other.send("j")
    try other.wait(forLine: "[2] print 3")
    #expect(other.screen.description.contains("A second paragraph."))
  }

  @Test("is a word where more letters follow at once: quit leaves the lesson")
  func word() throws {
    let terminal = try terminal(home)
    terminal.send("\r")
    try terminal.wait(for: "a page") { $0.currentLine == wait }
    for letter in "quit\r" {
      terminal.send(String(letter))
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("is that too where it came before the page was there, and return keys alone are nothing")
  func ahead() throws {
    let terminal = try terminal(home)
    terminal.send("\r\r")
    try terminal.wait(for: "a page") { $0.currentLine == wait }
    terminal.send("\r")
    try terminal.wait(forLine: "[2] print 3")
    let second = TemporaryFolder()
    let other = try self.terminal(second)
    other.send("\r\rprint 70 + 7\r")
    try other.wait(for: "\n77\n")
  }
}
