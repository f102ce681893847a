import TensorEngine
import Testing
import Tuning

@Suite("The verdict of a comparison")
struct ComparisonVerdictTests {
  @Test("is a tie within the best one's own spread over seeds, and none beyond it")
  func spread() throws {
    // Deviations 0.02 and 0.01, means 0.02 apart: within that of the worse one alone.
    let near = try #require(
      ComparisonVerdict([Spread([0.11, 0.13, 0.15]), Spread([0.10, 0.11, 0.12])]))
    #expect(!near.isTie)
    #expect(near.winners == [1])
    #expect(abs(near.difference - 0.02) < 1e-9 && abs(near.spread - 0.01) < 1e-9)
    // On paper as far away as the best one's deviation.
    let edge = try #require(
      ComparisonVerdict([Spread([0.12, 0.12, 0.12]), Spread([0.10, 0.11, 0.12]), Spread([])]))
    #expect(edge.isTie && edge.winners == [1, 0] && edge.runnerUp == nil)
    let far = try #require(
      ComparisonVerdict([Spread([0.12, 0.14, 0.16]), Spread([0.10, 0.11, 0.12]), Spread([])]))
    #expect(!far.isTie && far.winners == [1] && far.runnerUp == 0)
  }

  @Test("lets no one tie who is behind one that does not")
  func fourMeans() throws {
    // Means of 28.6, 29.7, 25.6 and 28.9%; the last scatters most.
    let verdict = try #require(
      ComparisonVerdict([
        Spread([0.276, 0.296]), Spread([0.287, 0.307]), Spread([0.246, 0.266]),
        Spread([0.239, 0.339]),
      ]))
    #expect(verdict.winners == [2] && verdict.runnerUp == 0 && !verdict.isTie)
  }

  @Test("claims no tie of one seed, and names equal figures together")
  func oneSeed() throws {
    let verdict = try #require(ComparisonVerdict([Spread([0.2]), Spread([0.1]), Spread([0.1])]))
    #expect(verdict.winners == [1, 2] && !verdict.isTie)
    #expect(verdict.runnerUp == 0)
    #expect(ComparisonVerdict([Spread([]), Spread([.nan])]) == nil)
  }

  @Test("holds to its rule for any means, scales and directions")
  func law() throws {
    for round in 0..<500 {
      let stream = RandomStream(seed: 7, name: "scores \(round)")
      let scale = [1e-9, 1, 1e7][round % 3]
      let numbers = stream.uniformDoubles(count: 18).map { ($0 * 20).rounded() * scale }
      let scores = (0..<6).map { Spread(Array(numbers[$0 * 3..<$0 * 3 + 3])) }
      for isLessBetter in [true, false] {
        let verdict = try #require(ComparisonVerdict(scores, isLessBetter: isLessBetter))
        let best = scores[verdict.winners[0]]
        let sign = isLessBetter ? 1.0 : -1
        // Means that are equal on paper may differ in their last bits.
        let slack = 1e-12 * best.mean.magnitude
        #expect(scores.allSatisfy { sign * ($0.mean - best.mean) >= -slack })
        for index in scores.indices where !verdict.winners.contains(index) {
          #expect((scores[index].mean - best.mean).magnitude > best.deviation)
          #expect(
            verdict.winners.allSatisfy { sign * (scores[index].mean - scores[$0].mean) > 0 })
        }
        for index in verdict.winners {
          #expect((scores[index].mean - best.mean).magnitude <= best.deviation + 1e-9 * scale)
        }
      }
    }
  }

  @Test("counts with the deviation of a sample")
  func deviation() {
    #expect(abs(Spread([2, 4, 4, 4, 5, 5, 7, 9]).deviation - 2.138089935299395) < 1e-12)
    #expect(Spread([3]).deviation == 0)
    #expect(Spread([]).mean == 0)
  }
}
