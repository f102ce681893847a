import Foundation
import Testing

@Suite("Pages", .waiting, .serialized, .timeLimit(.minutes(15)))
struct PagingTests {
  private let home = TemporaryFolder()

  private func terminal() throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  @Test("show an output that is longer than the screen one after the other, and back")
  func pages() throws {
    let terminal = try terminal()
    let whole = try Program([], input: "help train all\n").output.split(separator: "\n").dropFirst()
      .map(String.init)
    terminal.send("help train all\r")
    try terminal.wait(for: "the first page") { $0.isCut }
    #expect(terminal.screen.lines.dropLast() == whole.prefix(23)[...])
    terminal.send(" ")
    try terminal.wait(for: "the second page") { $0.isCut && $0.lines[22] == whole[45] }
    terminal.send("j")
    try terminal.wait(for: "a line more") { $0.isCut && $0.lines[22] == whole[46] }
    terminal.send("b")
    try terminal.wait(for: "a page back") { $0.isCut && $0.lines[22] == whole[23] }
    terminal.send("q")
    try terminal.wait(forLine: "[1]")
    #expect(!terminal.screen.lines.contains("Example:"))
    terminal.send("help train all\r")
    try terminal.wait(for: "the first page") { $0.isCut }
    terminal.send("G")
    try terminal.wait(forLine: "[1]")
    #expect(terminal.screen.lines.contains("Example:"))
    #expect(terminal.screen.lines[22] == whole[whole.count - 1])
  }

  @Test("end at Ctrl-C, and go on on a screen of another size")
  func sizes() throws {
    let terminal = try terminal()
    terminal.send("help train all\r")
    try terminal.wait(for: "the first page") { $0.isCut }
    terminal.resize(columns: 40)
    terminal.send(" ")
    try terminal.wait(for: "a page") {
      $0.isCut && $0.lines[0] != "train: fits the weights to the training examples"
    }
    terminal.resize(columns: 120)
    terminal.send(" ")
    try terminal.wait(for: "a page") { $0.isCut }
    terminal.send("\u{3}")
    try terminal.wait(for: "the prompt") { $0.isAtPrompt }
    #expect(try terminal.type("print 4") == ["4"])
  }

  @Test("are not for one who has turned them off, nor for one who types on, nor for a pipe")
  func off() throws {
    let terminal = try terminal()
    terminal.send("help train all\rprint 4\r")
    try terminal.wait(forLine: "[2]")
    #expect(try terminal.type("set paging off").contains { $0.contains("paging off") })
    let rows = try terminal.type("help train all")
    #expect(rows.last?.contains("train epochs=20") == true)
    let piped = try Program([], input: "help train all\nprint 1\n")
    #expect(piped.output.hasSuffix("> print 1\n1\n"))
  }

  @Test("leave what is typed at them to the prompt, where it is no key of theirs")
  func typedAtAPage() throws {
    let terminal = try terminal()
    for line in ["print 3 + 4", " print 3 + 4", "best", "exit"] {
      terminal.send("help train all\r")
      try terminal.wait(for: "the first page") { $0.isCut }
      terminal.send("\(line)\u{15}print 3 + 4\r")
      try terminal.wait(for: "the answer") { $0.lines.contains("7") && $0.isAtPrompt }
      try terminal.type("undo")
    }
    // One key after the other they are keys, as often as they come.
    terminal.send("help train all\r")
    try terminal.wait(for: "the first page") { $0.isCut }
    terminal.send("jjj")
    let whole = try Program([], input: "help train all\n").output.split(separator: "\n").dropFirst()
      .map(String.init)
    try terminal.wait(for: "three lines more") { $0.isCut && $0.lines[22] == whole[25] }
    terminal.send("xyz")
    try terminal.wait(for: "the text at the prompt") { $0.description.hasSuffix("[1] xyz") }
  }
}
