import Networks
import TensorEngine
import Testing

@Suite("A predictor")
struct PredictorTests {
  private static func networks() throws -> [Network] {
    let plain = try Samples.network(
      [2], seed: 3, Dense(units: 5, activation: .tanh), Dropout(rate: 0.5),
      Dense(units: 3, activation: .softmax))
    let linear = try Samples.network([2], seed: 4, Dense(units: 1))
    let examples = try Samples.circles(points: 20)
    let trained = try Trainer(
      network: linear, examples: examples, trainingRows: Samples.rows(0..<20),
      settings: TrainingSettings(epochs: 2, loss: .binaryCrossEntropy)
    ).run().network
    return [plain, linear, trained]
  }

  @Test("gives the bits of a prediction laid out anew, for any capacity", arguments: [1, 2, 7, 64])
  func sameBits(_ capacity: Int) throws {
    let inputs = RandomStream(seed: 1, name: "inputs").uniforms(count: 2 * 13)
    let scalings = [nil, try FeatureScaling(shift: [0.25, 0.5], scale: [2, 3])]
    for (network, scaling) in try Self.networks().flatMap({ zip([$0, $0], scalings) }) {
      let predictor = try Predictor(network, scaling: scaling, capacity: capacity)
      let expected = try network.predict(inputs: .floats(inputs), scaling: scaling)
      for _ in 0..<2 { #expect(try predictor.predict(inputs) == expected.elements) }
      for row in 0..<13 {
        let one = try predictor.predict(Array(inputs[2 * row..<2 * row + 2]))
        let width = network.outputShape.count
        #expect(one == Array(expected.elements[row * width..<(row + 1) * width]))
      }
      #expect(predictor.outputShape == network.outputShape)
    }
  }

  @Test("refuses what does not fit")
  func refusals() throws {
    let network = try Samples.network([2], Dense(units: 1))
    #expect(throws: NetworkError.noLayers) { try Predictor(Network(inputShape: [2])) }
    for capacity in [Int.min, 0, Int(Int32.max) * 4, Int.max] {
      #expect(throws: NetworkError.self) { try Predictor(network, capacity: capacity) }
    }
    let scaling = try FeatureScaling(shift: [0, 0, 0], scale: [1, 1, 1])
    #expect(throws: NetworkError.self) { try Predictor(network, scaling: scaling) }
    let predictor = try Predictor(network)
    #expect(throws: NetworkError.self) { try predictor.predict([1, 2, 3]) }
    #expect(try predictor.predict([]) == [])
  }
}
