import Datasets
import Foundation
import TensorEngine

/// A table file made by chance, and what it holds.
struct GeneratedTable {
  /// A column: its name, and the cells as they are meant.
  struct Column {
    enum Cells: Equatable {
      case numbers([Double?])
      case texts([String?])
    }
    var name: String
    var cells: Cells
    var places = 0
  }

  /// The bytes of the file.
  private(set) var bytes: [UInt8] = []
  /// What is said about it.
  private(set) var options = TableOptions()
  /// Its columns; the last one is the target.
  private(set) var columns: [Column] = []
  private(set) var hasHeader = true
  private(set) var isUTF8 = true
  private(set) var rowCount = 0

  private var dice: Dice
  private var separator = ","
  private var decimal = "."
  private var group = ""
  private var quoting = 0

  /// The table of this number.
  init(number: Int) {
    dice = Dice(words: RandomStream(seed: 11, name: "table/\(number)").words(count: 4000))
    rowCount = 6 + dice.below(20)
    separator = dice.one(of: [",", ",", ",", ";", ";", "\t", "|", " "])
    if separator != ",", separator != " ", dice.below(2) == 0 { decimal = "," }
    if dice.below(4) == 0 { group = decimal == "," ? "." : "," }
    if separator == " " { group = "" }
    quoting = dice.below(4)
    hasHeader = dice.below(4) != 0
    let gaps = dice.below(3) == 0
    for index in 0...(1 + dice.below(4)) { columns.append(feature(index, gaps: gaps)) }
    columns.append(target())
    if gaps {
      options.missing = dice.one(of: [.refuse, .drop, .mean, .median, .mode, .flag])
    }
    write()
  }

  /// Whether a value is missing.
  var hasGaps: Bool {
    columns.contains { column in
      switch column.cells {
      case .numbers(let cells): cells.contains(nil)
      case .texts(let cells): cells.contains(nil)
      }
    }
  }

  private mutating func feature(_ index: Int, gaps: Bool) -> Column {
    let name = dice.one(of: [
      "a", "width", "länge", "Area (m2, net)", "x y", "p.5", "T, °C", "weight", "k",
    ])
    let count = rowCount
    var column: Column
    switch dice.below(5) {
    case 0:
      let words = ["red", "blue", "light blue", "a-1", "x,y", "3 pm", "Öl", "it's", "q\"r"]
      let first = dice.below(6)
      let kinds = Array(words[first..<first + 3])
      column = Column(
        name: "", cells: .texts((0..<count).map { _ in dice.one(of: kinds) }))
    case 1:
      let offset = dice.one(of: [1_700_000_000, 20_240_101, 100_000_000, 4_500_012])
      column = Column(
        name: "", cells: .numbers((0..<count).map { _ in Double(offset + dice.below(40)) }))
    case 2:
      column = Column(
        name: "", cells: .numbers((0..<count).map { _ in Double(dice.below(2000)) - 700 }))
    default:
      let places = 1 + dice.below(4)
      column = Column(
        name: "", cells: .numbers((0..<count).map { _ in dice.decimal(places) }), places: places)
    }
    column.name = "\(name) \(index)"
    if gaps, dice.below(2) == 0 { column.cells = withGaps(column.cells) }
    return column
  }

  private mutating func withGaps(_ cells: Column.Cells) -> Column.Cells {
    switch cells {
    case .numbers(let values): .numbers(values.map { dice.below(5) == 0 ? nil : $0 })
    case .texts(let values): .texts(values.map { dice.below(5) == 0 ? nil : $0 })
    }
  }

  private mutating func target() -> Column {
    let count = rowCount
    switch dice.below(3) {
    case 0:
      let names = dice.one(of: [
        ["yes", "no"], ["cat", "dog", "cow"], ["<=50K", ">50K"], ["A", "B"],
      ])
      return Column(name: "y", cells: .texts((0..<count).map { names[$0 % names.count] }))
    case 1:
      return Column(name: "y", cells: .numbers((0..<count).map { Double($0 % 2) }))
    default:
      return Column(
        name: "y", cells: .numbers((0..<count).map { _ in dice.decimal(3) }), places: 3)
    }
  }

  private mutating func write() {
    var lines: [String] = []
    if dice.below(12) == 0, separator != " " { lines.append("sep=\(separator)") }
    let trailing = dice.below(10) == 0 && separator != " " ? separator : ""
    if hasHeader {
      lines.append(columns.map { quoted($0.name) }.joined(separator: separator) + trailing)
    }
    for row in 0..<rowCount {
      let cells = columns.map { cell($0, row) }
      lines.append(cells.joined(separator: separator) + trailing)
      if dice.below(60) == 0 { lines.append("") }
    }
    let end = dice.one(of: ["\n", "\n", "\r\n", "\r"])
    let text = lines.joined(separator: end) + String(repeating: end, count: dice.below(4))
    bytes = Array(text.utf8)
    switch dice.below(20) {
    case 0: bytes = [0xef, 0xbb, 0xbf] + bytes
    case 1:
      isUTF8 = false
      bytes = [0xff, 0xfe] + Array(text.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case 2 where text.unicodeScalars.contains { $0.value > 127 }:
      isUTF8 = false
      bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    default: break
    }
  }

  private mutating func cell(_ column: Column, _ row: Int) -> String {
    switch column.cells {
    case .texts(let cells): return cells[row].map { quoted($0) } ?? gap()
    case .numbers(let cells):
      guard let value = cells[row] else { return gap() }
      return quoted(written(value, places: column.places))
    }
  }

  private mutating func gap() -> String {
    separator == " " ? dice.one(of: ["NA", "?"]) : dice.one(of: ["", "", "NA", "?", "n/a", "NaN"])
  }

  private func written(_ value: Double, places: Int) -> String {
    var text = String(format: "%.\(places)f", value)
    if decimal == "," { text = text.replacingOccurrences(of: ".", with: ",") }
    guard !group.isEmpty, value.magnitude >= 10_000 else { return text }
    let parts = text.split(separator: Character(decimal))
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    var grouped = ""
    for (index, digit) in parts[0].drop(while: { $0 == "-" }).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { grouped = group + grouped }
      grouped = String(digit) + grouped
    }
    return sign + ([grouped] + parts.dropFirst().map(String.init)).joined(separator: decimal)
  }

  /// A cell in quotes where it needs them, and of all or of the texts where the file is so.
  private func quoted(_ text: String) -> String {
    let needs =
      text.contains(separator) || text.contains("\"") || (separator == " " && text.contains("\t"))
    let isText = text.contains { $0.isLetter }
    guard needs || quoting == 1 || (quoting == 2 && isText) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}

/// Random numbers, one after the other.
struct Dice {
  private var words: [UInt32]
  private var next = 0

  init(words: [UInt32]) { self.words = words }

  mutating func below(_ count: Int) -> Int {
    defer { next += 1 }
    return Int(words[next % words.count] % UInt32(count))
  }

  mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// A number of so many places after the point, as the nearest double.
  mutating func decimal(_ places: Int) -> Double {
    let scale = [1.0, 10, 100, 1000, 10_000][places]
    return Double(below(40_000) - 9_000) / scale
  }
}
