import Testing

@testable import Datasets

@Suite("Pearson's correlation")
struct CorrelationTests {
  @Test("is NumPy's corrcoef for each pair of columns")
  func numpy() throws {
    let reference = try ValueBinsTests.Reference.shared.get()
    #expect(reference.columns.count == 5)
    for (row, first) in reference.columns.enumerated() {
      for (column, second) in reference.columns.enumerated() {
        let value = try #require(Correlation.pearson(first, second))
        #expect((value - reference.correlations[row][column]).magnitude < 1e-12)
      }
    }
  }

  @Test("is 1 and -1 on straight lines, and never beyond")
  func lines() throws {
    let numbers = (0..<50).map { Double($0 * $0 % 17) / 3 }
    for (slope, expected) in [(2.5, 1.0), (-4, -1), (1e200, 1), (-1e100, -1)] {
      let value = try #require(Correlation.pearson(numbers, numbers.map { slope * $0 + 1 }))
      #expect((-1...1).contains(value))
      #expect((value - expected).magnitude < 1e-12, "\(slope)")
    }
  }

  @Test("is undefined for a column that is the same in all, and for less than two examples")
  func undefined() {
    #expect(Correlation.pearson([1, 1, 1], [1, 2, 3]) == nil)
    #expect(Correlation.pearson([1, 2, 3], [0.1, 0.1, 0.1]) == nil)
    #expect(Correlation.pearson([1], [2]) == nil)
    #expect(Correlation.pearson([], []) == nil)
    #expect(Correlation.pearson([1, .nan, 3], [.nan, 2, 4]) == nil)
  }

  @Test("leaves out an example of which one number is missing")
  func missing() throws {
    let whole = try #require(Correlation.pearson([1, 2, 4, 7], [2, 1, 5, 4]))
    let gaps = try #require(
      Correlation.pearson([1, 2, .nan, 4, 9, 7], [2, 1, 3, 5, .nan, 4]))
    #expect(whole == gaps)
  }
}
