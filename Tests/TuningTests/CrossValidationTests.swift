import Networks
import TensorEngine
import Testing
import Tuning

@Suite("Cross-validation")
struct CrossValidationTests {
  private static func folds() -> [CrossValidation.Fold] {
    let rows = Rings.rows(0..<48)
    return (0..<3).map { part in
      CrossValidation.Fold(
        training: rows.filter { Int($0) % 3 != part },
        validation: rows.filter { Int($0) % 3 == part })
    }
  }

  @Test("trains without each fold and judges by it, the same on any number of threads")
  func scores() throws {
    let examples = try Rings.examples(48)
    let validation = CrossValidation(examples: examples, folds: Self.folds())
    let variants = try [0.1, 0.5, 1].map { try Rings.variant(rate: $0) }
    let alone = validation.run(variants, IndependentTrainings(pool: ThreadPool(threads: 1)))
    for threads in [2, 7] {
      let together = validation.run(
        variants, IndependentTrainings(pool: ThreadPool(threads: threads)))
      #expect(together == alone)
    }
    #expect(try alone.map { try $0.get().label } == variants.map(\.label))
    for (variant, outcome) in zip(variants, alone) {
      let expected = try Self.folds().map { fold in
        try Trainer(
          network: variant.network, examples: examples, trainingRows: fold.training,
          settings: variant.settings
        ).run().network.evaluate(examples, rows: fold.validation)
      }
      #expect(try outcome.get().folds == expected)
    }
  }

  @Test("scales each fold by its own scaling")
  func scaling() throws {
    let examples = try Rings.examples(48)
    let scaling = FeatureScaling(shift: 0.25, scale: 3)
    let folds = Self.folds().map {
      CrossValidation.Fold(training: $0.training, validation: $0.validation, scaling: scaling)
    }
    let trainings = IndependentTrainings(pool: ThreadPool(threads: 1))
    let variants = [try Rings.variant(rate: 0.3)]
    let byFold = CrossValidation(examples: examples, folds: folds).run(variants, trainings)
    let whole = CrossValidation(examples: try examples.scaled(by: scaling), folds: Self.folds())
      .run(variants, trainings)
    let plain = CrossValidation(examples: examples, folds: Self.folds()).run(variants, trainings)
    #expect(byFold == whole)
    #expect(byFold != plain)
    let wrong = CrossValidation.Fold(
      training: [0, 1], validation: [2],
      scaling: try FeatureScaling(shift: [0, 0, 0], scale: [1, 1, 1]))
    let refused = CrossValidation(examples: examples, folds: [wrong]).run(variants, trainings)
    #expect(throws: NetworkError.self) { try refused[0].get() }
  }

  @Test("keeps a variant that diverges as an outcome, and gives none when interrupted")
  func failures() throws {
    let validation = CrossValidation(examples: try Rings.examples(48), folds: Self.folds())
    let variants = try [Rings.variant(rate: 0.1), Rings.wild(), Rings.variant(rate: 0.1)]
    let outcomes = validation.run(variants, IndependentTrainings(pool: ThreadPool(threads: 3)))
    #expect(throws: NetworkError.self) { try outcomes[1].get() }
    #expect(try outcomes[0].get().folds == outcomes[2].get().folds)
    let interrupted = IndependentTrainings(
      pool: ThreadPool(threads: 2), isInterrupted: { true })
    #expect(validation.run(variants, interrupted).isEmpty)
    let unknownRows = CrossValidation(
      examples: try Rings.examples(4), folds: [.init(training: [0, 9], validation: [1])])
    let refused = unknownRows.run([variants[0]], IndependentTrainings(pool: ThreadPool(threads: 1)))
    #expect(throws: NetworkError.self) { try refused[0].get() }
  }

  @Test("has the mean and the biased deviation of its folds")
  func summary() throws {
    // Python: statistics.fmean and pstdev of 0.9, 0.8, 0.95 and of 0.25, 0.5, 0.375.
    let score = CrossValidationScore(
      label: "a",
      folds: zip([18, 16, 19], [0.25, 0.5, 0.375]).map {
        Evaluation(dataLoss: $1, penalty: 7, correctCount: $0, count: 20)
      })
    #expect(abs((score.meanAccuracy ?? 0) - 0.8833333333333333) < 1e-15)
    #expect(abs((score.accuracyDeviation ?? 0) - 0.062360956446232352) < 1e-15)
    #expect(score.meanLoss == 0.375)
    #expect(abs((score.lossDeviation ?? 0) - 0.10206207261596575) < 1e-15)
    let numbers = CrossValidationScore(
      label: "b", folds: [Evaluation(dataLoss: 1, penalty: 0, correctCount: nil, count: 4)])
    #expect(numbers.meanAccuracy == nil && numbers.lossDeviation == 0)
    let none = CrossValidationScore(label: "c", folds: [])
    #expect(none.meanLoss == nil && none.lossDeviation == nil && none.meanAccuracy == nil)
  }
}
