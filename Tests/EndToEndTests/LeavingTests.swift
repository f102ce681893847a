import Foundation
import Testing

/// Whoever leaves with work that is not saved is asked once.
@Suite("Leaving", .waiting, .serialized, .timeLimit(.minutes(15)))
struct LeavingTests {
  private let home = TemporaryFolder()

  private func start(_ cells: [String]) throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: home)
    try terminal.enter(cells)
    return terminal
  }

  @Test("asks once, by quit and by Ctrl-D alike", arguments: ["quit\r", "\u{4}"])
  func asksOnce(_ keys: String) throws {
    let terminal = try start(["print 1"])
    try terminal.type("trane", thenPrompt: 2)
    terminal.send(keys)
    try terminal.wait(for: "\n1 cell is not saved: quit again to leave, or save FILE.md\n[2]")
    // Whoever goes on is asked again.
    try terminal.type("print 2", thenPrompt: 3)
    terminal.send(keys)
    try terminal.wait(for: "\n2 cells are not saved: quit again to leave, or save FILE.md\n[3]")
    terminal.send(keys)
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.isAsFound)
    #expect(Journals(of: home).names.isEmpty)
  }

  @Test(
    "asks nothing where nothing would be lost",
    arguments: [[], ["trane"], ["print 1", "undo"], ["print 1", "save @/a.md"]])
  func asksNothing(_ lines: [String]) throws {
    let terminal = try start([])
    for line in lines { try terminal.type(line.replacing("@", with: home.path)) }
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(Journals(of: home).names.isEmpty)
  }

  @Test("asks about what changed since the notebook was saved")
  func sinceSaved() throws {
    let terminal = try start(["print 1", "print 2"])
    try terminal.type("save \(home.path)/a.md", thenPrompt: 3)
    try terminal.type("print 3", thenPrompt: 4)
    terminal.send("quit\r")
    try terminal.wait(for: "\n1 cell is not saved: quit again to leave, or save\n[4]")
    try terminal.type("undo", thenPrompt: 3)
    try terminal.type("undo", thenPrompt: 2)
    terminal.send("quit\r")
    try terminal.wait(
      for: "\nthe notebook has changed since it was saved: quit again to leave, or save\n[2]")
  }
}
