import Foundation
import Testing

@Suite("A notebook that is opened", .waiting, .serialized, .timeLimit(.minutes(15)))
struct OpeningTests {
  private let home = TemporaryFolder()
  private var path: String { home.path + "/mine.md" }
  private let greeting = "Overfit 0.1 · seed 0 · help, lessons, quit"

  private func open() -> PseudoTerminal {
    PseudoTerminal([path], home: home, columns: 120, rows: 60)
  }

  @Test("goes on at the prompt, and save writes it back")
  func goesOn() throws {
    try home.write(
      "# Mine\n\nFirst *this*.\n\n```overfit\n> print 1 + 1\n> trane\n> print 3\n```\n",
      to: "mine.md")
    let terminal = open()
    try terminal.wait(forLine: "[5]")
    #expect(
      terminal.screen.lines.prefix(8) == [
        greeting, "4 cells of \(path); Ctrl-C keeps what is whole", "[1] note First *this*.",
        "[2] print 1 + 1", "2", "[3] trane", "    ^^^^^ unknown command \"trane\"",
        "    did you mean: train",
      ])
    try terminal.type("print 4", thenPrompt: 6)
    terminal.send("quit\r")
    try terminal.wait(for: "1 cell is not saved: quit again to leave, or save\n")
    try terminal.type("save", thenPrompt: 6)
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    let text = try #require(home.read("mine.md"))
    #expect(text.hasPrefix("# Mine\n\nFirst *this*.\n\n```overfit\n> print 1 + 1\n2\n> trane\n"))
    #expect(text.hasSuffix("> print 3\n3\n> print 4\n4\n```\n"))
    #expect(try Program(["replay", path], home: home).output == "\(path): equal\n")
  }

  @Test("has its exercises solved, which is said, and is written back with them as they were")
  func exercises() throws {
    let text = """
      # Mine

      ```overfit
      > let a = 1
      ```

      ```exercise more
      check a > 2
      hint Try a larger one.
      solution
      > let a = 3
      ```

      ```overfit
      > print a
      3
      ```

      """
    try home.write(text, to: "mine.md")
    let terminal = open()
    try terminal.wait(forLine: "[4]")
    #expect(
      terminal.screen.lines.prefix(7) == [
        greeting, "3 cells of \(path); Ctrl-C keeps what is whole",
        "its exercises are solved as a replay solves them", "[1] let a = 1", "[2] let a = 3",
        "[3] print a", "3",
      ])
    try terminal.type("print a + 1", thenPrompt: 5)
    try terminal.type("save", thenPrompt: 5)
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(home.read("mine.md") == text.dropLast(4) + "> print a + 1\n4\n```\n")
    #expect(try Program(["replay", path], home: home).output == "\(path): equal\n")
  }

  @Test("comes back with what was typed behind it")
  func recovered() throws {
    try home.write("Prose.\n\n```overfit\n> print 1\n```\n", to: "mine.md")
    let terminal = open()
    try terminal.wait(forLine: "[3]")
    try terminal.type("print 2", thenPrompt: 4)
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    let other = open()
    try other.wait(forLine: "[3]")
    #expect(
      other.screen.lines[1]
        == "a lost session of 3 cells: overfit --recover, or --recover drop to forget it")
    let again = PseudoTerminal(["--recover"], home: home, rows: 60)
    try again.wait(forLine: "[4]")
    try again.type("save", thenPrompt: 4)
    #expect(home.read("mine.md") == "Prose.\n\n```overfit\n> print 1\n1\n> print 2\n2\n```\n")
  }

  @Test("keeps what is whole at Ctrl-C, and its file as it was")
  func interrupted() throws {
    let lines = Samples.slow + ["train yes=yes epochs=1000000"]
    let text = "```overfit\n" + lines.map { "> \($0)\n" }.joined() + "```\n"
    try home.write(text, to: "mine.md")
    let terminal = open()
    try terminal.wait(for: "/1000000")
    #expect(terminal.screen.lines[1].hasPrefix("6 cells (1 training of 1,000,000 epochs) of "))
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[6]")
    #expect(terminal.screen.description.contains("\ninterrupted\nthe first 5 cells are back; "))
    try terminal.type("save", thenPrompt: 6)
    #expect(terminal.screen.description.contains("save needs the name of a file"))
    #expect(home.read("mine.md") == text)
  }

  @Test("asks for what a file may not read")
  func asks() throws {
    let other = TemporaryFolder()
    try other.write("a,b\n1,2\n3,4\n", to: "t.csv")
    try home.write("```overfit\n> data csv \(other.path)/t.csv target=a\n```\n", to: "mine.md")
    let terminal = open()
    try terminal.wait(for: "Allow it? Type y or n:")
    terminal.send("y\r")
    try terminal.wait(forLine: "[2]")
  }

  @Test("is missed with its name, and needs a terminal")
  func missing() throws {
    let missing = try Program([path], home: home)
    #expect(missing.error == "overfit: \(path): there is no such file\n")
    #expect(missing.status == 1)
    try home.write("", to: "mine.md")
    let pipe = try Program([path], input: "print 1\n", home: home)
    #expect(
      pipe.error == "overfit: a notebook is opened at a terminal; overfit run \(path) runs it\n")
    #expect(pipe.status == 2)
  }
}
