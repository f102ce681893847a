import Networks
import TensorEngine
import Testing

@testable import Tuning

@Suite("What the trainings of a study differ by")
struct DrawsTests {
  private let rows = Rings.rows(0..<30)
  private let judges = Rings.rows(30..<40)

  @Test("examples: each time others, so many as asked, and fresh first weights")
  func examples() throws {
    let draws = Draws.examples(times: 4, rows: rows, judges: judges, seed: 7)
    let fits = draws.fits(of: try Rings.variant(rate: 0.1), examples: 12)
    #expect(fits.count == draws.count && fits.count == 4)
    #expect(fits.allSatisfy { $0.training.count == 12 && $0.judging == judges })
    #expect(Set(fits.map(\.training)).count == 4)
    #expect(Set(fits.map { $0.variant.network.trainedValues }).count == 4)
    #expect(
      draws.fits(of: try Rings.variant(rate: 0.1), examples: nil).allSatisfy {
        $0.training == rows
      })
  }

  @Test("starts: the same examples, and fresh first weights")
  func starts() throws {
    let variant = try Rings.variant(rate: 0.1)
    let fits = Draws.starts(times: 3, rows: rows, judges: judges).fits(of: variant, examples: 9)
    #expect(Set(fits.map(\.training)).count == 1 && fits[0].training.count == 9)
    #expect(Set(fits.map { $0.variant.network.trainedValues }).count == 3)
    #expect(Set(fits.map(\.variant.settings.seed)).count == 3)
  }

  @Test("folds: the fold judges that is not learned from, and the first weights stay")
  func folds() throws {
    let folds = [
      CrossValidation.Fold(training: rows, validation: judges),
      CrossValidation.Fold(training: judges, validation: rows),
    ]
    let variant = try Rings.variant(rate: 0.1)
    let fits = Draws.folds(folds).fits(of: variant, examples: nil)
    #expect(fits.map(\.training) == [rows, judges] && fits.map(\.judging) == [judges, rows])
    #expect(fits.allSatisfy { $0.variant.network == variant.network })
  }
}
