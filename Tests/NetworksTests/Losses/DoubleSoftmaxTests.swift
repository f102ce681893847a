import Networks
import TensorEngine
import Testing

@Suite("Two softmaxes in a row")
struct DoubleSoftmaxTests {
  @Test("are found, with what the loss cannot fall below")
  func found() throws {
    let network = try Samples.network(
      [4], Dense(units: 10, activation: .softmax), Dropout(rate: 0.1), ActivationLayer(.softmax))
    let trap = try #require(network.doubleSoftmax)
    #expect(trap.first == 1 && trap.second == 3)
    expectClose(trap.lossFloor, 1.461_150_17, within: 1e-8)
    expectClose(trap.greatestProbability, 0.231_969_3, within: 1e-6)
  }

  @Test("are none where weights lie between them, or where there is one")
  func none() throws {
    let softmax = Dense(units: 10, activation: .softmax)
    #expect(try Samples.network([4], softmax).doubleSoftmax == nil)
    #expect(try Samples.network([4], softmax, softmax).doubleSoftmax == nil)
    #expect(
      try Samples.network([4], Dense(units: 3), ActivationLayer(.softmax)).doubleSoftmax == nil)
    #expect(try Samples.network([4]).doubleSoftmax == nil)
  }
}
