import ReferenceNumbers
import TensorEngine
import Testing

@testable import Networks

/// Dense layers, convolutions and pooling against Keras and PyTorch, forward and backward.
@Suite("Layers of the reference folder")
struct LayerReferenceTests {
  struct File: Decodable { var cases: [Case] }

  struct Case: Decodable, CustomTestStringConvertible {
    var kind: String
    var padding: String?
    var stride: [Int]?
    var pool: [Int]?
    var x, dy, y, dx: NestedNumbers
    var w, b, dw, db: NestedNumbers?

    var testDescription: String {
      "\(kind) \(w?.shape ?? pool ?? []) on \(x.shape), stride \(stride ?? []), \(padding ?? "")"
    }

    /// The layer of the case.
    var layer: (any Layer)? {
      let padding = ImageWindow.Padding(rawValue: padding ?? "valid") ?? .valid
      let stride = stride.map { WindowSize($0[0], $0[1]) } ?? WindowSize(1)
      switch kind {
      case "dense": return Dense(units: y.shape[1])
      case "conv2d":
        guard let w else { return nil }
        return Convolution(
          filters: w.shape[3], size: WindowSize(w.shape[0], w.shape[1]), stride: stride,
          padding: padding)
      case "maxpool2d", "global_maxpool2d":
        return MaxPooling(size: window, stride: self.stride.map { _ in stride }, padding: padding)
      case "avgpool2d", "global_avgpool2d":
        return AveragePooling(
          size: window, stride: self.stride.map { _ in stride }, padding: padding)
      default: return nil
      }
    }

    private var window: WindowSize {
      pool.map { WindowSize($0[0], $0[1]) } ?? WindowSize(x.shape[1], x.shape[2])
    }
  }

  static let cases: [Case] =
    (try? ReferenceFolder.decode(File.self, from: "layers.json").cases) ?? []

  /// A small case that is always there: a convolution with padding `same`, by hand.
  @Test("a kernel of ones adds up what lies under it, zeros around the image")
  func ones() throws {
    var network = try Samples.network(
      [3, 3, 1], Convolution(filters: 1, size: WindowSize(2), stride: WindowSize(2), padding: .same)
    )
    try network.setParameter(
      "kernel", ofLayer: 0, to: Tensor(shape: [2, 2, 1, 1], elements: [1, 1, 1, 1]))
    let examples = try Examples(
      inputShape: [3, 3, 1], inputs: .floats([1, 2, 3, 4, 5, 6, 7, 8, 9]),
      targets: .values([0, 0, 0, 0], width: 4))
    // One row and one column of zeros are missing; they lie below and to the right.
    #expect(try network.predict(examples).elements == [12, 9, 15, 9])
  }

  @Test("agree with Keras and PyTorch", .enabled(if: ReferenceFolder.isThere), arguments: cases)
  func agree(_ reference: Case) throws {
    let layer = try #require(reference.layer)
    let input = Shape(Array(reference.x.shape.dropFirst()))
    let outputs = reference.y.elements.count / reference.x.shape[0]
    var kernel: [Double] = []
    var bias: [Double] = []
    for example in 0..<reference.x.shape[0] {
      func row(_ numbers: NestedNumbers) -> [Double] {
        let width = numbers.elements.count / numbers.shape[0]
        return Array(numbers.elements[example * width..<(example + 1) * width])
      }
      let network = try Self.network(layer, input, reference)
      // The gradient of the mean of (y - t)² is dy for these targets.
      let targets = zip(row(reference.y), row(reference.dy)).map { y, dy in
        Float(y - dy * Double(outputs) / 2)
      }
      let examples = try Examples(
        inputShape: [input.count], inputs: .floats(row(reference.x).map { Float($0) }),
        targets: .values(targets, width: outputs))
      expectClose(
        try network.predict(examples).elements, row(reference.y), within: 1e-5, "y")
      let gradients = try network.gradients(examples, loss: .meanSquaredError).layers
      expectClose(gradients[0][1].elements, row(reference.dx), within: 2e-5, "dx")
      if gradients[1].count == 2 {
        kernel = Self.sum(kernel, gradients[1][0].elements)
        bias = Self.sum(bias, gradients[1][1].elements)
      }
    }
    if let dw = reference.dw, let db = reference.db {
      expectClose(kernel.map { Float($0) }, dw.elements, within: 2e-5, "dw")
      expectClose(bias.map { Float($0) }, db.elements, within: 2e-5, "db")
    }
  }

  /// The layer above one that hands its inputs on: the gradient of that one's bias is dx.
  private static func network(
    _ layer: any Layer, _ input: Shape, _ reference: Case
  ) throws -> Network {
    var network = try Samples.network(
      [input.count], ShapedDense(shape: input, activation: .linear), layer, Flatten())
    let count = input.count
    let identity = (0..<count * count).map { Float($0 / count == $0 % count ? 1 : 0) }
    try network.setParameter(
      "kernel", ofLayer: 0, to: Tensor(shape: [count, count], elements: identity))
    for (name, values) in [("kernel", reference.w), ("bias", reference.b)] {
      guard let values else { continue }
      try network.setParameter(
        name, ofLayer: 1,
        to: Tensor(shape: Shape(values.shape), elements: values.elements.map { Float($0) }))
    }
    return network
  }

  private static func sum(_ sums: [Double], _ values: [Float]) -> [Double] {
    values.enumerated().map { (sums.isEmpty ? 0 : sums[$0]) + Double($1) }
  }
}
