import Networks
import TensorEngine
import Testing

@Suite("What a parameter adds to the loss")
struct ParameterPenaltyTests {
  private func network() throws -> Network {
    var network = Network(inputShape: [2], seed: 1)
    try network.add(Dense(units: 2, activation: .tanh, l2: 0.5))
    try network.add(Flatten())
    try network.add(Dense(units: 1))
    try network.setParameter(
      "kernel", ofLayer: 0, to: Tensor(shape: [2, 2], elements: [1, -2, 3, 0]))
    try network.setParameter("bias", ofLayer: 0, to: Tensor(shape: [2], elements: [1, -1]))
    try network.setParameter("kernel", ofLayer: 2, to: Tensor(shape: [2, 1], elements: [2, -2]))
    return network
  }

  @Test("is counted by hand, the layer's own penalty and the training's together")
  func kernels() throws {
    let found = try network().parameterPenalties(under: Penalty(l1: 0.25, l2: 0.125))
    #expect(found.map(\.layer) == [1, 3] && found.map(\.name) == ["kernel", "kernel"])
    #expect(found.map(\.magnitudes) == [6, 4] && found.map(\.squares) == [14, 8])
    #expect(found.map(\.l1) == [0.25, 0.25] && found.map(\.l2) == [0.625, 0.125])
    // 0.25 * 6 + 0.625 * 14, and 0.25 * 4 + 0.125 * 8
    #expect(found.map(\.value) == [10.25, 2])
  }

  @Test("is of biases only where they are asked for")
  func biases() throws {
    let found = try network().parameterPenalties(under: Penalty(l2: 1, penalizesBias: true))
    #expect(found.map(\.name) == ["kernel", "bias", "kernel", "bias"])
    #expect(found[1].value == 2 && found[1].layer == 1)
  }
}
