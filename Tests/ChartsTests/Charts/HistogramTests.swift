import Charts
import Testing

@Suite("A histogram")
struct HistogramTests {
  private static let values: [Double] = [
    -1, -0.75, -0.5, -0.25, 0, 0, 0.25, 0.5, 0.5, 0.75, 1, 1, 2.5, -3, 0.31, 0.1, -0.6, 0.99,
  ]

  /// A histogram and what `numpy.histogram(values, bins, range)` of NumPy 2.4 counts.
  struct Case: Sendable {
    var extent: Extent?
    var bins: Int
    var counts: [Int]
  }

  @Test(
    "counts as NumPy does: a bin holds its lower end, the last one its upper end too",
    arguments: [
      Case(extent: Extent(-1, 1), bins: 4, counts: [3, 2, 5, 6]),
      Case(extent: nil, bins: 5, counts: [1, 1, 8, 7, 1]),
      Case(extent: nil, bins: 11, counts: [1, 0, 0, 0, 3, 2, 5, 4, 2, 0, 1]),
    ])
  func reference(expected: Case) {
    let histogram = Histogram(
      xAxis: Axis("x", extent: expected.extent), values: Self.values, bins: expected.bins)
    #expect(histogram.counts == expected.counts)
    #expect(histogram.counts.reduce(0, +) + histogram.outside == Self.values.count)
  }

  @Test("of one value puts it in the middle, and of none is empty")
  func edges() {
    let constant = Histogram(xAxis: Axis("x"), values: [7, 7], bins: 3)
    #expect(constant.counts == [0, 2, 0])
    let none = Histogram(xAxis: Axis("x"), values: [], bins: 3)
    #expect(none.counts == [0, 0, 0] && none.outside == 0)
    let odd = Histogram(xAxis: Axis("x"), values: [.nan, .infinity, 1, 2], bins: 2)
    #expect(odd.counts == [1, 1] && odd.outside == 2)
  }
}
