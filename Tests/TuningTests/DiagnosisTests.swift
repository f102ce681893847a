import Testing
import Tuning

@Suite("Diagnosis")
struct DiagnosisTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let training, validation, bias, variance: Double
    let verdict: Diagnosis.Verdict
    var testDescription: String { "\(training)/\(validation)" }
  }

  /// The table of the usual course: training and validation error in percent, best known 13%.
  static let santa: [Case] = [
    Case(training: 12, validation: 25, bias: -1, variance: 13, verdict: .highVariance),
    Case(training: 26, validation: 28, bias: 13, variance: 2, verdict: .highBias),
    Case(training: 26, validation: 40, bias: 13, variance: 14, verdict: .highBiasAndVariance),
    Case(training: 12, validation: 13, bias: -1, variance: 1, verdict: .goodFit),
  ]

  @Test("gives the four verdicts of the Santa table", arguments: santa)
  func santaTable(_ row: Case) {
    let diagnosis = Diagnosis(
      trainingError: row.training / 100, validationError: row.validation / 100, targetError: 0.13)
    #expect(abs(diagnosis.bias * 100 - row.bias) < 1e-9)
    #expect(abs(diagnosis.variance * 100 - row.variance) < 1e-9)
    #expect(diagnosis.verdict == row.verdict)
  }

  @Test("judges relative to the target: the same errors, another reference, another verdict")
  func relative() {
    let strict = Diagnosis(trainingError: 0.12, validationError: 0.14, targetError: 0.01)
    let lenient = Diagnosis(trainingError: 0.12, validationError: 0.14, targetError: 0.12)
    #expect(strict.verdict == .highBiasAndVariance)
    #expect(lenient.verdict == .goodFit)
  }
}

@Suite("Diagnosis of measured errors")
struct MeasuredDiagnosisTests {
  @Test("calls no bias high that chance explains")
  func chanceOfBias() {
    let few = Diagnosis(
      trainingError: 0.1, validationError: 0.1, targetError: 0.05, counts: (100, 100))
    // 2 · √(0.1 · 0.9 / 100)
    #expect(abs(few.biasChance - 0.06) < 1e-12)
    #expect(few.isBiasWithinChance && !few.hasHighBias && !few.isGood)
    let many = Diagnosis(
      trainingError: 0.1, validationError: 0.1, targetError: 0.05, counts: (1000, 100))
    #expect(many.hasHighBias && !many.isBiasWithinChance)
  }

  @Test("calls no variance high that chance explains")
  func chance() {
    // 2 * sqrt(0.5 * 0.5 * (1/200 + 1/200)) = 0.1
    let few = Diagnosis(
      trainingError: 0.46, validationError: 0.54, targetError: 0.05, counts: (200, 200))
    #expect(abs(few.chance - 0.1) < 1e-12)
    #expect(few.verdict == .highBias)
    #expect(few.isVarianceWithinChance)
    let many = Diagnosis(
      trainingError: 0.46, validationError: 0.54, targetError: 0.05, counts: (20_000, 20_000))
    #expect(many.verdict == .highBiasAndVariance)
    #expect(!many.isVarianceWithinChance)
  }
}
