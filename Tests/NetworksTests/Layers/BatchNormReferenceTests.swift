import ReferenceNumbers
import TensorEngine
import Testing

@testable import Networks

/// Numbers of any nesting, row by row.
struct NestedNumbers: Decodable {
  var shape: [Int]
  var elements: [Double]

  init(from decoder: any Decoder) throws {
    if let number = try? decoder.singleValueContainer().decode(Double.self) {
      (shape, elements) = ([], [number])
      return
    }
    let parts = try decoder.singleValueContainer().decode([NestedNumbers].self)
    shape = [parts.count] + (parts.first?.shape ?? [])
    elements = parts.flatMap(\.elements)
  }
}

@Suite("Batch normalization of the reference folder")
struct BatchNormReferenceTests {
  private struct File: Decodable { var cases: [Case] }

  struct Case: Decodable {
    struct Training: Decodable {
      var y, dx: NestedNumbers
      var dgamma, dbeta, batchMean, batchVarBiased: [Double]
    }
    struct Inference: Decodable { var y: NestedNumbers }
    struct Running: Decodable { var biasedVariance: Moments }
    struct Moments: Decodable {
      var mean: [Double]
      var variance: [Double]

      enum CodingKeys: String, CodingKey {
        case mean
        case variance = "var"
      }
    }
    var eps: Double
    var x, dy, xSecondBatch: NestedNumbers
    var gamma, beta, runningMeanStart, runningVarStart: [Double]
    var train: Training
    var runningAfterFirstBatch, runningAfterSecondBatch: Running
    var inferenceWithStartStatistics: Inference
  }

  /// A layer that hands its inputs on, so that batch normalization has a way back below it.
  private func network(_ reference: Case) throws -> Network {
    let shape = Shape(Array(reference.x.shape.dropFirst()))
    var network = try Samples.network(
      [shape.count], ShapedDense(shape: shape, activation: .linear),
      BatchNorm(momentum: 0.9, epsilon: reference.eps))
    let count = shape.count
    let identity = (0..<count * count).map { Float($0 / count == $0 % count ? 1 : 0) }
    try network.setParameter(
      "kernel", ofLayer: 0, to: Tensor(shape: [count, count], elements: identity))
    for (name, values) in [
      ("gamma", reference.gamma), ("beta", reference.beta),
      ("moving_mean", reference.runningMeanStart),
      ("moving_variance", reference.runningVarStart),
    ] {
      try network.setParameter(name, ofLayer: 1, to: Tensor(values))
    }
    return network
  }

  private func examples(_ x: NestedNumbers, targets: [Double]) throws -> Examples {
    let width = x.elements.count / x.shape[0]
    return try Examples(
      inputShape: [width], inputs: .floats(x.elements.map { Float($0) }),
      targets: .values(targets.map { Float($0) }, width: width))
  }

  /// The mean squared error has the gradient 2 (y - t) / count, so these targets make it dy.
  private func check(_ reference: Case) throws {
    var network = try network(reference)
    let count = Double(reference.x.elements.count)
    let y = reference.train.y.elements
    let targets = zip(y, reference.dy.elements).map { $0 - $1 * count / 2 }
    let examples = try examples(reference.x, targets: targets)
    expectClose(
      try network.predict(examples).elements, reference.inferenceWithStartStatistics.y.elements,
      within: 1e-5, "inference")

    let pass = try TrainingPass(network, examples)
    expectClose(pass.output, y, within: 1e-5, "y")
    expectClose(pass.gradients[1][0].elements, reference.train.dgamma, within: 1e-5, "dgamma")
    expectClose(pass.gradients[1][1].elements, reference.train.dbeta, within: 1e-5, "dbeta")
    expectClose(
      try #require(pass.normalizedGradient), reference.train.dx.elements, within: 1e-5, "dx")

    for (x, expected) in [
      (reference.x, reference.runningAfterFirstBatch.biasedVariance),
      (reference.xSecondBatch, reference.runningAfterSecondBatch.biasedVariance),
    ] {
      network.parameters = try TrainingPass(network, self.examples(x, targets: y)).parameters
      let moved = network.parameters[1]
      expectClose(
        try #require(moved["moving_mean"]?.elements), expected.mean, within: 1e-6, "mean")
      expectClose(
        try #require(moved["moving_variance"]?.elements), expected.variance, within: 1e-6,
        "variance")
    }
  }

  @Test(
    "has Keras's and PyTorch's outputs, gradients and statistics",
    .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
  func folder() throws {
    let file = try ReferenceFolder.decode(File.self, from: "batchnorm.json")
    #expect(file.cases.count == 6)
    for reference in file.cases { try check(reference) }
  }

  @Test("has Keras's numbers for two examples of one feature")
  func extract() throws {
    // Keras 3.15.1, an extract of the reference file.
    var network = try Samples.network([1], Dense(units: 1), BatchNorm(momentum: 0.9))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: [[1]]))
    try network.setParameter("gamma", ofLayer: 1, to: Tensor([2.0482]))
    try network.setParameter("beta", ofLayer: 1, to: Tensor([-0.9568]))
    try network.setParameter("moving_mean", ofLayer: 1, to: Tensor([-0.901]))
    try network.setParameter("moving_variance", ofLayer: 1, to: Tensor([1.088]))
    let y = [1.0147902945742782, -2.9283902945742777]
    let dy: [Float] = [-0.0347, 0.2056]
    let examples = try Examples(
      inputShape: [1], inputs: .floats([-0.3215, -0.5462]),
      targets: .values(zip(y, dy).map { Float($0) - $1 }, width: 1))
    let pass = try TrainingPass(network, examples)
    expectClose(pass.output, y, within: 1e-5)
    expectClose(pass.gradients[1][0].elements, [-0.23131195575930036], within: 1e-5)
    expectClose(pass.gradients[1][1].elements, [0.1709], within: 1e-6)
    expectClose(
      try #require(pass.normalizedGradient), [-0.15477821582423024, 0.15477821582423024],
      within: 1e-5)
    let moved = pass.parameters[1]
    expectClose(try #require(moved["moving_mean"]?.elements), [-0.854285], within: 1e-6)
    expectClose(try #require(moved["moving_variance"]?.elements), [0.98046225225], within: 1e-6)
    expectClose(
      try network.predict(examples).elements, [0.18059643379127543, -0.2604268253509154],
      within: 1e-6)
  }
}
