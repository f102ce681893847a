import Datasets
import Foundation
import ReferenceNumbers
import TensorEngine
import Testing

@Suite("Scalers")
struct ScalerTests {
  /// The rows `[N, F]` as a data set, whose features are stored in 32 bits.
  private func dataset(_ rows: [[Double]]) throws -> Dataset {
    let names = rows[0].indices.map { "f\($0)" }.joined(separator: ",")
    let lines = rows.enumerated().map { index, row in
      row.map { "\($0)" }.joined(separator: ",") + ",\(index % 2)"
    }
    return try table("\(names),y\n" + lines.joined(separator: "\n"))
  }

  private func scaler(_ kind: Scaler.Kind, _ rows: [[Double]]) throws -> Scaler {
    let data = try dataset(rows)
    return try Scaler(kind, fittedTo: data, rows: Split.undivided(data).training)
  }

  private func isClose(_ found: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance * max(abs($1), 1) }
  }

  /// The mean and the biased deviation of (-4.228, 9.648, -7.891), computed with NumPy 2.4.6.
  @Test("standard has the biased deviation, and 1 for a constant")
  func standard() throws {
    let found = try scaler(.standard, [[-4.228, 3.25], [9.648, 3.25], [-7.891, 3.25]])
    #expect(isClose(found.shift, [-0.8236666666666667, 3.25], 1e-7))
    #expect(isClose(found.scale, [7.554082531246855, 1], 1e-7))
    #expect(found.scaling.shift[1] == 3.25 && found.scaling.scale[1] == 1)
  }

  @Test("minmax maps the training rows to 0 … 1, and a constant to 0")
  func minmax() throws {
    let rows = [[-2.0, 7], [6, 7], [2, 7]]
    let data = try dataset(rows)
    let found = try Scaler(.minmax, fittedTo: data, rows: [0, 1, 2])
    #expect(found.shift == [-2, 7] && found.scale == [8, 1])
    let scaled = try data.examples.scaled(by: found.scaling)
    #expect((0..<3).map { scaled.input(at: $0) } == [[0, 0], [1, 0], [0.5, 0]])
  }

  @Test("is learned from the given rows alone")
  func rowsAlone() throws {
    let data = try dataset([[0], [10], [1000], [20]])
    let found = try Scaler(.minmax, fittedTo: data, rows: [0, 1, 3])
    #expect(found.shift == [0] && found.scale == [20])
    #expect(failure { try Scaler(.standard, fittedTo: data, rows: []) } != nil)
  }

  @Test("gives mean 0 and deviation 1 in 32 bits")
  func standardLaw() throws {
    let houses = try #require(Generator.named("houses")).dataset(
      options: [("houses", 500)], seed: 1)
    let rows = Split.undivided(houses).training
    let found = try Scaler(.standard, fittedTo: houses, rows: rows)
    let scaled = try houses.examples.scaled(by: found.scaling)
    let inputs = rows.map { scaled.input(at: Int($0)).map { Double($0) } }
    for feature in 0..<4 {
      let values = inputs.map { $0[feature] }
      let mean = values.reduce(0, +) / 500
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 500
      #expect(abs(mean) < 1e-6 && abs(variance - 1) < 1e-5)
    }
  }

  @Test("has one pair for all pixels of images")
  func images() throws {
    let digits = try #require(Generator.named("digits")).dataset(
      options: [("images", 50)], seed: 1)
    let rows = Split.undivided(digits).training
    let pixels = digits.bytes.prefix(50 * 784).map { Double($0) }
    let mean = pixels.reduce(0, +) / Double(pixels.count)
    let variance = pixels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(pixels.count)
    let found = try Scaler(.standard, fittedTo: digits, rows: rows)
    #expect(isClose(found.shift, [mean], 1e-12))
    #expect(isClose(found.scale, [variance.squareRoot()], 1e-10))
    let minmax = try Scaler(.minmax, fittedTo: digits, rows: rows)
    #expect(minmax.shift == [0] && minmax.scale == [Double(pixels.max() ?? 0)])
  }

  @Test("survives numbers at the ends of what a table may hold")
  func extremes() throws {
    for rows in [
      [[1e30], [-1e30]], [[1e-44], [2e-44]], [[1e30], [9.999999e29]], [[0], [1e-38]],
    ] {
      for kind in Scaler.Kind.allCases {
        let data = try dataset(rows)
        let found = try Scaler(kind, fittedTo: data, rows: [0, 1])
        #expect(found.scaling.shift.allSatisfy { $0.isFinite })
        #expect(found.scaling.scale.allSatisfy { $0.isFinite && $0 > 0 })
        let scaled = try data.examples.scaled(by: found.scaling)
        #expect((0..<2).allSatisfy { scaled.input(at: $0)[0].isFinite })
      }
    }
  }
}

/// The numbers of scikit-learn, NumPy and Keras for the same table.
@Suite(
  "Scalers against the reference",
  .enabled(
    if: ReferenceFolder.isThere, "the reference numbers are not here: set OVERFIT_REFERENCE"))
struct ScalerReferenceTests {
  private struct Reference: Decodable {
    let training: [[Double]]
    let new: [[Double]]
    let scalers: [Fitted]

    enum CodingKeys: String, CodingKey {
      case training = "X"
      case new = "X_new"
      case scalers
    }
  }

  private struct Fitted: Decodable {
    let name: String
    let training: [[Double]]
    let new: [[Double]]

    enum CodingKeys: String, CodingKey {
      case name
      case training = "transformed_train"
      case new = "transformed_new"
    }
  }

  @Test("agree on training rows and on new ones", arguments: Scaler.Kind.allCases)
  func agree(kind: Scaler.Kind) throws {
    let file = try #require(ReferenceFolder.url).appending(path: "scalers.json")
    let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    let name = kind == .standard ? "standard" : "minmax_0_1"
    let expected = try #require(reference.scalers.first { $0.name == name })
    let all = reference.training + reference.new
    let lines = all.enumerated().map { index, row in
      row.map { "\($0)" }.joined(separator: ",") + ",\(index % 2)"
    }
    let data = try table("a,b,c,d,y\n" + lines.joined(separator: "\n"))
    let training = (0..<Int32(reference.training.count)).map { $0 }
    let scaled = try data.examples.scaled(
      by: Scaler(kind, fittedTo: data, rows: training).scaling)
    for (row, values) in (expected.training + expected.new).enumerated() {
      for (found, value) in zip(scaled.input(at: row), values) {
        // Features are stored in 32 bits: half a unit of the last place of 5 is 2.4e-7, and the
        // narrowest column has a deviation of 0.0062.
        #expect(abs(Double(found) - value) < 4 * 2.4e-7 / 0.0062)
      }
    }
  }
}
