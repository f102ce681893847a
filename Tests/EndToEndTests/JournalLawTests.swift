import Foundation
import SeededRandom
import Testing

/// Sessions that are killed at a random moment come back to their last finished cell. In the long form
/// a thousand times.
@Suite("Sessions killed at any moment", .waiting, .timeLimit(.minutes(60)))
struct JournalLawTests {
  private static let lines = [
    "data circles points=20", "network", "add dense 2 tanh", "add dense 1 sigmoid",
    "train epochs=3", "train epochs=2 optimizer=adam", "print loss()", "let a = 2", "print a",
    "trane", "note A remark.", "for n in 1, 2\r  print n\rend", "seed 3", "remove 1", "undo",
    "undo",
    "redo", "edit 1 data circles points=30", "edit 2 print 7", "delete 1", "delete 3",
    "train epochs=2 checkpoint=~/c.safetensors", "save network ~/a.safetensors overwrite=yes",
    "load network ~/a.safetensors", "cells",
  ]

  @Test("come back to their last finished cell", arguments: 0..<LongRun.count(4, long: 100))
  func kills(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 1)
    let lines = ["print 0"] + (0..<12).map { _ in random.pick(Self.lines) }
    let expected = try cells(afterEach: lines)
    let moments = (1..<lines.count).filter {
      Self.isWorth(expected[$0 - 1]) && Self.isWorth(expected[$0])
    }
    guard !moments.isEmpty else { return }
    for _ in 0..<LongRun.count(5, long: 10) {
      let last = random.pick(moments)
      let home = TemporaryFolder()
      let killed = PseudoTerminal(home: home, rows: 100)
      try killed.wait(forLine: "[1]")
      for line in lines[..<last] { try killed.type(line) }
      killed.send(lines[last] + "\r")
      usleep(UInt32(random.below(30_000)))
      killed.signal(SIGKILL)
      _ = try killed.waitForExit()

      // Recovering may be killed too, and changes nothing then.
      let broken = PseudoTerminal(["--recover"], home: home, rows: 100)
      usleep(UInt32(random.below(100_000)))
      broken.signal(SIGKILL)
      _ = try broken.waitForExit()
      let again = PseudoTerminal(["--recover"], home: home, rows: 100)
      let found = try Self.cells(of: again)
      #expect(
        found == expected[last - 1] || found == expected[last],
        "seed \(seed), killed in \(lines[last]) after \(lines[..<last]): \(found)")
      // A line more in the same journal, and again.
      try again.type("print 9")
      again.signal(SIGKILL)
      _ = try again.waitForExit()
      let third = PseudoTerminal(["--recover"], home: home, rows: 100)
      let count = found.filter { $0.hasPrefix("[") }.count + 1
      #expect(try Self.cells(of: third) == found + ["[\(count)] print 9"])
    }
  }

  /// Whether one of the cells worked: else nothing is lost, and nothing comes back.
  private static func isWorth(_ cells: [String]) -> Bool {
    cells.contains { $0.hasPrefix("[") && !$0.hasSuffix("(error)") }
  }

  /// What `cells` lists after each of these lines, in a session that goes on.
  private func cells(afterEach lines: [String]) throws -> [[String]] {
    let home = TemporaryFolder()
    let terminal = PseudoTerminal(home: home, rows: 100)
    try terminal.wait(forLine: "[1]")
    return try lines.map { line in
      try terminal.type(line)
      return try Self.cells(of: terminal)
    }
  }

  /// What `cells` lists.
  private static func cells(of terminal: PseudoTerminal) throws -> [String] {
    try terminal.wait(for: "a prompt") { $0.isAtPrompt }
    let rows = try terminal.type("cells")
    return rows == ["the notebook is empty"] ? [] : rows
  }
}
