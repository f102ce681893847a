import Networks
import Testing

@Suite("The statistics of some numbers")
struct NumberStatisticsTests {
  @Test("are those that one works out by hand")
  func byHand() {
    let statistics = NumberStatistics(of: [3, 0, -4, 0, 6])
    #expect(statistics.mean == 1)
    #expect(statistics.deviation == (56.0 / 5).squareRoot())
    #expect(statistics.least == -4 && statistics.greatest == 6)
    #expect(statistics.zeros == 2)
    #expect(statistics.norm == 61.0.squareRoot())
  }

  @Test("say nothing of no numbers")
  func none() {
    let statistics = NumberStatistics(of: [])
    #expect(statistics.mean == 0 && statistics.deviation == 0 && statistics.norm == 0)
    #expect(statistics.least == .infinity && statistics.greatest == -.infinity)
  }
}
