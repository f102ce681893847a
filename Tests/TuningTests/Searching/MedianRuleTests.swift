import Testing

@testable import Tuning

@Suite("The rule of the median")
struct MedianRuleTests {
  /// What trial n has come to after an epoch.
  private static func value(_ number: Int, _ epoch: Int) -> Double {
    let slope = Double(number * 37 % 100) / 100
    let noise = Double((number * 61 + epoch * 7) % 13) / 20
    return slope * Double(epoch) / 8 + noise + 1 / Double(epoch)
  }

  /// After how many of eight epochs each of thirty trials is stopped, 0 for one that is not.
  private static func stops(isLessBetter: Bool, atOnce: Int = 1) -> [Int] {
    var trials: [SearchTrial] = []
    while trials.count < 30 {
      let rule = MedianRule(of: trials, isLessBetter: isLessBetter)
      let round = (trials.count + 1)...min(trials.count + atOnce, 30)
      trials += round.map { number in
        var curve: [SearchTrial.CurvePoint] = []
        for epoch in 1...8 {
          curve.append(SearchTrial.CurvePoint(epoch: epoch, value: value(number, epoch)))
          if epoch < 8, let reason = rule.reason(toStop: curve) {
            return trial(number, curve, .stopped(epochs: epoch, scores(curve)), reason)
          }
        }
        return trial(number, curve, .complete(scores(curve)), nil)
      }
    }
    return trials.map { $0.stop ?? 0 }
  }

  private static func scores(_ curve: [SearchTrial.CurvePoint]) -> SearchTrial.Scores {
    SearchTrial.Scores(judged: [curve.last?.value ?? 0], learned: [0])
  }

  private static func trial(
    _ number: Int, _ curve: [SearchTrial.CurvePoint], _ state: SearchTrial.State,
    _ reason: StopReason?
  ) -> SearchTrial {
    SearchTrial(number: number, changes: [], state: state, curve: curve, stopReason: reason)
  }

  /// What `MedianPruner()` of Optuna 5.0.0 does with the same values, asked behind each epoch but the
  /// last.
  @Test("stops the trials that Optuna's stops, after as many epochs, downwards and upwards")
  func optuna() {
    #expect(
      Self.stops(isLessBetter: true) == [
        0, 0, 0, 0, 0, 1, 1, 2, 1, 1, 0, 1, 1, 2, 1, 1, 1, 0, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ])
    #expect(
      Self.stops(isLessBetter: false) == [
        0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1,
      ])
  }

  @Test("asks none of the trials of its own round, and stops none of the first five")
  func rounds() {
    #expect(Self.stops(isLessBetter: true, atOnce: 30).allSatisfy { $0 == 0 })
    let four = Self.stops(isLessBetter: true, atOnce: 4)
    // The second round has four trials before it, the third eight.
    #expect(four.prefix(8).allSatisfy { $0 == 0 } && four.contains { $0 > 0 })
  }

  @Test("what is no finite number never stops a trial, and is never a median")
  func infinite() {
    let good = (1...6).map { number in
      let curve = [SearchTrial.CurvePoint(epoch: 1, value: number < 6 ? 1 : .nan)]
      return Self.trial(number, curve, .complete(Self.scores(curve)), nil)
    }
    let rule = MedianRule(of: good, isLessBetter: true)
    #expect(rule.reason(toStop: [SearchTrial.CurvePoint(epoch: 1, value: .nan)]) == nil)
    #expect(
      rule.reason(toStop: [SearchTrial.CurvePoint(epoch: 1, value: 2)])
        == .median(best: 2, median: 1, trials: 5))
    #expect(rule.reason(toStop: [SearchTrial.CurvePoint(epoch: 2, value: 2)]) == nil)
  }
}
