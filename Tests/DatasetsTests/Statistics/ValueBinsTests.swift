import Foundation
import Testing

@testable import Datasets

@Suite("Bins of a histogram")
struct ValueBinsTests {
  /// What NumPy 2.4.6 says; `Golden/make_statistics.py` wrote it.
  struct Reference: Decodable {
    struct Sample: Decodable, CustomTestStringConvertible {
      let name: String
      let values: [Double]
      let edges: [Double]
      let counts: [Int]
      var testDescription: String { name }
    }
    struct Wholes: Decodable {
      let values: [Double]
      let counts: [Int]
    }
    let bins: [Sample]
    let wholes: Wholes
    let columns: [[Double]]
    let correlations: [[Double]]

    static let shared = Result {
      try JSONDecoder().decode(
        Reference.self, from: Data(try GoldenFolder.file("statistics.json").bytes))
    }
  }

  static let samples = (try? Reference.shared.get().bins) ?? []

  @Test("have NumPy's edges, and count as NumPy does", arguments: samples)
  func numpy(_ sample: Reference.Sample) {
    let bins = ValueBins(for: sample.values)
    #expect(bins.count == sample.edges.count - 1)
    let scale = sample.edges.reduce(1) { max($0, $1.magnitude) }
    for (edge, expected) in zip(bins.edges, sample.edges) {
      // Our step and NumPy's are the same division; its products may be fused.
      #expect((edge - expected).magnitude <= 4 * scale.ulp, "\(edge) is not \(expected)")
    }
    #expect(bins.counts(of: sample.values) == sample.counts)
  }

  @Test("are read from a file with every kind of sample")
  func completeness() { #expect(Self.samples.count == 14) }

  @Test("have each whole number in a bin of its own, in its middle")
  func wholes() throws {
    let wholes = try Reference.shared.get().wholes
    let bins = ValueBins(for: wholes.values)
    #expect(bins.counts(of: wholes.values) == wholes.counts)
    #expect(bins.lower == (wholes.values.min() ?? 0) - 0.5)
    #expect(bins.edges.count == wholes.counts.count + 1)
    #expect(zip(bins.edges.dropFirst(), bins.edges).allSatisfy { $0 - $1 == 1 })
    #expect(ValueBins(for: [0, 1, 1, 0]).counts(of: [0, 1, 1, 0]) == [2, 2])
  }

  @Test("hold every finite value once, whatever the values are")
  func everyValue() {
    var odd: [[Double]] = [
      [], [.nan], [.infinity, 1, 2], [-1e308, 1e308], [.leastNonzeroMagnitude, 0],
      [1e16, 1e16 + 2],
      [0, 1e-300], Array(repeating: 0, count: 1000) + [1e30], (0..<100_000).map { Double($0) / 7 },
    ]
    odd += (1...30).map { count in (0..<count).map { Double($0 * $0 % 11) + 0.25 } }
    for values in odd {
      let bins = ValueBins(for: values)
      let counts = bins.counts(of: values)
      #expect((1...ValueBins.most).contains(bins.count), "\(values.prefix(5))")
      #expect(counts.reduce(0, +) == values.count { $0.isFinite }, "\(values.prefix(5))")
      #expect(bins.lower <= bins.upper)
    }
  }
}
