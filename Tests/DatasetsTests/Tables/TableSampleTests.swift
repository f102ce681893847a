import Datasets
import Foundation
import TensorEngine
import Testing
import Workbench

/// A generated table, how Overfit says that it read it, and its cells as pandas read them then;
/// `make_sampled.py` beside the file says how.
struct SampledTable: Codable, Sendable, CustomTestStringConvertible {
  /// A cell: a number or a text.
  enum Cell: Codable, Sendable, Equatable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  let number: Int
  let bytes: Data
  let format: String
  var rows: [[Cell]]

  var testDescription: String { "table \(number)" }

  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/sampled.json")

  static let all: [SampledTable] = {
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([SampledTable].self, from: data)) ?? []
  }()

  /// Writes the first tables without gaps that are read, for pandas to read them.
  static func record(count: Int) throws {
    var tables: [SampledTable] = []
    var number = 0
    while tables.count < count {
      defer { number += 1 }
      let made = GeneratedTable(number: number)
      let file = FileBytes(name: "t.csv", bytes: made.bytes)
      guard !made.hasGaps, let data = try? CSV.dataset(file) else { continue }
      tables.append(
        SampledTable(
          number: number, bytes: Data(made.bytes), format: Wording.sentence(for: data.notes[0]),
          rows: []))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try encoder.encode(tables).write(to: file)
  }
}

@Suite("Generated tables beside pandas")
struct TableSampleTests {
  @Test("are there")
  func sample() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "tables" {
      try SampledTable.record(count: 60)
      Issue.record("wrote the tables anew: run make_sampled.py")
    }
    #expect(SampledTable.all.count == 60)
  }

  @Test("hold what pandas reads with the options that Overfit says", arguments: SampledTable.all)
  func cells(sampled: SampledTable) throws {
    let data = try CSV.dataset(FileBytes(name: "t.csv", bytes: [UInt8](sampled.bytes)))
    let layout = try #require(data.table)
    #expect(data.notes.first.map(Wording.sentence(for:)) == sampled.format)
    #expect(data.examples.count == sampled.rows.count)
    let width = data.featureNames.count
    for (row, expected) in sampled.rows.enumerated() {
      var found: [SampledTable.Cell] = layout.places.map { column, features in
        let values = features.map { data.doubles[row * width + $0] }
        guard case .oneHot(let names) = column.kind else { return .number(values[0]) }
        return .text(values.firstIndex(of: 1).map { names[$0] } ?? "")
      }
      if data.classNames.isEmpty {
        found.append(.number(data.targetNumbers[row]))
      } else {
        let name = data.classNames[data.classes[row]]
        found.append(Double(name).map { .number($0) } ?? .text(name))
      }
      #expect(found == expected, "row \(row + 1)")
    }
  }
}
