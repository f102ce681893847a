import Networks
import TensorEngine
import Testing
import Tuning

@Suite("The distance of a batch's gradient")
struct GradientMeterTests {
  @Test("is next to nothing for all examples, and more for one of them")
  func distances() throws {
    let examples = try Rings.examples(24)
    let rows = Rings.rows(0..<24)
    var network = Network(inputShape: [2], seed: 3)
    #expect(GradientMeter(network, examples, rows: rows, pool: nil) == nil)
    try network.add(Dense(units: 1, activation: .sigmoid))
    let meter = try #require(GradientMeter(network, examples, rows: rows, pool: nil))
    #expect(try meter.distance(of: rows) < 1e-6)
    #expect(try meter.distance(of: [0]) > 0.1)
  }
}
