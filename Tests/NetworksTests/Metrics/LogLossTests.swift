import Networks
import TensorEngine
import Testing

@Suite("The log loss of a network")
struct LogLossTests {
  private static let logits: [Float] = [0, 0.5, 1, 9, 17, 20, 40, 90, 150, 1e4, 3e9]

  /// One sigmoid, two softmax outputs and linear ones, each with the logit z for class 1.
  private static func networks() throws -> [Network] {
    var sigmoid = try Samples.network([1], Dense(units: 1, activation: .sigmoid))
    try sigmoid.setParameter("kernel", ofLayer: 0, to: Tensor(shape: [1, 1], elements: [1]))
    var softmax = try Samples.network([1], Dense(units: 2, activation: .softmax))
    try softmax.setParameter("kernel", ofLayer: 0, to: Tensor(shape: [1, 2], elements: [0, 1]))
    return [sigmoid, softmax]
  }

  @Test("is its loss to the last digit, however sure and however wrong it is")
  func sureAndWrong() throws {
    for network in try Self.networks() {
      for logit in Self.logits.flatMap({ [$0, -$0] }) {
        for truth: Int32 in [0, 1] {
          let examples = try Examples(
            inputShape: [1], inputs: .floats([logit, 0]), targets: .classes([truth, 1], count: 2))
          let found = try #require(try network.classPredictions(examples, rows: [0, 1]))
          #expect(found.logLoss == (try network.evaluate(examples).dataLoss))
          // Of a wrong answer as sure as this nothing is left but the logit.
          let wrong = truth == 1 ? -logit : logit
          if wrong > 50 {
            #expect(abs(found.logLikelihoods[0] / -Double(wrong) - 1) < 1e-6)
          }
          #expect(found.logLikelihoods.allSatisfy { $0 <= 0 && $0.isFinite })
        }
      }
    }
  }

  @Test("of an ensemble is that of the mean probability, also where all round to 0")
  func ensemble() throws {
    // p = e^-90 and e^-92: log((e^-90 + e^-92) / 2) = -90 + log((1 + e^-2) / 2).
    let members = try [Float(90), 92].map { logit in
      let examples = try Examples(
        inputShape: [1], inputs: .floats([logit]), targets: .classes([0], count: 2))
      let network = try Self.networks()[0]
      return try #require(try network.classPredictions(examples, rows: [0]))
    }
    let mean = ClassPredictions.mean(of: members)
    expectClose(mean.logLoss, 90.566219169516972, within: 1e-6)
    #expect(mean.logLoss <= members.map(\.logLoss).reduce(0, +) / 2)
  }
}
