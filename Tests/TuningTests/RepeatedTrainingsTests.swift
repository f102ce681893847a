import Networks
import TensorEngine
import Testing
import Tuning

@Suite("Resampling")
struct ResamplingTests {
  private let rows = Rings.rows(10..<60)

  @Test("draws a bootstrap set of the same size, of which about 63% are different ones")
  func bootstrap() {
    let sets = (1...40).map {
      Resampling.bootstrap.rows(of: rows, count: 50, seed: 3, number: $0)
    }
    #expect(sets.allSatisfy { $0.count == 50 && Set($0).isSubset(of: rows) })
    #expect(sets.allSatisfy { $0 == $0.sorted() })
    let share = Double(sets.reduce(0) { $0 + Set($1).count }) / (40 * 50)
    // 1 - (1 - 1/50)^50 = 0.636; the standard error over 40 sets is 0.007.
    #expect(abs(share - 0.636) < 0.03)
    #expect(Set(sets).count == 40)
  }

  @Test("draws no example of a subset twice, and smaller sets from larger ones")
  func subset() {
    let large = Resampling.subset.rows(of: rows, count: 30, seed: 3, number: 2)
    let small = Resampling.subset.rows(of: rows, count: 10, seed: 3, number: 2)
    #expect(Set(large).count == 30)
    #expect(Set(small).isSubset(of: large))
    #expect(Resampling.subset.rows(of: rows, count: 99, seed: 3, number: 2) == rows)
    #expect(Resampling.subset.usualCount(of: 50) == 25)
    #expect(Resampling.bootstrap.usualCount(of: 50) == 50)
  }

  @Test(
    "is the same for the same seed, and stands still for no rows", arguments: Resampling.allCases)
  func seeds(_ resampling: Resampling) {
    let first = resampling.rows(of: rows, count: 20, seed: 3, number: 1)
    #expect(first == resampling.rows(of: rows, count: 20, seed: 3, number: 1))
    #expect(first != resampling.rows(of: rows, count: 20, seed: 4, number: 1))
    #expect(resampling.rows(of: [], count: 20, seed: 4, number: 1).isEmpty)
    #expect(resampling.rows(of: rows, count: -1, seed: 4, number: 1).isEmpty)
  }
}

@Suite("A study of bias and variance")
struct BiasVarianceStudyTests {
  private static func study() throws -> BiasVarianceStudy {
    BiasVarianceStudy(
      examples: try Rings.examples(48), training: Rings.rows(0..<32),
      judging: Rings.rows(32..<48), expected: nil, seed: 7)
  }

  private static func findings(threads: Int) throws -> [BiasVarianceStudy.Finding] {
    let study = try study()
    let subjects = try [0.1, 1].map { BiasVarianceStudy.Subject(try Rings.variant(rate: $0)) }
    let trainings = study.trainings(of: subjects, repeats: 5)
    #expect(trainings.count == 10)
    #expect(trainings.epochs == 40)
    let outcomes = trainings.run(IndependentTrainings(pool: ThreadPool(threads: threads)))
    return try study.findings(outcomes, of: subjects).map { try $0.get() }
  }

  @Test("gives the same bits on any number of threads", arguments: [2, 7])
  func threads(_ count: Int) throws {
    #expect(try Self.findings(threads: count) == Self.findings(threads: 1))
  }

  @Test("trains every variant on the same sets, from the same seeds")
  func pairing() throws {
    let study = try Self.study()
    let subjects = try [0.1, 1].map { BiasVarianceStudy.Subject(try Rings.variant(rate: $0)) }
    let fits = study.trainings(of: subjects, repeats: 3).fits
    for (first, second) in zip(fits[0], fits[1]) {
      #expect(first.training == second.training)
      #expect(first.variant.network == second.variant.network)
      #expect(first.variant.settings.seed == second.variant.settings.seed)
    }
    #expect(Set(fits[0].map(\.training)).count == 3)
    #expect(Set(fits[0].map(\.variant.settings.seed)).count == 3)
  }

  @Test("says which variant could not be trained, and leaves the others alone")
  func failures() throws {
    let study = try Self.study()
    let subjects = [
      BiasVarianceStudy.Subject(try Rings.wild()),
      BiasVarianceStudy.Subject(try Rings.variant(rate: 0.1), count: 12),
    ]
    let trainings = study.trainings(of: subjects, repeats: 2)
    #expect(trainings.fits[1].allSatisfy { $0.training.count == 12 })
    let findings = study.findings(
      trainings.run(IndependentTrainings(pool: ThreadPool(threads: 2))), of: subjects)
    #expect(throws: NetworkError.self) { try findings[0].get() }
    #expect(throws: Never.self) { try findings[1].get() }
  }

  @Test("gives nothing when it is interrupted, and tells every epoch once")
  func watching() throws {
    let study = try Self.study()
    let subjects = [BiasVarianceStudy.Subject(try Rings.variant(rate: 0.1))]
    let trainings = study.trainings(of: subjects, repeats: 4)
    let epochs = Counts()
    _ = trainings.run(
      IndependentTrainings(
        pool: ThreadPool(threads: 3), onEpoch: { count, _ in epochs.add(count) }))
    #expect(epochs.sorted == Array(1...16))
    let stopped = trainings.run(
      IndependentTrainings(pool: ThreadPool(threads: 2), isInterrupted: { true }))
    #expect(stopped.isEmpty)
  }
}
