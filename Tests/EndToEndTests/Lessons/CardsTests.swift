import Foundation
import Testing

/// Flash cards, in a pipe and at a terminal.
@Suite("Asking cards", .waiting, .serialized, .timeLimit(.minutes(15)))
struct CardsTests {
  private let home = TemporaryFolder()

  /// A folder with two lessons' cards, in which the program is started.
  private func makeLessons() throws {
    try home.write(
      "# Sums\n\n```overfit\n> let a = 2\n```\n\n```cards\ncard Two and two?\nback *Four*.\n```\n",
      to: "lessons/01-sums.md")
    try home.write(
      "# More\n\n```cards\nfill One is a {number}.\nterm half\nback One of two.\nterm third\n"
        + "back One of three.\n```\n", to: "lessons/cards.md")
  }

  private var cards: String { home.path + "/.local/state/overfit/cards" }

  /// The program at a terminal, started in that folder.
  private func terminal(_ words: [String]) -> PseudoTerminal {
    PseudoTerminal(
      ["-c", "cd \"$HOME\" && exec \"$0\" \"$@\"", Binary.path] + words, program: "/bin/sh",
      home: home, environment: ["NO_COLOR": "1"])
  }

  @Test("a pipe answers line by line, and leaves no boxes")
  func pipe() throws {
    try makeLessons()
    let program = try Program(
      ["learn", "cards", "1"], input: "\ny\n", home: home, folder: home.path)
    #expect(
      program.output == """
        Cards are asked one by one. skip leaves one out, boxes tells of all, help, quit.
        Sums: 0 due, 1 new of 1 card; 1 come now.

        Card 1 of 1 · 01-sums
        Two and two?
        The return key turns it over.
        *Four*.
        Did you know it? y or n.
        > y

        1 card answered, 1 known.

        """)
    #expect(program.status == 0)
    #expect(!FileManager.default.fileExists(atPath: cards))
    let all = try Program(["learn", "cards"], input: "quit\n", home: home, folder: home.path)
    #expect(all.output.contains("\nall lessons: 0 due, "))
    #expect(all.output.contains(" cards; 10 come now.\n"))
    #expect(all.output.hasSuffix("> quit\nNo card was answered.\n"))
    #expect(
      try Program(["learn", "cards"], input: "quit\n", home: home, folder: home.path).output
        == all.output)
    let within = try Program(
      [], input: "print 1\nlearn cards 1\nfor\ny\nprint 2\n", home: home, folder: home.path)
    #expect(within.output.contains("> for\n*Four*.\nDid you know it? y or n.\n> y\n"))
    #expect(within.output.hasSuffix("Back in your own notebook of 1 cell.\n> print 2\n2\n"))
  }

  @Test(
    "a line that names no lesson is refused, and lessons have no cards of their own to be asked")
  func refused() throws {
    try makeLessons()
    let unknown = try Program(["learn", "cards", "xyz"], home: home, folder: home.path)
    #expect(unknown.error.hasPrefix("overfit: no lesson is called \"xyz\"; there are: 01-sums"))
    #expect(unknown.status == 1)
  }

  @Test("at a terminal what was answered is in the boxes at once, and comes when it is due")
  func boxes() throws {
    try makeLessons()
    var terminal = terminal(["learn", "cards", "1"])
    try terminal.wait(for: "The return key turns it over.\n>")
    terminal.send("\r")
    try terminal.wait(for: "Did you know it? y or n.\n>")
    terminal.send("y\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.description.contains("1 card answered, 1 known."))
    let text = try String(contentsOfFile: cards, encoding: .utf8)
    #expect(text.hasPrefix("Overfit cards 1\nsittings 1\nbox 2 since 1 card "))
    let attributes = try FileManager.default.attributesOfItem(atPath: cards)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    // Killed in the middle: the sitting counts.
    terminal = self.terminal(["learn", "cards", "cards"])
    try terminal.wait(for: "More: 0 due, 3 new of 3 cards; 3 come now.")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))
    #expect(
      try String(contentsOfFile: cards, encoding: .utf8).contains("sittings 2\nbox 2 since 1"))

    // Due again in the third.
    terminal = self.terminal([])
    try terminal.wait(forLine: "[1]")
    terminal.send("learn cards 1\r")
    try terminal.wait(for: "Sums: 1 due (box 2: 1), 0 new of 1 card; 1 come now.")
    terminal.send("boxes\r")
    try terminal.wait(for: "box 2  1 card\n")
    try terminal.wait(forLine: ">")
    terminal.send("\u{4}")
    try terminal.wait(for: "No card was answered.\nBack in your own notebook of 0 cells.\n[1]")
  }

  @Test("a card stands there again when the screen is cleared, and so does a question of a lesson")
  func cleared() throws {
    try makeLessons()
    let cards = terminal(["learn", "cards", "1"])
    try cards.wait(for: "The return key turns it over.\n>")
    cards.send("\u{C}")
    try cards.wait(for: "the card alone") {
      $0.description.hasPrefix(
        "Card 1 of 1 · 01-sums\nTwo and two?\nThe return key turns it over.\n>")
    }
    cards.send("\r")
    try cards.wait(for: "Did you know it? y or n.\n>")
    cards.send("\u{C}")
    try cards.wait(for: "what is asked alone") {
      $0.description.hasPrefix("Did you know it? y or n.\n>")
    }
    cards.send("\u{4}")
    _ = try cards.waitForExit()

    let walk = terminal(["learn", "1"])
    try walk.wait(forLine: "[1] let a = 2")
    walk.send("\r")
    try walk.wait(for: "Card 1 of 1: Two and two?")
    walk.send("\u{C}")
    try walk.wait(for: "the card of the lesson") {
      !$0.description.contains("let a = 2") && $0.description.contains("Card 1 of 1: Two and two?")
    }
    walk.send("\u{4}")
    _ = try walk.waitForExit()
  }

  @Test("the cards of a lesson that is walked enter the boxes")
  func walked() throws {
    try makeLessons()
    let terminal = terminal(["learn", "1"])
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\r")
    try terminal.wait(for: "Card 1 of 1: Two and two?")
    terminal.send("\r")
    try terminal.wait(for: "This is the end of the lesson.")
    #expect(
      try String(contentsOfFile: cards, encoding: .utf8)
        .hasPrefix("Overfit cards 1\nsittings 0\nbox 1 since 0 card "))
  }

  @Test("boxes that are gone in the middle of a sitting begin anew, and what was damaged stays")
  func removed() throws {
    try makeLessons()
    func damage(_ text: String) throws {
      try home.write(text, to: ".local/state/overfit/cards")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: cards)
    }
    for (text, name) in [("box 7\n", "cards.damaged"), ("box 8\n", "cards.damaged-2")] {
      try damage(text)
      let terminal = terminal(["learn", "cards", "1"])
      try terminal.wait(for: "The return key turns it over.\n>")
      #expect(home.read(".local/state/overfit/\(name)") == text)
      try terminal.wait(forLine: ">")
      terminal.send("\u{4}")
      #expect(try terminal.waitForExit() == .status(0))
    }
    #expect(home.read(".local/state/overfit/cards.damaged") == "box 7\n")

    let terminal = terminal(["learn", "cards", "1"])
    try terminal.wait(for: "The return key turns it over.\n>")
    terminal.send("\r")
    try terminal.wait(for: "Did you know it? y or n.\n>")
    try FileManager.default.removeItem(atPath: cards)
    terminal.send("y\r")
    #expect(try terminal.waitForExit() == .status(0))
    let again = self.terminal(["learn", "cards", "1"])
    try again.wait(for: "Sums: 0 due, 0 new of 1 card; 1 come now.")
    try again.wait(forLine: ">")
    #expect(!again.screen.description.contains("damaged"))
    again.send("\u{4}")
    _ = try again.waitForExit()
  }

  @Test("a damaged file is told of and put aside, and two sessions at once lose nothing")
  func damaged() throws {
    try makeLessons()
    try home.write("box 7\n", to: ".local/state/overfit/cards")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: cards)
    let first = terminal(["learn", "cards", "1"])
    try first.wait(for: "The return key turns it over.\n>")
    let told = first.screen.description.filter { !$0.isWhitespace }
    #expect(told.contains("isnotread:itisdamaged;itiskeptas"))
    #expect(home.read(".local/state/overfit/cards.damaged") == "box 7\n")
    let second = terminal(["learn", "cards", "cards"])
    try second.wait(for: "Cards are asked")
    try second.wait(forLine: ">")
    let asksTerms = second.screen.description.contains("Cards 1 to 2")
    second.send(asksTerms ? "ab\r" : "numbers\r")
    try second.wait(for: asksTerms ? "Card 3 of 3" : "Right.")
    try second.wait(forLine: ">")
    first.send("\r")
    try first.wait(for: "Did you know it? y or n.\n>")
    first.send("n\r")
    #expect(try first.waitForExit() == .status(0))
    let text = try String(contentsOfFile: cards, encoding: .utf8)
    #expect(text.contains("sittings 2\n"))
    #expect(text.split(separator: "\n").count == (asksTerms ? 5 : 4))
    second.send("\u{4}")
    #expect(try second.waitForExit() == .status(0))
  }
}
