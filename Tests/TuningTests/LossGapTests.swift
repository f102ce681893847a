import Networks
import Testing
import Tuning

@Suite("The gap of two losses")
struct LossGapTests {
  @Test("is held against two standard errors of the difference")
  func chance() {
    // Sample variances 2 and 8: 2 · √(2/2 + 8/2) = 2 · √5.
    let gap = LossGap(training: [1, 3], validation: [2, 6])
    #expect(gap.difference == 2)
    #expect(abs(gap.chance - 4.472135954999579) < 1e-12)
    #expect(!gap.isBeyondChance)
    #expect(LossGap(training: [1, 1, 1], validation: [2, 2]).isBeyondChance)
    #expect(!LossGap(training: [2, 2], validation: [1, 1]).isBeyondChance)
  }

  @Test("gives bias and variance of a regression as shares of the targets' variance")
  func regression() throws {
    // Targets 0 and 2 have variance 1; misses of 1 and 1 leave all of it, those of 1 and 3 five times it.
    let diagnosis = try #require(
      LossGap.diagnosis(
        training: NumberPredictions(outputs: [1, 1], targets: [0, 2]),
        validation: NumberPredictions(outputs: [1, 1], targets: [0, 4]), targetError: 0.05))
    #expect(diagnosis.trainingError == 1 && diagnosis.validationError == 5)
    #expect(diagnosis.hasHighBias && !diagnosis.hasHighVariance)
    #expect(diagnosis.isVarianceWithinChance && abs(diagnosis.chance - 8) < 1e-12)
    let constant = NumberPredictions(outputs: [1, 1], targets: [3, 3])
    #expect(
      LossGap.diagnosis(training: constant, validation: constant, targetError: 0.05) == nil)
  }

  @Test("far below 0 is odd, and no variance")
  func negative() {
    let few = Diagnosis(
      trainingError: 0.4, validationError: 0.3, targetError: 0.2, counts: (10, 10))
    #expect(!few.hasOddVariance && !few.hasHighVariance)
    let many = Diagnosis(
      trainingError: 0.4, validationError: 0.2, targetError: 0.2, counts: (10_000, 10_000))
    #expect(many.hasOddVariance && !many.hasHighVariance)
  }
}
