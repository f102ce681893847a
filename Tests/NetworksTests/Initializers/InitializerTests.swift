import Foundation
import Networks
import ReferenceNumbers
import TensorEngine
import Testing

@Suite("Initializers")
struct InitializerTests {
  struct Reference: Decodable {
    struct Cut: Decodable { var cut: Double }
    var name: String
    var shape: [Int]
    var fanIn: Int
    var fanOut: Int
    var variance: Double
    var bound: Double?
    var truncatedNormal: Cut?
  }

  private struct Orthogonal: Decodable {
    var shape: [Int]
    var variance: Double
  }

  private struct File: Decodable {
    var initializers: [Reference]
    var orthogonal: [Orthogonal]
  }

  private func check(_ reference: Reference) throws {
    let initializer = try #require(Initializer(rawValue: reference.name), "\(reference.name)")
    let values = initializer.values(
      shape: Shape(reference.shape), fanIn: reference.fanIn, fanOut: reference.fanOut,
      from: RandomStream(seed: 1, name: "initialize/dense 1/kernel")
    ).elements.map { Double($0) }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let exact = reference.variance
    expectClose(
      initializer.variance(fanIn: reference.fanIn, fanOut: reference.fanOut), exact,
      within: 1e-15)
    // Four standard errors; the tails are cut, so they are generous.
    #expect(abs(variance - exact) < 4 * exact * (2 / count).squareRoot(), "\(reference.name)")
    #expect(abs(mean) < 4 * (exact / count).squareRoot(), "\(reference.name)")
    let limit = try #require(reference.bound ?? reference.truncatedNormal?.cut)
    let greatest = try #require(values.map { abs($0) }.max())
    #expect(greatest <= limit * (1 + 1e-7), "\(reference.name)")
    #expect(greatest > 0.999 * limit, "\(reference.name)")
  }

  @Test("have Keras's variances and bounds", arguments: Reference.extract)
  func extract(reference: Reference) throws {
    try check(reference)
  }

  @Test(
    "have the variances and bounds of the reference folder",
    .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
  func folder() throws {
    let file = try ReferenceFolder.decode(File.self, from: "initializers.json")
    #expect(file.initializers.count == 18)
    for reference in file.initializers { try check(reference) }
    for reference in file.orthogonal { check(reference) }
  }

  /// Rows, or columns, of length 1 have the sum of squares min(rows, columns).
  private func check(_ reference: Orthogonal) {
    let (rows, columns) = (reference.shape[0], reference.shape[1])
    let values = Initializer.orthogonal.values(
      shape: Shape(reference.shape), fanIn: rows, fanOut: columns,
      from: RandomStream(seed: 1, name: "initialize/dense 1/kernel")
    ).elements.map { Double($0) }
    expectOrthogonal(values, rows, columns)
    let variance = values.reduce(0) { $0 + $1 * $1 } / Double(values.count)
    expectClose(variance, reference.variance, within: 1e-7, "\(reference.shape)")
  }

  private func expectOrthogonal(_ values: [Double], _ rows: Int, _ columns: Int) {
    let count = min(rows, columns)
    for one in 0..<count {
      for other in 0...one {
        let product = (0..<max(rows, columns)).reduce(0.0) { sum, k in
          rows < columns
            ? sum + values[one * columns + k] * values[other * columns + k]
            : sum + values[k * columns + one] * values[k * columns + other]
        }
        #expect(abs(product - (one == other ? 1 : 0)) < 1e-6, "\(rows) x \(columns)")
      }
    }
  }

  @Test("of a fixed size have Keras's variances, whatever the layer's size")
  func fixedSizes() {
    let stream = RandomStream(seed: 1, name: "x")
    for (initializer, deviation, limit) in [
      (Initializer.uniform, 0.05 / 3.0.squareRoot(), 0.05), (.normal, 0.05, 0.3),
    ] {
      let values = initializer.values(shape: [200, 300], fanIn: 200, fanOut: 300, from: stream)
        .elements.map { Double($0) }
      let variance = values.reduce(0) { $0 + $1 * $1 } / 60_000
      let exact = deviation * deviation
      #expect(abs(variance - exact) < 4 * exact * (2 / 60_000.0).squareRoot())
      #expect(values.allSatisfy { abs($0) <= limit })
      #expect(initializer.variance(fanIn: 1, fanOut: 9) == exact)
    }
  }

  @Test("of orthogonal matrices have columns, or rows, of length 1 at right angles")
  func orthogonal() {
    let stream = RandomStream(seed: 1, name: "x")
    for (rows, columns) in [(20, 20), (30, 7), (7, 30), (1, 5), (5, 1), (1, 1)] {
      let values = Initializer.orthogonal.values(
        shape: [rows, columns], fanIn: rows, fanOut: columns, from: stream
      ).elements.map { Double($0) }
      expectOrthogonal(values, rows, columns)
    }
  }

  @Test("are typed and saved by their names")
  func names() throws {
    for initializer in Initializer.named + [.constant(0.1), .constant(-2)] {
      #expect(Initializer(rawValue: initializer.rawValue) == initializer)
      let data = try JSONEncoder().encode([initializer])
      #expect(String(decoding: data, as: UTF8.self) == "[\"\(initializer.rawValue)\"]")
      #expect(try JSONDecoder().decode([Initializer].self, from: data) == [initializer])
    }
    #expect(Initializer.constant(0.1).rawValue == "constant(0.1)")
    for word in ["", "constant", "constant()", "constant(nan)", "constant(1e999)", "Zeros"] {
      #expect(Initializer(rawValue: word) == nil)
    }
  }

  @Test("are refused where they cannot be drawn")
  func refusals() throws {
    #expect(throws: EngineError.self) {
      try Samples.network([4], Dense(units: 1, initializer: .constant(1e300)))
    }
    #expect(throws: EngineError.self) {
      try Samples.network([5000], Dense(units: 5000, initializer: .orthogonal))
    }
  }

  @Test("of constants draw nothing")
  func constants() {
    let stream = RandomStream(seed: 1, name: "x")
    let zeros = Initializer.zeros.values(shape: [3], fanIn: 1, fanOut: 1, from: stream)
    let ones = Initializer.ones.values(shape: [2], fanIn: 1, fanOut: 1, from: stream)
    #expect(zeros.elements == [0, 0, 0])
    #expect(ones.elements == [1, 1])
    let some = Initializer.constant(0.1).values(shape: [2], fanIn: 1, fanOut: 1, from: stream)
    #expect(some.elements == [0.1, 0.1])
  }

  @Test("of 784 inputs and 64 outputs have the bounds of the textbook")
  func textbook() {
    let cases = [
      (Initializer.glorotUniform, 0.08412), (.lecunUniform, 0.06186), (.heUniform, 0.08748),
    ]
    for (initializer, bound) in cases {
      let variance = initializer.variance(fanIn: 784, fanOut: 64)
      #expect(abs((3 * variance).squareRoot() - bound) < 5e-6)
    }
  }
}

extension InitializerTests.Reference {
  /// From Keras 3.15.1, an extract of the reference file.
  static let extract: [Self] = [
    Self(
      name: "glorot_uniform", shape: [400, 600], fanIn: 400, fanOut: 600, variance: 0.002,
      bound: 0.07745966692414834),
    Self(
      name: "he_normal", shape: [400, 600], fanIn: 400, fanOut: 600, variance: 0.005,
      truncatedNormal: Cut(cut: 0.16077447771479306)),
    Self(
      name: "lecun_uniform", shape: [50, 2000], fanIn: 50, fanOut: 2000, variance: 0.02,
      bound: 0.2449489742783178),
  ]
}
