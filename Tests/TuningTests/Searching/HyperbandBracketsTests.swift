import Testing
import Tuning

@Suite("Hyperband's brackets")
struct HyperbandBracketsTests {
  private static func text(_ epochs: Int, _ factor: Int) -> [String] {
    HyperbandBrackets(epochs: epochs, factor: factor).brackets.map { rungs in
      rungs.map { "\($0.settings)x\($0.epochs)" }.joined(separator: " ")
    }
  }

  /// By the formulas of the paper's algorithm 1, by hand.
  @Test("are those of the paper's formula")
  func formula() {
    #expect(
      Self.text(81, 3) == [
        "81x1 27x3 9x9 3x27 1x81", "34x3 11x9 3x27 1x81", "15x9 5x27 1x81", "8x27 2x81", "5x81",
      ])
    #expect(Self.text(9, 3) == ["9x1 3x3 1x9", "5x3 1x9", "3x9"])
    #expect(Self.text(16, 4) == ["16x1 4x4 1x16", "6x4 1x16", "3x16"])
    #expect(HyperbandBrackets(epochs: 81, factor: 3).trials == 143)
    // 81 + 27·2 + 9·6 + 3·18 + 54, and so on.
    #expect(HyperbandBrackets(epochs: 9, factor: 3).epochs == (9 + 6 + 6) + (15 + 6) + 27)
  }

  /// Jamieson and Talwalkar's rungs, by hand.
  @Test("halving begins with all settings and ends with one at least")
  func halving() {
    func text(_ settings: Int, _ epochs: Int, _ factor: Int = 3) -> [String] {
      HyperbandBrackets(halving: settings, epochs: epochs, factor: factor).brackets[0]
        .map { "\($0.settings)x\($0.epochs)" }
    }
    #expect(text(27, 27) == ["27x1", "9x3", "3x9", "1x27"])
    #expect(text(20, 9) == ["20x1", "6x3", "2x9"])
    #expect(text(5, 100) == ["5x33", "1x100"])
    #expect(text(16, 16, 2) == ["16x1", "8x2", "4x4", "2x8", "1x16"])
    #expect(text(1, 10) == ["1x10"] && text(9, 1) == ["9x1"])
  }

  @Test("of the first settings are the whole brackets that these make")
  func prefix() {
    let all = HyperbandBrackets(epochs: 9, factor: 3)
    #expect(all.prefix(settings: 8).trials == 0)
    #expect(all.prefix(settings: 9).trials == 9 && all.prefix(settings: 13).trials == 9)
    #expect(all.prefix(settings: 14).trials == 14 && all.prefix(settings: 100) == all)
  }

  @Test("end at the most epochs whatever these are, with at least one setting of one epoch")
  func edges() {
    for epochs in 1...200 {
      for factor in 2...5 {
        let brackets = HyperbandBrackets(epochs: epochs, factor: factor).brackets
        #expect(brackets.allSatisfy { $0.last?.epochs == epochs })
        #expect(brackets.joined().allSatisfy { $0.settings >= 1 && $0.epochs >= 1 })
        for rungs in brackets {
          #expect(zip(rungs, rungs.dropFirst()).allSatisfy { $0.epochs <= $1.epochs })
          #expect(zip(rungs, rungs.dropFirst()).allSatisfy { $0.settings > $1.settings })
        }
      }
    }
    #expect(Self.text(1, 3) == ["1x1"])
  }
}
