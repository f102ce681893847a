import Networks
import TensorEngine
import Testing

@Suite("A last layer that does not fit")
struct OutputMismatchTests {
  private func mismatch(
    _ last: Dense, _ targets: TargetForm, loss: Loss? = nil
  ) throws -> OutputMismatch {
    let network = try Samples.network([3], last)
    let examples = try Samples.examples([3], count: 4, targets)
    let trainer = Trainer(
      network: network, examples: examples, trainingRows: [0, 1, 2],
      settings: TrainingSettings(loss: loss))
    let error = #expect(throws: NetworkError.self) { try trainer.run() }
    guard case .outputMismatch(let mismatch)? = error else {
      throw NetworkError.noLayers
    }
    return mismatch
  }

  @Test("says what ten classes need")
  func tenClasses() throws {
    let facts = try mismatch(Dense(units: 3, activation: .softmax), .classes(10))
    #expect(
      facts
        == OutputMismatch(
          layer: "dense 3 softmax", outputShape: [3], activation: .softmax,
          loss: .categoricalCrossEntropy, targets: .classes(10), fitting: ["dense 10 softmax"]))
  }

  @Test("says what two classes need")
  func twoClasses() throws {
    let facts = try mismatch(Dense(units: 3, activation: .sigmoid), .classes(2))
    #expect(facts.fitting == ["dense 1 sigmoid", "dense 2 softmax"])
    #expect(facts.loss == .binaryCrossEntropy)
  }

  @Test("says what numbers need")
  func numbers() throws {
    let facts = try mismatch(Dense(units: 3), .values(width: 1))
    #expect(facts.fitting == ["dense 1 linear"])
    #expect(facts.targets == .values(width: 1))
  }

  @Test("refuses an activation that gives no probabilities under a cross-entropy")
  func noProbabilities() throws {
    let facts = try mismatch(
      Dense(units: 1, activation: .tanh), .classes(2), loss: .binaryCrossEntropy)
    #expect(facts.activation == .tanh)
    #expect(facts.fitting == ["dense 1 sigmoid"])
  }

  @Test("refuses numbers that are no probabilities under binary cross-entropy")
  func targetsOutOfRange() throws {
    let network = try Samples.network([1], Dense(units: 1, activation: .sigmoid))
    let examples = try Examples(
      inputShape: [1], inputs: .floats([0, 1]), targets: .values([0.5, 1.5], width: 1))
    #expect(
      throws: NetworkError.engine(.outOfRange(what: "target", valid: "0 to 1", actual: 1.5))
    ) { try network.evaluate(examples, loss: .binaryCrossEntropy) }
    #expect(try network.evaluate(examples, rows: [0], loss: .binaryCrossEntropy).count == 1)
  }
}
