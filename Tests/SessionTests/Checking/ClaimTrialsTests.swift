import Charts
import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("Claims under other seeds")
struct ClaimTrialsTests {
  private func trials(_ claim: String, cells: String, seeds: Int = 20) throws -> [ClaimTrial] {
    let text =
      "---\nseed: 100\n---\n```overfit\n\(cells)\n```\n\n```claim c\nsays A.\n\(claim)\n```\n"
    return ClaimTrials(
      try Notebook(text: text, name: "n.md"), seeds: seeds, settings: .testing(),
      control: RunControl()
    ).trials
  }

  /// Weights of a network that is not trained: a number above or below 0 for each seed.
  private static let drawn =
    "> data circles points=20\n> network\n> add dense 1 sigmoid\n> let w = sum(weights(1))"

  @Test("each seed is one of its own, behind the lesson's")
  func seeds() throws {
    let trial = try #require(try trials("holds 1 < 2", cells: "> let a = 1").first)
    #expect(trial.rows.map(\.seed) == Array(101...120))
    #expect(trial.rows.allSatisfy { $0.sides?.left == 1 && $0.sides?.right == 2 })
    let reseeded = try trials("holds 1 < 2", cells: "> seed 7", seeds: 3)
    #expect(reseeded.first?.rows.map(\.seed) == [8, 9, 10])
  }

  @Test("what holds everywhere holds, and what holds nowhere does not")
  func certain() throws {
    #expect(try trials("holds 1 < 2", cells: "> let a = 1").first?.finding == nil)
    let finding = try #require(try trials("holds 2 < 1", cells: "> let a = 1").first?.finding)
    #expect(finding.line == 10)
    #expect(finding.problem.hasPrefix("the claim c holds under 0 of 20 seeds, and 16 are wanted"))
  }

  @Test("of a condition with more than two sides only what came is shown")
  func severalSides() throws {
    let both = try trials("holds 1 < 2 and 2 < 3", cells: "> let a = 1", seeds: 1)
    guard case .table(let table)? = both.first?.document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.title) == ["seed", "holds"])
    #expect(table.rows.map { $0.map(\.text) } == [["101", "yes"]])
  }

  @Test("what chance decides is no claim, and is a tie")
  func chance() throws {
    let trial = try #require(try trials("holds w > 0", cells: Self.drawn).first)
    let held = trial.rows.count(where: \.holds)
    #expect((5...15).contains(held), "\(held)")
    #expect(trial.finding != nil)
    #expect(try trials("holds w > 0\ntie", cells: Self.drawn).first?.finding == nil)
  }

  @Test("a tie that is none is told of, whichever side it falls to", arguments: ["1 < 2", "2 < 1"])
  func falseTie(condition: String) throws {
    let trial = try trials("holds \(condition)\ntie", cells: "> let a = 1").first
    #expect(trial?.finding?.problem.hasPrefix("the claim c is no tie: ") == true)
  }

  @Test("the same on both sides is a tie")
  func equal() throws {
    #expect(try trials("holds 1 < 1\ntie", cells: "> let a = 1").first?.finding == nil)
  }

  @Test("what can't be worked out is told of with its seed")
  func failing() throws {
    let finding = try trials("holds b < 1", cells: "> let a = 1").first?.finding
    #expect(finding?.problem.hasPrefix("the claim c can't be tried under seed 101: ") == true)
  }
}
