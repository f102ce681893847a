import Foundation
import TensorEngine
import Testing

@testable import Tuning

@Suite("TPE")
struct TPESamplerTests {
  private static let isLong = ProcessInfo.processInfo.environment["OVERFIT_LONG"] != nil
  /// How many seeds a law is tried over: 50 in full.
  private static let seeds = isLong ? 50 : 15

  private static func unit(_ count: Int) -> SearchSpace {
    SearchSpace(
      (0..<count).map { SearchSpace.Axis("x\($0)", .numbers(0...1, isLogarithmic: false)) })
  }

  /// The best values after 30 and after 60 trials.
  private static func best(
    of function: (SearchSpace.Point) -> Double, in space: SearchSpace, seed: UInt64,
    atOnce: Int = 1
  ) -> (Double, Double) {
    let sampler = TPESampler(space, seed: seed)
    var seen: [TPESampler.Observation] = []
    while seen.count < 60 {
      var round: [SearchSpace.Point] = []
      for _ in 0..<min(atOnce, 60 - seen.count) {
        let pending = round.map { TPESampler.Observation($0, score: nil, isPending: true) }
        let point = sampler.point(
          ofTrial: seen.count + round.count + 1, after: seen + pending
        ) { point in seen.contains { $0.point == point } || round.contains(point) }
        round.append(point ?? [])
      }
      seen += round.map { TPESampler.Observation($0, score: function($0)) }
    }
    let scores = seen.map { $0.score ?? .infinity }
    return (scores.prefix(30).min() ?? 0, scores.min() ?? 0)
  }

  /// The medians over seeds.
  private static func medians(
    of function: (SearchSpace.Point) -> Double, in space: SearchSpace, atOnce: Int = 1
  ) -> (Double, Double) {
    let found = (0..<seeds).map {
      best(of: function, in: space, seed: UInt64($0), atOnce: atOnce)
    }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    return (median(found.map(\.0)), median(found.map(\.1)))
  }

  private static func branin(_ point: SearchSpace.Point) -> Double {
    let (x, y) = (point[0], point[1])
    let parabola = y - 5.1 / (4 * Double.pi * Double.pi) * x * x + 5 / Double.pi * x - 6
    return parabola * parabola + 10 * (1 - 1 / (8 * Double.pi)) * ElementaryMath.cos(x) + 10
  }

  private static func hartmann(_ x: SearchSpace.Point) -> Double {
    let heights = [1, 1.2, 3, 3.2]
    let widths = [
      [10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8],
      [17, 8, 0.05, 10, 0.1, 14],
    ]
    let middles = [
      [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
      [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
      [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
      [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ]
    return -(0..<4).reduce(0.0) { sum, hill in
      let distance = (0..<6).reduce(0.0) { sum, axis in
        let apart = x[axis] - middles[hill][axis]
        return sum + widths[hill][axis] * apart * apart
      }
      return sum + heights[hill] * ElementaryMath.exp(-distance)
    }
  }

  /// Optuna 5.0.0's TPESampler on the seeds 0 to 49: median 0.806 after 30 trials (the middle half
  /// from 0.526 to 1.272), 0.529 after 60 (0.435 to 0.626). The bound is one standard error of such
  /// a median behind it, and where few seeds are tried the end of the middle half.
  @Test("on Branin is no worse than Optuna's")
  func branin() {
    let plane = SearchSpace([
      SearchSpace.Axis("x", .numbers(-5...10, isLogarithmic: false)),
      SearchSpace.Axis("y", .numbers(0...15, isLogarithmic: false)),
    ])
    let (thirty, sixty) = Self.medians(of: Self.branin, in: plane)
    #expect(thirty < (Self.isLong ? 0.904 : 1.272), "\(thirty)")
    #expect(sixty < (Self.isLong ? 0.554 : 0.626), "\(sixty)")
  }

  /// Optuna's: median -2.455 after 30 trials (-2.754 to -2.043), -3.054 after 60 (-3.136 to -2.939).
  @Test("on Hartmann's function of six numbers is no worse than Optuna's")
  func hartmann() {
    let (thirty, sixty) = Self.medians(of: Self.hartmann, in: Self.unit(6))
    #expect(thirty < (Self.isLong ? -2.361 : -2.043), "\(thirty)")
    #expect(sixty < (Self.isLong ? -3.028 : -2.939), "\(sixty)")
  }

  @Test("proposes several at once that differ, and finds as well as chance at least")
  func parallel() {
    let (_, sixty) = Self.medians(of: Self.hartmann, in: Self.unit(6), atOnce: 4)
    // 60 random draws come to about -1.9 in the median.
    #expect(sixty < -2.3, "\(sixty)")
  }

  @Test("begins with ten draws by chance, and those are the random search's")
  func start() {
    let sampler = TPESampler(Self.unit(2), seed: 5)
    let random = RandomSampler(Self.unit(2), seed: 5)
    let seen = (0..<9).map { TPESampler.Observation([Double($0) / 10, 0.5], score: 1) }
    #expect(
      sampler.point(ofTrial: 10, after: seen) { _ in false }
        == random.point(ofTrial: 10, besides: 9) { _ in false })
  }

  @Test("the best tenth is good; failures and what is pending are not, in the order of the trials")
  func parted() {
    var seen = (0..<21).map { index in
      TPESampler.Observation([Double(index)], score: Double((index * 8) % 21))
    }
    seen[0] = TPESampler.Observation([0], score: nil)
    seen.append(TPESampler.Observation([21], score: nil, isPending: true))
    // 20 are known, so 2 are good: 8 · 8 = 64 ≡ 1 and 16 · 8 = 128 ≡ 2.
    let (good, others) = TPESampler.parted(seen)
    #expect(good == [8, 16])
    #expect(others == (0..<22).filter { $0 != 8 && $0 != 16 })
  }

  @Test("tries every point of a finite space once, and then no more")
  func finite() {
    let space = SearchSpace([
      SearchSpace.Axis("a", .choices(4)),
      SearchSpace.Axis("b", .wholeNumbers(1...5, isLogarithmic: false)),
    ])
    let sampler = TPESampler(space, seed: 1)
    var seen: [TPESampler.Observation] = []
    for number in 1...30 {
      let point = sampler.point(ofTrial: number, after: seen) { point in
        seen.contains { $0.point == point }
      }
      guard let point else { break }
      seen.append(TPESampler.Observation(point, score: point[0] + point[1]))
    }
    #expect(Set(seen.map(\.point)).count == 20 && seen.count == 20)
  }
}
