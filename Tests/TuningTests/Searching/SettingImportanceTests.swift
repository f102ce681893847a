import TensorEngine
import Testing

@testable import Tuning

@Suite("What each setting of a search explains by itself")
struct SettingImportanceTests {
  /// Settings drawn evenly from 0 to 1, without regard to each other.
  private static func draws(_ count: Int, _ name: String) -> [Double] {
    RandomStream(seed: 7, name: name).uniformDoubles(from: 0, count: count)
  }

  @Test("is found where the shares are known: 0.8, 0.2 and 0")
  func known() throws {
    let count = 2000
    let settings = ["first", "second", "third"].map { Self.draws(count, $0) }
    // Each term's variance is its factor squared over 12, so the shares are 4 to 1.
    let scores = (0..<count).map { 2 * settings[0][$0] - settings[1][$0] }
    let shares = try settings.map { try #require(SettingImportance.share(of: $0, in: scores)) }
    #expect(abs(shares[0] - 0.8) < 0.05)
    #expect(abs(shares[1] - 0.2) < 0.06)
    #expect(shares[2] < 0.06)
  }

  @Test("is found for curves and choices too, and does not see what only two do together")
  func curves() throws {
    let count = 2000
    let setting = Self.draws(count, "curve")
    let valley = setting.map { ($0 - 0.5) * ($0 - 0.5) }
    #expect(try #require(SettingImportance.share(of: setting, in: valley)) > 0.97)
    let choices = setting.map { ($0 * 3).rounded(.down) }
    let scores = choices.map { $0 == 1 ? 0.0 : 1.0 }
    #expect(try #require(SettingImportance.share(of: choices, in: scores)) > 0.97)
    let other = Self.draws(count, "other")
    let together = zip(setting, other).map { ($0 > 0.5) == ($1 > 0.5) ? 0.0 : 1.0 }
    #expect(try #require(SettingImportance.share(of: setting, in: together)) < 0.06)
  }

  @Test("is not known of few trials, nor where all came to the same")
  func unknown() {
    #expect(SettingImportance.share(of: [1, 2, 3], in: [0.1, 0.2, 0.3]) == nil)
    let values = (0..<20).map(Double.init)
    #expect(SettingImportance.share(of: values, in: [Double](repeating: 0.5, count: 20)) == nil)
  }

  @Test("does not depend on how large the figures are")
  func scale() throws {
    let setting = Self.draws(200, "scale")
    let scores = zip(setting, Self.draws(200, "noise")).map { $0 + $1 }
    let share = try #require(SettingImportance.share(of: setting, in: scores))
    let larger = try #require(
      SettingImportance.share(of: setting.map { $0 * 1e6 }, in: scores.map { $0 * 1e-6 + 3 }))
    #expect(abs(share - larger) < 1e-6)
  }
}
