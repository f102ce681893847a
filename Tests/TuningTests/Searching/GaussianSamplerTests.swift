import Foundation
import TensorEngine
import Testing

@testable import Tuning

@Suite("Bayesian optimization by a Gaussian process")
struct GaussianSamplerTests {
  private static let isLong = ProcessInfo.processInfo.environment["OVERFIT_LONG"] != nil
  /// How many seeds a law is tried over: 50 in full.
  private static let seeds = isLong ? 50 : 5

  /// The medians over seeds of what the best trial is worth after 30 and after 60 trials.
  ///
  /// - Parameter noise: The deviation of what is measured; the best by that is judged without it.
  private static func medians(
    of function: SearchedFunction, noise: Double = 0
  ) -> (thirty: Double, sixty: Double) {
    let found = (0..<seeds).map { seed -> (Double, Double) in
      let sampler = GaussianSampler(function.space, seed: UInt64(seed))
      let errors = RandomStream(seed: UInt64(seed), name: "noise").normals(count: 60)
      var seen: [TPESampler.Observation] = []
      while seen.count < 60 {
        let point = sampler.point(ofTrial: seen.count + 1, after: seen) { point in
          seen.contains { $0.point == point }
        }
        let score = function.value(at: point ?? []) + noise * errors[seen.count]
        seen.append(TPESampler.Observation(point ?? [], score: score))
      }
      func best(_ count: Int) -> Double {
        let best = seen.prefix(count).min { ($0.score ?? 0) < ($1.score ?? 0) }
        return best.map { function.value(at: $0.point) } ?? .infinity
      }
      return (best(30), best(60))
    }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    return (median(found.map(\.0)), median(found.map(\.1)))
  }

  /// Optuna 5.0.0's TPESampler on the seeds 0 to 49 has the medians 0.806 and 0.529; the lowest
  /// value is 0.3979.
  @Test("on Branin is no worse than Optuna's TPE")
  func branin() {
    let (thirty, sixty) = Self.medians(of: .branin)
    #expect(thirty < 0.806 && sixty < 0.529, "\(thirty) \(sixty)")
    #expect(sixty < 0.41, "\(sixty)")
  }

  /// Optuna's TPE: -2.455 and -3.054; the lowest value is -3.322.
  @Test("on Hartmann's function of six numbers is no worse than Optuna's TPE")
  func hartmann() {
    let (thirty, sixty) = Self.medians(of: .hartmann)
    #expect(thirty < -2.455 && sixty < -3.054, "\(thirty) \(sixty)")
  }

  /// Optuna's TPE with noise of the same deviation: 0.0466 and 0.0255.
  @Test("on a noisy bowl of four numbers is no worse than Optuna's TPE")
  func noisy() {
    let (thirty, sixty) = Self.medians(of: .bowl, noise: 0.05)
    #expect(thirty < 0.0466 && sixty < 0.0255, "\(thirty) \(sixty)")
  }

  @Test("begins with the ten draws of a random search")
  func start() {
    let space = SearchedFunction.branin.space
    let (sampler, random) = (GaussianSampler(space, seed: 5), RandomSampler(space, seed: 5))
    let seen = (0..<9).map { TPESampler.Observation([Double($0) - 4, 3], score: 1) }
    #expect(
      sampler.point(ofTrial: 10, after: seen) { _ in false }
        == random.point(ofTrial: 10, besides: 9) { _ in false })
  }

  @Test("tries every point of a finite space once, with words and whole numbers, and then no more")
  func finite() {
    let space = SearchSpace([
      SearchSpace.Axis("a", .choices(4)),
      SearchSpace.Axis("b", .wholeNumbers(1...5, isLogarithmic: true)),
    ])
    let sampler = GaussianSampler(space, seed: 1)
    var seen: [TPESampler.Observation] = []
    for number in 1...30 {
      let point = sampler.point(ofTrial: number, after: seen) { point in
        seen.contains { $0.point == point }
      }
      guard let point else { break }
      let hasFailed = point[0] == 2
      seen.append(TPESampler.Observation(point, score: hasFailed ? nil : point[0] + point[1]))
    }
    #expect(Set(seen.map(\.point)).count == 20 && seen.count == 20)
  }

  @Test("goes on where all values are the same, or all trials failed")
  func flat() {
    let space = SearchedFunction.branin.space
    let sampler = GaussianSampler(space, seed: 5)
    for score in [1, nil, Double.infinity] as [Double?] {
      let seen = (0..<12).map { TPESampler.Observation([Double($0) - 4, 3], score: score) }
      #expect(sampler.point(ofTrial: 13, after: seen) { _ in false } != nil)
    }
  }
}
