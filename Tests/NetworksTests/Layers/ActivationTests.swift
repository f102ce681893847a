import Networks
import ReferenceNumbers
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
    var dydxExtreme: [Double]
    var xZero: [Double]
    var yZero: [Double]
    var dydxZero: [Double]
  }

  private struct File: Decodable { var cases: [Curve] }

  /// The values through a layer.
  private func values(
    _ activation: Activation, _ x: [Double], slope: Double? = nil
  ) throws -> [Float] {
    let network = try Samples.network([1], ActivationLayer(activation, slope: slope))
    return try network.predict(inputs: .floats(x.map { Float($0) })).elements
  }

  /// The derivative: with one row, one output and the target y - 1/2, the gradient of the bias
  /// under mean squared error is 2 (y - t) f'(x) = f'(x).
  private func derivative(
    _ activation: Activation, at x: Double, slope: Double? = nil
  ) throws -> Double {
    var network = try Samples.network(
      [1], Dense(units: 1), ActivationLayer(activation, slope: slope))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: [[1]]))
    let y = try values(activation, [x], slope: slope)[0]
    let examples = try Examples(
      inputShape: [1], inputs: .floats([Float(x)]), targets: .values([y - 0.5], width: 1))
    let gradients = try network.gradients(examples, loss: .meanSquaredError)
    return Double(gradients.layers[0][1].elements[0])
  }

  private func check(
    _ activation: Activation, _ curve: Curve, slope: Double? = nil
  ) throws {
    let name = curve.name
    // One part in 100,000 of the value, not of 1.
    expectRelative(try values(activation, curve.x, slope: slope), curve.y, within: 1e-6, name)
    expectClose(
      try values(activation, curve.xZero, slope: slope), curve.yZero, within: 1e-7, "\(name)(0)")
    expectClose(
      try values(activation, curve.xExtreme, slope: slope), curve.yExtreme, within: 3e-7,
      "\(name) far out")
    // The derivative is made of the value, whose rounding is 6e-8 near 1.
    let places = curve.x + curve.xZero + curve.xExtreme
    for (x, expected) in zip(places, curve.dydx + curve.dydxZero + curve.dydxExtreme) {
      expectClose(
        try derivative(activation, at: x, slope: slope), expected, within: 1e-6, "\(name)'(\(x))")
    }
  }

  private func expectRelative(
    _ actual: [Float], _ expected: [Double], within bound: Double, _ comment: String
  ) {
    for (one, other) in zip(actual, expected) {
      #expect(abs(Double(one) - other) <= bound * abs(other), "\(comment): \(one), \(other)")
    }
  }

  @Test(
    "and their derivatives are those of the reference folder",
    .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
  func folder() throws {
    let file = try ReferenceFolder.decode(File.self, from: "activations.json")
    let names: [(Activation, String, Double?)] = [
      (.sigmoid, "sigmoid", nil), (.tanh, "tanh", nil), (.relu, "relu", nil),
      (.leakyRelu, "leaky_relu_0.01", 0.01), (.leakyRelu, "leaky_relu_0.3", 0.3),
      (.elu, "elu", nil), (.selu, "selu", nil), (.gelu, "gelu_erf", nil),
      (.swish, "swish", nil), (.softplus, "softplus", nil),
    ]
    for (activation, name, slope) in names {
      let curve = try #require(file.cases.first { $0.name == name }, "\(name)")
      try check(activation, curve, slope: slope)
    }
  }

  @Test("and their derivatives have the known values at 1, -1 and 0")
  func known() throws {
    // 1/(1+1/e), tanh(1) and their derivatives s(1-s), 1-t²; the others from PyTorch 2.15.0.
    let curves = [
      Curve.at(1, "sigmoid", 0.731058578630004879, 0.196611933241481853, zero: (0.5, 0.25)),
      Curve.at(1, "tanh", 0.761594155955764888, 0.419974341614026070, zero: (0, 1)),
      Curve.at(1, "relu", 1, 1, zero: (0, 0)),
      Curve.at(-1, "leaky_relu", -0.2, 0.2, zero: (0, 0.2)),
      Curve.at(-1, "elu", -0.6321205588285577, 0.36787944117144233, zero: (0, 1)),
      Curve.at(
        -1, "selu", -1.1113307378125625, 0.6467686030348141, zero: (0, 1.7580993408473766)),
      Curve.at(-1, "gelu", -0.15865525393145707, -0.08331547058768628, zero: (0, 0.5)),
      Curve.at(-1, "swish", -0.2689414213699951, 0.07232948812851325, zero: (0, 0.5)),
      Curve.at(
        -1, "softplus", 0.31326168751822286, 0.2689414213699951, zero: (0.6931471805599453, 0.5)),
      Curve.at(1, "linear", 1, 1, zero: (0, 1)),
    ]
    for curve in curves {
      try check(try #require(Activation(rawValue: curve.name)), curve)
    }
  }

  @Test("leaky relu takes another slope, and no other function does")
  func slopes() throws {
    #expect(try values(.leakyRelu, [-2, 2], slope: 0.3) == [-0.6, 2])
    #expect(throws: EngineError.self) { try values(.relu, [1], slope: 0.3) }
    #expect(throws: EngineError.self) { try values(.leakyRelu, [1], slope: -1) }
  }

  @Test("is flat where the derivative is small, if it saturates", arguments: Activation.allCases)
  func flatness(_ activation: Activation) throws {
    // Every fourth of a unit misses the places where a derivative is a twentieth of its greatest.
    let places = (-32...32).map { Double($0) / 4 }
    for x in places {
      guard let y = activation.value(at: x), let slope = activation.derivative(at: x),
        let greatest = activation.derivative(at: 0)
      else { return #expect(activation == .softmax) }
      let isSmall = activation.saturation != nil && slope < greatest / 20
      #expect(activation.isFlat(at: Float(y)) == isSmall, "\(x)")
      if let (low, high) = activation.saturation, Float(y) < low || Float(y) > high {
        #expect(isSmall)
      }
    }
    let ends = try places.map { try #require(activation.value(at: $0 * 1000)) }
    let saturates = ends.allSatisfy { abs($0) <= 1 }
    #expect((activation.saturation != nil) == saturates)
  }

  @Test("a unit can be dead only where value and derivative are 0", arguments: Activation.allCases)
  func death(_ activation: Activation) {
    let isDead = activation.value(at: -3) == 0 && activation.derivative(at: -3) == 0
    #expect(activation.canDie == isDead)
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
      name: name, x: [x], y: [y], dydx: [slope], xExtreme: [], yExtreme: [],
      dydxExtreme: [], xZero: [0], yZero: [zero.0], dydxZero: [zero.1])
  }
}
