import Networks
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

  private struct File: Decodable { var initializers: [Reference] }

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
  }

  @Test("of constants draw nothing")
  func constants() {
    let stream = RandomStream(seed: 1, name: "x")
    let zeros = Initializer.zeros.values(shape: [3], fanIn: 1, fanOut: 1, from: stream)
    let ones = Initializer.ones.values(shape: [2], fanIn: 1, fanOut: 1, from: stream)
    #expect(zeros.elements == [0, 0, 0])
    #expect(ones.elements == [1, 1])
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
