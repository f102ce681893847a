import Testing

@testable import Tuning

@Suite("Studies")
struct SearchStudyTests {
  private static func study(
    _ values: [[Double]?], by criterion: Criterion = .error, folds: Int? = nil, repeats: Int = 1
  ) -> SearchStudy {
    var study = SearchStudy(by: criterion, folds: folds, repeats: repeats)
    for (index, values) in values.enumerated() {
      let state: SearchTrial.State =
        values.map { .complete(SearchTrial.Scores(judged: $0, learned: $0)) }
        ?? .failed(reason: "it diverged")
      study.append(
        SearchTrial(
          number: index + 1, changes: [Comparison.Change(of: "rate", "rate", "\(index)")],
          state: state))
    }
    return study
  }

  @Test("sorts by the mean, leaves failures out, and shares the rank of equal means")
  func order() {
    let study = Self.study([[0.3], nil, [0.1], [0.2], [0.1], [.nan]])
    #expect(study.order == [2, 4, 3, 0])
    #expect(study.order.map { study.ranks[$0] } == [1, 1, 3, 4])
    #expect(study.best?.number == 3)
    #expect(study.failures.map(\.number) == [2])
    let accuracies = Self.study([[0.3], nil, [0.1], [0.2]], by: .accuracy)
    #expect(accuracies.order == [0, 3, 2])
  }

  @Test("ties all within the deviation of the best, and of one value each nobody")
  func ties() throws {
    // The best has mean 0.2 and deviation 0.0707: 0.26 ties and 0.28 does not.
    let study = Self.study([[0.26, 0.26], [0.15, 0.25], [0.28, 0.28]], folds: 2)
    let verdict = try #require(study.verdict)
    #expect(verdict.winners == [1, 0])
    #expect(verdict.runnerUp == 2 && verdict.isTie)
    #expect(try #require(Self.study([[0.2], [0.2001]]).verdict).winners == [0])
    #expect(Self.study([nil, nil]).verdict == nil)
    #expect(Self.study([nil, nil]).best == nil)
  }

  @Test("the choice is worth what the folds say that did not choose: by hand")
  func optimism() throws {
    // Without fold 1 the means are 0.2 and 0.1: trial 2, which has 0.5 on it. Without fold 2 they
    // are 0.15 and 0.3, without fold 3 they are 0.25 and 0.3: trial 1, which has 0.3 and 0.1.
    let study = Self.study([[0.2, 0.3, 0.1], [0.5, 0.1, 0.1]], folds: 3)
    let optimism = try #require(study.optimism)
    #expect(optimism.chosen.values == [0.5, 0.3, 0.1])
    #expect(abs(optimism.best - 0.2) < 1e-12)
    #expect(abs(optimism.amount - 0.1) < 1e-12)
    let mirrored = Self.study(
      [[0.8, 0.7, 0.9], [0.5, 0.9, 0.9]], by: .accuracy, folds: 3)
    #expect(abs(try #require(mirrored.optimism).amount - 0.1) < 1e-12)
    // Two repeats: the folds of the first, then those of the second.
    let repeated = Self.study(
      [[0.1, 0.4, 0.2, 0.1, 0.3, 0.0], [0.5, 0.1, 0.1, 0.5, 0.1, 0.1]], folds: 3, repeats: 2)
    let chosen = try #require(repeated.optimism).chosen.values
    #expect(zip(chosen, [0.5, 0.35, 0.1]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("of noise alone the best of many looks better than it is, and folds tell by how much")
  func noise() {
    // Errors that depend on nothing: what is chosen is worth the mean of them all, 0.5, within a
    // few standard errors of 0.29 / √(5 · 200) = 0.009.
    var (chosen, best) = (0.0, 0.0)
    for seed in 0..<200 {
      let values = (0..<30).map { trial in
        RandomValues.uniform(5, seed: UInt64(seed), name: "trial \(trial)")
      }
      let optimism = Self.study(values, folds: 5).optimism
      chosen += (optimism?.chosen.mean ?? 0) / 200
      best += (optimism?.best ?? 0) / 200
    }
    #expect(abs(chosen - 0.5) < 0.04)
    #expect(best < 0.3)
  }

  @Test("nothing is known of one trial, nor without folds")
  func unknown() {
    #expect(Self.study([[0.2, 0.3]], folds: 2).optimism == nil)
    #expect(Self.study([[0.2], [0.3]]).optimism == nil)
  }
}
