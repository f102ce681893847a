import Networks
import TensorEngine

/// Small networks and examples for tests.
enum Samples {
  /// A network of layers; a test fails with the layer's own error.
  static func network(
    _ inputShape: Shape, seed: UInt64 = 0, _ layers: any Layer...
  ) throws -> Network {
    try network(inputShape, seed: seed, layers)
  }

  static func network(
    _ inputShape: Shape, seed: UInt64 = 0, _ layers: [any Layer]
  ) throws -> Network {
    var network = Network(name: "sample", inputShape: inputShape, seed: seed)
    for layer in layers { try network.add(layer) }
    return network
  }

  /// Random inputs from -1 to 1.
  static func inputs(_ count: Int, seed: UInt64 = 5) -> Inputs {
    let uniforms = RandomStream(seed: seed, name: "inputs").uniforms(count: count)
    return .floats(uniforms.map { 2 * $0 - 1 })
  }

  /// Random examples with targets of a kind.
  static func examples(
    _ inputShape: Shape, count: Int, _ targets: TargetForm, seed: UInt64 = 5
  ) throws -> Examples {
    let stream = RandomStream(seed: seed, name: "targets")
    let made: Targets
    switch targets {
    case .classes(let classes):
      made = .classes(
        stream.uniforms(count: count).map { Int32($0 * Float(classes)) }, count: classes)
    case .values(let width):
      made = .values(stream.uniforms(count: count * width), width: width)
    }
    return try Examples(
      inputShape: inputShape, inputs: inputs(count * inputShape.count, seed: seed), targets: made)
  }

  /// Points on two circles, the outer one of radius 1 and class 0, with normal noise.
  static func circles(
    points: Int, noise: Double = 0.05, factor: Double = 0.5, seed: UInt64 = 1
  ) throws -> Examples {
    let angles = RandomStream(seed: seed, name: "angles").uniformDoubles(count: points)
    let noises = RandomStream(seed: seed, name: "noise").normals(count: 2 * points)
    var inputs: [Float] = []
    for point in 0..<points {
      let radius = point % 2 == 0 ? 1 : factor
      let angle = 2 * Double.pi * angles[point]
      inputs.append(Float(radius * ElementaryMath.cos(angle) + noise * noises[2 * point]))
      inputs.append(Float(radius * ElementaryMath.sin(angle) + noise * noises[2 * point + 1]))
    }
    return try Examples(
      inputShape: [2], inputs: .floats(inputs),
      targets: .classes((0..<points).map { Int32($0 % 2) }, count: 2))
  }

  static func rows(_ range: Range<Int>) -> [Int32] { range.map { Int32($0) } }
}

extension Tensor {
  /// A tensor from rows of numbers.
  init(rows: [[Double]]) {
    self.init(
      shape: [rows.count, rows.first?.count ?? 0], elements: rows.flatMap { $0 }.map { Float($0) })
  }

  init(_ values: [Double]) {
    self.init(shape: [values.count], elements: values.map { Float($0) })
  }
}

extension Network {
  /// The bits of all parameters.
  var parameterBits: [UInt32] {
    parameters.flatMap { $0.tensors.flatMap { $0.elements.map(\.bitPattern) } }
  }
}
