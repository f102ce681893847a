import Networks
import TensorEngine
import Testing

/// A network of four dense layers, and what NumPy finds in the outputs of each.
private struct ActivityCase: Decodable {
  struct Layer: Decodable {
    var activation: String
    var kernel: [[Double]]
    var bias: [Double]
    var mean: Double
    var deviation: Double
    var spread: Double
    var zeroShare: Double
    var silentUnits: Int
    var saturatedShare: Double?
  }

  var inputs: [[Double]]
  var layers: [Layer]

  func network() throws -> Network {
    var network = try Samples.network([inputs[0].count], [])
    for (index, layer) in layers.enumerated() {
      let activation = try #require(Activation(rawValue: layer.activation))
      try network.add(Dense(units: layer.bias.count, activation: activation))
      try network.setParameter("kernel", ofLayer: index, to: Tensor(rows: layer.kernel))
      try network.setParameter("bias", ofLayer: index, to: Tensor(layer.bias))
    }
    return network
  }
}

@Suite("The activity of a layer")
struct LayerActivityTests {
  /// The network computes in single precision, NumPy in double.
  private static let bound = 2e-6

  @Test("is what NumPy finds: mean, deviation, spread, zeros, dead and saturated units")
  func reference() throws {
    let expected = try GoldenNumbers.decode(ActivityCase.self, from: "activity.json")
    let examples = try Examples(
      inputShape: [expected.inputs[0].count],
      inputs: .floats(expected.inputs.flatMap { $0 }.map { Float($0) }),
      targets: .values([Float](repeating: 0, count: expected.inputs.count), width: 1))
    let rows = Samples.rows(0..<expected.inputs.count)
    let found = try expected.network().activity(examples, rows: rows)
    #expect(found.map(\.layer) == [0, 1, 2, 3])
    for (layer, numbers) in zip(found, expected.layers) {
      let name = numbers.activation
      #expect(layer.activation?.rawValue == name)
      #expect(layer.units == numbers.bias.count)
      #expect(layer.silentUnits == numbers.silentUnits, "\(name)")
      expectClose(layer.mean, numbers.mean, within: Self.bound, "\(name): mean")
      expectClose(layer.deviation, numbers.deviation, within: Self.bound, "\(name): deviation")
      expectClose(layer.spread, numbers.spread, within: Self.bound, "\(name): spread")
      expectClose(layer.zeroShare, numbers.zeroShare, within: 1e-15, "\(name): zeros")
      #expect((layer.saturatedShare == nil) == (numbers.saturatedShare == nil))
      expectClose(
        layer.saturatedShare ?? 0, numbers.saturatedShare ?? 0, within: 1e-15,
        "\(name): saturated")
    }
  }

  @Test("of a convolution counts a filter as one unit, over all its pixels")
  func filters() {
    // Two images of 1 x 2 pixels, three filters: one is never more than 0, one is so in one pixel.
    let outputs = Tensor(
      shape: [2, 1, 2, 3], elements: [1, 0, 0, 2, 0, 5, 3, 0, 0, 4, 0, 0])
    let activity = LayerActivity(layer: 0, outputs: outputs, activation: .relu)
    #expect(activity.units == 3)
    #expect(activity.silentUnits == 1)
    #expect(activity.zeroShare == 7.0 / 12)
    #expect(activity.mean == 15.0 / 12)
    #expect(activity.saturatedShare == nil)
  }

  @Test("of one example has no spread, and of none no trap")
  func edges() {
    let one = LayerActivity(
      layer: 0, outputs: Tensor(shape: [1, 3], elements: [1, 2, 3]), activation: .sigmoid)
    #expect(one.spread == 0)
    #expect(one.mean == 2)
    #expect(one.saturatedShare == 1)
    let none = LayerActivity(
      layer: 0, outputs: Tensor(shape: [0, 3], elements: []), activation: .relu)
    #expect(none.mean == 0 && none.spread == 0 && none.silentUnits == 0)
  }
}
