import Datasets
import Foundation
import TensorEngine
import Testing

/// What pandas and scikit-learn made of small tables; `make_tables.py` beside the file says how.
struct TableReferences: Decodable {
  struct Table: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [[Double?]]

    var testDescription: String { name }
  }

  struct Prepared: Decodable, Sendable, CustomTestStringConvertible {
    let strategy: String
    let training: [Int32]
    let filled: [[Double]]
    let standard: [[Double]]
    let minmax: [[Double]]

    var testDescription: String { "\(strategy) of \(training.count) rows" }
  }

  let tables: [Table]
  let mixed: String
  let prepared: [Prepared]
  let offset: [[Double]]

  static let all: TableReferences = {
    do {
      let bytes = try GoldenFolder.file("tables.json").bytes
      return try JSONDecoder().decode(TableReferences.self, from: Data(bytes))
    } catch {
      return TableReferences(tables: [], mixed: "", prepared: [], offset: [])
    }
  }()

  private init(tables: [Table], mixed: String, prepared: [Prepared], offset: [[Double]]) {
    self.tables = tables
    self.mixed = mixed
    self.prepared = prepared
    self.offset = offset
  }
}

@Suite("Tables beside pandas and scikit-learn")
struct TableReferenceTests {
  private static let known = TableReferences.all

  @Test("the references are there")
  func references() {
    #expect(Self.known.tables.count == 17)
    #expect(Self.known.prepared.count == 6)
  }

  @Test("hold the same numbers, to the last bit", arguments: known.tables)
  func numbers(reference: TableReferences.Table) throws {
    let data = try table(reference.text, TableOptions(kind: .values, missing: .mean))
    let width = data.featureNames.count
    #expect(data.examples.count == reference.rows.count)
    for (row, expected) in reference.rows.enumerated() {
      #expect(width == expected.count - 1)
      let found = (0..<width).map { data.doubles[row * width + $0] } + [data.targetNumbers[row]]
      for (found, expected) in zip(found, expected) {
        #expect(expected.map { $0 == found } ?? found.isNaN, "row \(row + 1)")
      }
    }
  }

  @Test("are filled in and scaled as there, by the training rows alone", arguments: known.prepared)
  func prepared(reference: TableReferences.Prepared) throws {
    let way = try #require(MissingValues(rawValue: reference.strategy))
    let data = try table(Self.known.mixed, TableOptions(skip: ["size"], missing: way))
    #expect(
      data.featureNames == ["age", "work=private", "work=self", "work=state", "hours"])
    let kinds: [(Scaler.Kind?, [[Double]])] = [
      (nil, reference.filled), (.standard, reference.standard), (.minmax, reference.minmax),
    ]
    for (kind, expected) in kinds {
      let prepared = try DataPreparation(kind, fittedTo: data, rows: reference.training)
      let examples = try data.examples.scaled(by: prepared.scaling)
      for (row, expected) in expected.enumerated() {
        for (found, expected) in zip(examples.input(at: row), expected) {
          // One rounding to 32 bits; scikit-learn's minmax multiplies and adds where this divides.
          #expect(abs(Double(found) - expected) <= 2e-7 * max(1, abs(expected)))
        }
      }
    }
  }

  @Test("a column far from zero keeps its digits until it is scaled")
  func offset() throws {
    let rows = (0..<8).map { "\(100_000_000 + $0),\($0 % 3),\($0 % 2)" }
    let data = try table("a,b,y\n" + rows.joined(separator: "\n"))
    let scaler = try Scaler(.standard, fittedTo: data, rows: [0, 1, 2, 3, 4, 5])
    let examples = try data.examples.scaled(by: scaler.scaling)
    for (row, expected) in Self.known.offset.enumerated() {
      #expect(examples.input(at: row) == expected.map { Float($0) })
    }
    #expect(
      data.notes.contains(.mergedFeature(.init(column: "a", different: 8, in32Bits: 2))))
  }
}
