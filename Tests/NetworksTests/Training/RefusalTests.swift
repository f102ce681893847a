import Networks
import TensorEngine
import Testing

@Suite("Training refuses")
struct RefusalTests {
  private func error(
    _ settings: TrainingSettings = TrainingSettings(), rows: [Int32] = [0, 1],
    validation: [Int32] = [], network: Network? = nil, examples: Examples? = nil
  ) throws -> NetworkError? {
    let examples = try examples ?? Samples.examples([2], count: 3, .classes(2))
    let network =
      try network ?? Samples.network([2], Dense(units: 1, activation: .sigmoid))
    let trainer = Trainer(
      network: network, examples: examples, trainingRows: rows, validationRows: validation,
      settings: settings)
    do {
      _ = try trainer.run()
      return nil
    } catch { return error }
  }

  @Test("settings outside their ranges, with the range")
  func settings() throws {
    let positive = "greater than 0"
    let fraction = "0 to less than 1"
    let cases: [(TrainingSettings, EngineError)] = [
      (.init(epochs: -1), .outOfRange(what: "epochs", valid: "0 or more", actual: -1)),
      (.init(batchSize: 0), .outOfRange(what: "batch", valid: "1 or more", actual: 0)),
      (
        .init(optimizer: .sgd(SGD(learningRate: -1))),
        .outOfRange(what: "rate", valid: positive, actual: -1)
      ),
      (
        .init(optimizer: .sgd(SGD(learningRate: .infinity))),
        .outOfRange(what: "rate", valid: positive, actual: .infinity)
      ),
      (
        .init(optimizer: .sgd(SGD(momentum: 1))),
        .outOfRange(what: "momentum", valid: fraction, actual: 1)
      ),
      (
        .init(optimizer: .adam(Adam(beta1: 1))),
        .outOfRange(what: "beta1", valid: fraction, actual: 1)
      ),
      (
        .init(optimizer: .adam(Adam(beta2: -0.1))),
        .outOfRange(what: "beta2", valid: fraction, actual: -0.1)
      ),
      (
        .init(optimizer: .adam(Adam(epsilon: 0))),
        .outOfRange(what: "epsilon", valid: positive, actual: 0)
      ),
      (.init(l1: -1), .outOfRange(what: "l1", valid: "0 or more", actual: -1)),
      (.init(l2: -1), .outOfRange(what: "l2", valid: "0 or more", actual: -1)),
      (.init(lambda: -1), .outOfRange(what: "lambda", valid: "0 or more", actual: -1)),
      (.init(maximumSteps: -1), .outOfRange(what: "steps", valid: "0 or more", actual: -1)),
      (
        .init(earlyStopping: EarlyStopping(patience: -1)),
        .outOfRange(what: "patience", valid: "0 or more", actual: -1)
      ),
      (
        .init(earlyStopping: EarlyStopping(minDelta: -1)),
        .outOfRange(what: "delta", valid: "0 or more", actual: -1)
      ),
      (
        .init(earlyStopping: EarlyStopping(startAfter: -1)),
        .outOfRange(what: "start", valid: "0 or more", actual: -1)
      ),
    ]
    for (settings, expected) in cases {
      #expect(try error(settings, validation: [2]) == .engine(expected))
    }
    let notANumber = try error(.init(optimizer: .sgd(SGD(learningRate: .nan))))
    guard case .engine(.outOfRange(what: "rate", valid: positive, _))? = notANumber else {
      Issue.record("a rate that is no number was taken")
      return
    }
  }

  @Test("rows that are not there")
  func rows() throws {
    let valid = "0 ..< 3"
    #expect(
      try error(rows: [0, 3]) == .engine(.outOfRange(what: "row", valid: valid, actual: 3)))
    #expect(
      try error(validation: [-1]) == .engine(.outOfRange(what: "row", valid: valid, actual: -1)))
    #expect(try error(rows: []) == .noExamples)
  }

  @Test("a network without layers or without parameters")
  func network() throws {
    #expect(try error(network: Network(inputShape: [2])) == .noLayers)
    let bare = try Samples.network([2], ActivationLayer(.softmax))
    #expect(try error(network: bare) == .noParameters)
  }

  @Test("examples of another shape than the network's input")
  func shape() throws {
    let examples = try Samples.examples([3], count: 3, .classes(2))
    #expect(
      try error(examples: examples)
        == .engine(.shapeMismatch(what: "input", expected: [2], actual: [3])))
  }

  @Test("a batch that does not fit into memory, with the largest that does")
  func memory() throws {
    let network = try Samples.network(
      [1], Dense(units: 1_000_000, usesBias: false), Dense(units: 1, activation: .sigmoid))
    let examples = try Samples.examples([1], count: 2_000, .classes(2))
    let refusal = try error(
      TrainingSettings(batchSize: 2_000), rows: Samples.rows(0..<2_000), network: network,
      examples: examples)
    guard case .engine(.outOfRange(what: "batch", let valid, actual: 2_000))? = refusal else {
      Issue.record("\(String(describing: refusal)) is about something else")
      return
    }
    // Two million floats a row, and a limit of 2³⁰.
    #expect(valid == "1 to 534")
  }
}
