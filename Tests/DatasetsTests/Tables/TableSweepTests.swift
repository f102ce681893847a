import Datasets
import TensorEngine
import Testing

@Suite("Tables by the thousand")
struct TableSweepTests {
  private static let share = 250

  @Test("are read as they were written, or refused with a line to type", arguments: 0..<8)
  func sweep(part: Int) throws {
    var refused = 0
    for number in part * Self.share..<(part + 1) * Self.share {
      let made = GeneratedTable(number: number)
      do {
        let data = try CSV.dataset(FileBytes(name: "t.csv", bytes: made.bytes), made.options)
        #expect(!made.hasGaps || made.options.missing != .refuse, "table \(number)")
        compare(data, made, number)
      } catch {
        refused += 1
        #expect(error.hint?.isEmpty == false, "table \(number): \(error)")
      }
    }
    // UTF-16, other encodings, gaps and what can be read in two ways; all else is read.
    #expect(refused < Self.share / 4, "\(refused) of \(Self.share) are refused")
  }

  private func compare(_ data: Dataset, _ made: GeneratedTable, _ number: Int) {
    let comment = Comment(
      rawValue: "table \(number): \(String(decoding: made.bytes.prefix(400), as: UTF8.self))")
    let kept = (0..<made.rowCount).filter { row in
      made.options.missing != .drop || !made.columns.contains { isMissing($0, row) }
    }
    #expect(data.examples.count == kept.count, comment)
    let expected = features(of: made)
    if made.hasHeader { #expect(data.featureNames == expected.map(\.name), comment) }
    let width = expected.count
    guard data.doubles.count == kept.count * width else {
      Issue.record("other features: \(data.featureNames), \(comment)")
      return
    }
    for (place, row) in kept.enumerated() {
      for (column, feature) in expected.enumerated() {
        let found = data.doubles[place * width + column]
        let value = feature.values[row]
        #expect(found == value || (found.isNaN && value.isNaN), comment)
      }
    }
    switch made.columns[made.columns.count - 1].cells {
    case .texts(let names):
      #expect(kept.map { names[$0] } == data.classes.map { data.classNames[$0] }, comment)
    case .numbers(let values):
      let found =
        data.classNames.isEmpty
        ? data.targetNumbers : data.classes.map { Double(data.classNames[$0]) ?? .nan }
      #expect(kept.map { values[$0] } == found, comment)
    }
  }

  private func isMissing(_ column: GeneratedTable.Column, _ row: Int) -> Bool {
    switch column.cells {
    case .numbers(let values): values[row] == nil
    case .texts(let values): values[row] == nil
    }
  }

  /// The features that the columns must become, each with its values; NaN where one is missing.
  private func features(of made: GeneratedTable) -> [(name: String, values: [Double])] {
    made.columns.dropLast().flatMap { column -> [(name: String, values: [Double])] in
      let gaps = (0..<made.rowCount).map { isMissing(column, $0) }
      let isFlagged = made.options.missing == .flag && gaps.contains(true)
      let flag = isFlagged ? [("\(column.name) missing", gaps.map { $0 ? 1.0 : 0 })] : []
      switch column.cells {
      case .numbers(let values):
        return [(column.name, values.map { $0 ?? .nan })] + flag
      case .texts(let values):
        var there: [String] = []
        for (row, value) in values.enumerated() {
          let isKept =
            made.options.missing != .drop || !made.columns.contains { isMissing($0, row) }
          if let value, isKept, !there.contains(value) { there.append(value) }
        }
        return there.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
          ("\(column.name)=\(name)", values.map { $0 == nil ? .nan : ($0 == name ? 1 : 0) })
        } + flag
      }
    }
  }
}
