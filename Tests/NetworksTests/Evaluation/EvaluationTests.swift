import Networks
import TensorEngine
import Testing

@Suite("Evaluation and prediction")
struct EvaluationTests {
  @Test("run over more rows than fit into a chunk, and over any choice of rows")
  func chunks() throws {
    let network = try Samples.network([3], Dense(units: 4, activation: .tanh), Dense(units: 2))
    let examples = try Samples.examples([3], count: 1_000, .values(width: 2))
    let whole = try network.predict(examples)
    #expect(whole.shape == [1_000, 2])
    let rows: [Int32] = [999, 0, 500, 500, 255, 256]
    let some = try network.predict(examples, rows: rows)
    let expected = rows.flatMap { whole.elements[Int($0) * 2..<Int($0) * 2 + 2] }
    #expect(some.elements == expected)
    let evaluation = try network.evaluate(examples)
    let single = try (0..<1_000).map {
      try network.evaluate(examples, rows: [Int32($0)]).dataLoss
    }
    expectClose(evaluation.dataLoss, single.reduce(0, +) / 1_000, within: 1e-6)
    #expect(evaluation.accuracy == nil)
    #expect(evaluation.count == 1_000)
  }

  @Test("scale the inputs as the examples do")
  func scaling() throws {
    var network = try Samples.network([2], Dense(units: 1))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: [[1], [10]]))
    let scaling = try FeatureScaling(shift: [100, 200], scale: [0.5, 0.25])
    let bytes = try network.predict(inputs: .bytes([102, 204, 100, 200]), scaling: scaling)
    #expect(bytes.elements == [11, 0])
    let floats = try network.predict(inputs: .floats([102, 204, 100, 200]), scaling: scaling)
    #expect(floats == bytes)
  }

  @Test("give the outputs of every layer, with the shape of each")
  func layers() throws {
    var network = try Samples.network(
      [2, 1], Flatten(), Dense(units: 2, activation: .relu), Dropout(rate: 0.5),
      Dense(units: 1, activation: .sigmoid))
    try network.setParameter("kernel", ofLayer: 1, to: Tensor(rows: [[1, -1], [1, -1]]))
    try network.setParameter("kernel", ofLayer: 3, to: Tensor(rows: [[0], [1]]))
    let examples = try Examples(
      inputShape: [2, 1], inputs: .floats([1, 2, -1, -3]), targets: .classes([0, 1], count: 2))
    let outputs = try network.layerOutputs(examples)
    #expect(outputs.map(\.shape) == [[2, 2], [2, 2], [2, 2], [2, 1]])
    #expect(outputs[0].elements == [1, 2, -1, -3])
    #expect(outputs[1].elements == [3, 0, 0, 4])
    #expect(outputs[2] == outputs[1])
    #expect(outputs[3].elements[0] == 0.5)
  }

  @Test("count what is right for one output, for several, and for one against all")
  func correct() throws {
    var network = try Samples.network([3], Dense(units: 3, activation: .sigmoid))
    try network.setParameter(
      "kernel", ofLayer: 0, to: Tensor(rows: [[9, 0, 0], [0, 9, 0], [0, 0, 9]]))
    let examples = try Examples(
      inputShape: [3], inputs: .floats([1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1]),
      targets: .classes([0, 1, 2, 2], count: 3))
    let evaluation = try network.evaluate(examples)
    #expect(evaluation.correctCount == 3)
    #expect(evaluation.accuracy == 0.75)
    #expect(try network.predictClasses(examples) == [0, 1, 1, 2])
    try network.replace(at: 0, with: Dense(units: 3, activation: .softmax))
    #expect(try network.evaluate(examples).correctCount == 3)
    #expect(try network.evaluate(examples, loss: .meanSquaredError).correctCount == 3)
  }

  @Test("refuse no rows, wrong rows and wrong inputs")
  func refusals() throws {
    let network = try Samples.network([3], Dense(units: 1))
    let examples = try Samples.examples([3], count: 4, .values(width: 1))
    #expect(throws: NetworkError.noExamples) { try network.evaluate(examples, rows: []) }
    #expect(throws: NetworkError.noExamples) { try network.gradients(examples, rows: []) }
    #expect(try network.predict(examples, rows: []).shape == [0, 1])
    #expect(throws: NetworkError.engine(.outOfRange(what: "row", valid: "0 ..< 4", actual: 4))) {
      try network.predict(examples, rows: [4])
    }
    #expect(throws: NetworkError.self) { try network.predict(inputs: .floats([1, 2])) }
    #expect(throws: NetworkError.noLayers) {
      try Network(inputShape: [3]).predict(examples)
    }
  }

  @Test("remember the loss of the last training while it fits")
  func remembered() throws {
    let examples = try Samples.examples([2], count: 8, .classes(2))
    var network = try Trainer(
      network: Samples.network([2], Dense(units: 1, activation: .sigmoid)), examples: examples,
      trainingRows: Samples.rows(0..<8), settings: TrainingSettings(loss: .meanSquaredError)
    ).run().network
    let remembered = try network.evaluate(examples)
    #expect(remembered == (try network.evaluate(examples, loss: .meanSquaredError)))
    #expect(remembered != (try network.evaluate(examples, loss: .binaryCrossEntropy)))
    try network.remove(at: 0)
    try network.add(Dense(units: 2, activation: .softmax))
    #expect(
      try network.evaluate(examples)
        == network.evaluate(examples, loss: .categoricalCrossEntropy))
  }
}
