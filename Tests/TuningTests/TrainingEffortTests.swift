import Networks
import TensorEngine
import Testing
import Tuning

@Suite("The work of a training")
struct TrainingEffortTests {
  private static func seconds(
    units: Int = 8, epochs: Int = 10, batch: Int? = 8, rows: Int = 64, validationRows: Int = 0
  ) throws -> Double {
    var network = Network(inputShape: [2])
    try network.add(Dense(units: units, activation: .tanh))
    try network.add(Dense(units: 1, activation: .sigmoid))
    return TrainingEffort.seconds(
      network, TrainingSettings(epochs: epochs, batchSize: batch), rows: rows,
      validationRows: validationRows)
  }

  @Test("grows with epochs, examples, units and what is validated, and shrinks with the batch")
  func grows() throws {
    let usual = try Self.seconds()
    #expect(usual > 0)
    #expect(try abs(Self.seconds(epochs: 20) - 2 * usual) < 1e-12)
    #expect(try abs(Self.seconds(rows: 128) - 2 * usual) < 1e-12)
    #expect(try Self.seconds(units: 64) > usual)
    #expect(try Self.seconds(validationRows: 10) > usual)
    #expect(try Self.seconds(batch: nil) < usual)
    #expect(try Self.seconds(rows: 0) == 0)
  }

  @Test("has no more epochs than there are steps for")
  func steps() {
    func epochs(_ steps: Int?, batch: Int? = 8, rows: Int = 60) -> Int {
      TrainingEffort.epochs(
        TrainingSettings(epochs: 1000, batchSize: batch, maximumSteps: steps), rows: rows)
    }
    // Eight steps an epoch, the last of four examples.
    #expect(
      [nil, 0, 1, 8, 9, 20, 8000, 8001].map { epochs($0) } == [1000, 0, 1, 1, 2, 3, 1000, 1000])
    #expect(epochs(20, batch: nil) == 20)
    #expect(epochs(20, batch: 1) == 1)
    #expect(epochs(20, rows: 0) == 20)
  }

  @Test("counts a filter once for each place that it looks at")
  func convolution() throws {
    var network = Network(inputShape: [10, 10, 1])
    try network.add(Convolution(filters: 4, size: WindowSize(3, 3), activation: .relu))
    let one = TrainingEffort.seconds(
      network, TrainingSettings(epochs: 1), rows: 1, validationRows: 0)
    // 8 x 8 places of 4 filters with 9 weights, 256 outputs, and a step of one layer.
    #expect(abs(one - (3 * 2304e-10 + 256 * 30e-9 + 2e-6)) < 1e-12)
  }

  @Test("of a comparison is the sum of its variants")
  func comparison() throws {
    let comparison = Comparison(
      examples: try Rings.examples(48), rows: Rings.rows(0..<32),
      validationRows: Rings.rows(32..<48))
    let variant = try Rings.variant(rate: 0.1)
    let one = comparison.work(of: [variant]).nominalSeconds
    #expect(abs(comparison.work(of: [variant, variant, variant]).nominalSeconds - 3 * one) < 1e-12)
    let fewer = Comparison.Variant(
      label: "", network: variant.network, settings: variant.settings, rows: Rings.rows(0..<8))
    #expect(comparison.work(of: [fewer]).nominalSeconds < one)
  }
}
