import Testing

/// Steps that ask, in a pipe and at a terminal.
@Suite("Lessons that ask", .serialized, .timeLimit(.minutes(15)))
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
    try terminal.wait(for: "[2] print a + 1\n3\n")
    terminal.send("3\r")
    try terminal.wait(for: "Will it grow?")
    terminal.send("back\r")
    try terminal.wait(for: "How much is *one* more?")
  }
}
