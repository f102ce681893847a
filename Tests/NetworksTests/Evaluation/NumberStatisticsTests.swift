import Networks
import TensorEngine
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

  @Test("have the bits of full reductions, however many numbers there are")
  func order() {
    for count in [1, 63, 64, 65, 10_007] {
      let elements = (0..<count).map { Float(($0 * 7919) % 1009) / 7 - 50 }
      let values = elements.map(Double.init)
      let mean = values.laneSum / Double(count)
      let squares = values.map { ($0 - mean) * ($0 - mean) }.laneSum
      let statistics = NumberStatistics(of: elements)
      #expect(statistics.mean == mean)
      #expect(statistics.deviation == (squares / Double(count)).squareRoot())
      #expect(statistics.norm == values.map { $0 * $0 }.laneSum.squareRoot())
      #expect(statistics.least == values.min() && statistics.greatest == values.max())
    }
  }

  @Test("are left where they are once their work is called off")
  func calledOff() {
    let elements = [Float](repeating: 1, count: 1_000_000)
    let statistics = Interruption.$current.withValue(Interruption(isAsked: { true })) {
      NumberStatistics(of: elements)
    }
    #expect(statistics.mean < 0.01)
    #expect(NumberStatistics(of: elements).mean == 1)
  }

  @Test("say nothing of no numbers")
  func none() {
    let statistics = NumberStatistics(of: [])
    #expect(statistics.mean == 0 && statistics.deviation == 0 && statistics.norm == 0)
    #expect(statistics.least == .infinity && statistics.greatest == -.infinity)
  }
}
