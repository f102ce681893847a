import TensorEngine
import Testing

@testable import Datasets

@Suite("What generated targets are on average")
struct ExpectedTargetsTests {
  private static func dataset(
    _ name: String, _ options: [(name: String, value: Double)]
  ) throws -> Dataset {
    try #require(Generator.named(name)).dataset(options: options, seed: 3)
  }

  @Test("two clouds: the probability by the distance from the line between them")
  func gaussians() throws {
    let data = try Self.dataset("gaussians", [("points", 400)])
    let rows = (0..<400).map { Int32($0) }
    let expected = try #require(data.expectedTargets(ofRows: rows))
    for row in 0..<400 {
      // Clouds at -1 and 1 with deviation 1: log odds 2 x.
      let x = Double(data.examples.rawInput(at: row)[0])
      #expect(abs(expected.means(at: row)[row * 2 + 1] - ElementaryMath.sigmoid(2 * x)) < 1e-6)
    }
    // The least possible error is Phi(-1) = 15.9%, measured at 400 points.
    let least =
      rows.reduce(0) { sum, row in
        sum + 1 - (expected.means(at: Int(row)).max() ?? 0)
      } / 400
    #expect(abs(least - 0.1587) < 0.03)
  }

  @Test("a curve: its value without the noise, and the noise's variance")
  func waves() throws {
    let data = try Self.dataset("waves", [("points", 50), ("noise", 0.2)])
    let expected = try #require(data.expectedTargets(ofRows: [7, 3]))
    #expect(abs(expected.variances[0] - 0.04) < 1e-12)
    for (place, row) in [7, 3].enumerated() {
      let x = Double(data.examples.rawInput(at: row)[0])
      #expect(abs(expected.means[place] - ElementaryMath.sin(2 * Double.pi * x)) < 1e-5)
    }
  }

  @Test("without noise a point is of its own class", arguments: ["circles", "moons", "spirals"])
  func noiseless(_ name: String) throws {
    let data = try Self.dataset(name, [("points", 20), ("noise", 0)])
    let expected = try #require(data.expectedTargets(ofRows: [0, 5]))
    guard case .classes(let classes, _) = data.examples.targets else { return }
    #expect(expected.means(at: 0)[Int(classes[0])] == 1)
    #expect(expected.variances == [0, 0])
  }

  @Test("every generator's probabilities add up to 1", arguments: ["circles", "blobs", "xor"])
  func sums(_ name: String) throws {
    let data = try Self.dataset(name, [("points", 60), ("noise", 0.01)])
    let expected = try #require(data.expectedTargets(ofRows: (0..<60).map { Int32($0) }))
    for row in 0..<60 {
      #expect(abs(expected.means(at: row).reduce(0, +) - 1) < 1e-9)
      #expect(expected.variances[row].isFinite && expected.variances[row] >= 0)
    }
  }

  @Test("drawn digits, and data of which classes were left out, tell nothing")
  func unknown() throws {
    #expect(try Self.dataset("digits", [("images", 20)]).expectedTargets(ofRows: [0]) == nil)
    let blobs = try Self.dataset("blobs", [("points", 30)]).keeping(classes: ["0", "2"])
    #expect(blobs.expectedTargets(ofRows: [0]) == nil)
  }
}
