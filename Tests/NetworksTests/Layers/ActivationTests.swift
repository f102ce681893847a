import Networks
import TensorEngine
import Testing

@Suite("Activations")
struct ActivationTests {
  struct Curve: Decodable {
    var name: String
    var x: [Double]
    var y: [Double]
    var dydx: [Double]
    var xExtreme: [Double]
    var yExtreme: [Double]
    var xZero: [Double]
    var yZero: [Double]
    var dydxZero: [Double]
  }

  private struct File: Decodable { var cases: [Curve] }

  /// The values through a layer.
  private func values(_ activation: Activation, _ x: [Double]) throws -> [Float] {
    let network = try Samples.network([1], ActivationLayer(activation))
    return try network.predict(inputs: .floats(x.map { Float($0) })).elements
  }

  /// The derivative: with one row, one output and the target y - 1/2, the gradient of the bias
  /// under mean squared error is 2 (y - t) f'(x) = f'(x).
  private func derivative(_ activation: Activation, at x: Double) throws -> Double {
    var network = try Samples.network([1], Dense(units: 1, activation: activation))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: [[1]]))
    let y = try values(activation, [x])[0]
    let examples = try Examples(
      inputShape: [1], inputs: .floats([Float(x)]), targets: .values([y - 0.5], width: 1))
    let gradients = try network.gradients(examples, loss: .meanSquaredError)
    return Double(gradients.layers[0][1].elements[0])
  }

  private func check(_ activation: Activation, _ curve: Curve) throws {
    expectClose(try values(activation, curve.x), curve.y, within: 3e-7, "\(activation)")
    expectClose(try values(activation, curve.xZero), curve.yZero, within: 0, "\(activation)(0)")
    expectClose(
      try values(activation, curve.xExtreme), curve.yExtreme, within: 3e-7,
      "\(activation) far out")
    for (x, expected) in zip(curve.x + curve.xZero, curve.dydx + curve.dydxZero) {
      expectClose(
        try derivative(activation, at: x), expected, within: 1e-6, "\(activation)'(\(x))")
    }
  }

  @Test(
    "and their derivatives are those of the reference folder",
    .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
  func folder() throws {
    let file = try ReferenceFolder.decode(File.self, from: "activations.json")
    for activation in [Activation.sigmoid, .tanh, .relu] {
      let curve = try #require(file.cases.first { $0.name == activation.rawValue })
      try check(activation, curve)
    }
  }

  @Test("and their derivatives have the known values at 0 and 1")
  func known() throws {
    // 1/(1+1/e), tanh(1) and their derivatives s(1-s), 1-t².
    let curves = [
      Curve.at(1, "sigmoid", 0.731058578630004879, 0.196611933241481853, zero: (0.5, 0.25)),
      Curve.at(1, "tanh", 0.761594155955764888, 0.419974341614026070, zero: (0, 1)),
      Curve.at(1, "relu", 1, 1, zero: (0, 0)),
      Curve.at(1, "linear", 1, 1, zero: (0, 1)),
    ]
    for curve in curves {
      try check(try #require(Activation(rawValue: curve.name)), curve)
    }
  }

  @Test("softmax runs over the last dimension and its rows add to 1")
  func softmax() throws {
    let network = try Samples.network([2, 3], ActivationLayer(.softmax))
    let outputs = try network.predict(inputs: .floats([1, 2, 3, 0.3, 0.3, 0.3])).elements
    // exp(1), exp(2), exp(3) over their sum 30.19287485057736.
    expectClose(
      outputs, [0.0900305731703805, 0.244728471054798, 0.665240955774822, 1 / 3.0, 1 / 3, 1 / 3],
      within: 2e-7)
  }
}

extension ActivationTests.Curve {
  static func at(
    _ x: Double, _ name: String, _ y: Double, _ slope: Double, zero: (Double, Double)
  ) -> Self {
    Self(
      name: name, x: [x], y: [y], dydx: [slope], xExtreme: [], yExtreme: [], xZero: [0],
      yZero: [zero.0], dydxZero: [zero.1])
  }
}
