import Networks
import TensorEngine
import Testing

@Suite("How large weights are")
struct WeightStatisticsTests {
  @Test("is what one works out by hand: a column of a kernel is what comes into a unit")
  func kernel() {
    let kernel = Tensor(shape: [2, 3], elements: [3, 0, 0.0009765625, -4, -5, 0])
    let statistics = WeightStatistics(of: kernel)
    // 9 + 16 + 25 + 2^-20
    #expect(statistics.norm == (50 + 9.5367431640625e-07).squareRoot())
    #expect(statistics.longest == 5)
    #expect(statistics.largest == 5)
    #expect(statistics.zeros == 2 && statistics.nearZeros == 3)
  }

  @Test("has no longest unit where a unit has one number")
  func bias() {
    let statistics = WeightStatistics(of: Tensor(shape: [2], elements: [3, -4]))
    #expect(statistics.norm == 5 && statistics.largest == 4)
    #expect(statistics.longest == nil && statistics.nearZeros == 0)
  }
}
