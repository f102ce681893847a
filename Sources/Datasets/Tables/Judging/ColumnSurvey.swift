/// What the cells of a column have been seen to be.
struct ColumnSurvey {
  /// A cell that shows something: its text, and the line on which it stands.
  typealias Witness = (line: Int, text: String)

  private(set) var numbers = 0
  private(set) var texts = 0
  private(set) var missing = 0
  private(set) var broken = 0
  /// How often each text comes, while there are few enough.
  private(set) var textCounts: [String: Int] = [:]
  /// Numbers that are some only with a decimal point, and only with a decimal comma.
  private(set) var onlyPoint: Witness?
  private(set) var onlyComma: Witness?
  /// Numbers that are another one with either mark: `1,234` and `1.234`.
  private(set) var doubtfulComma: Witness?
  private(set) var doubtfulPoint: Witness?
  /// A whole number with more digits than a double keeps.
  private(set) var tooLong: Witness?
  private(set) var least = Double.infinity
  private(set) var greatest = -Double.infinity
  /// How often each unit stands beside a number, and how many numbers have none.
  private var units: [String: Int] = [:]
  private var bare = 0

  static let mostTexts = 1000

  /// Whether every cell that is not missing is a number.
  var isNumeric: Bool { numbers > 0 && texts == 0 && broken == 0 }
  /// Whether every cell that is not missing is a text.
  var isTextual: Bool { texts > 0 && numbers == 0 && broken == 0 }
  /// Whether no cell holds anything.
  var isEmpty: Bool { numbers + texts + broken == 0 }
  /// Whether there are more different texts than are counted.
  var isCrowded: Bool { textCounts.count > Self.mostTexts }
  /// Whether each text comes twice on average, as the names of classes do.
  var repeats: Bool { !isCrowded && textCounts.count * 2 <= texts }

  /// The unit that most numbers have; nil for none.
  var unit: String? {
    let usual = units.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return usual.flatMap { $0.value > bare ? $0.key : nil }
  }

  /// Takes the next cell.
  mutating func append(_ cell: CSVCell, line: Int, reader: CSVReader) {
    switch reader.reading(of: cell) {
    case .missing: missing += 1
    case .broken: broken += 1
    case .text:
      texts += 1
      guard !isCrowded else { return }
      textCounts[reader.text(of: cell), default: 0] += 1
    case .number(let number):
      numbers += 1
      if let unit = number.unit { units[unit, default: 0] += 1 } else { bare += 1 }
      let value = number.point ?? number.comma ?? 0
      least = min(least, value)
      greatest = max(greatest, value)
      if tooLong == nil, !value.keepsAllDigits {
        noteIfTooLong((line, reader.text(of: cell)), value)
      }
      if number.point != number.comma { note(number, (line, reader.text(of: cell))) }
    }
  }

  private mutating func noteIfTooLong(_ witness: Witness, _ value: Double) {
    let digits = witness.text.drop { $0 == "-" || $0 == "+" || $0 == "0" }
    guard digits.allSatisfy({ ("0"..."9").contains($0) }),
      Int(exactly: value.magnitude).map({ "\($0)" != digits }) ?? true
    else { return }
    tooLong = witness
  }

  private mutating func note(_ number: CellNumber, _ witness: @autoclosure () -> Witness) {
    if number.comma == nil {
      if onlyPoint == nil { onlyPoint = witness() }
    } else if number.point == nil {
      if onlyComma == nil { onlyComma = witness() }
    } else if number.isPlain {
      if doubtfulPoint == nil { doubtfulPoint = witness() }
    } else if doubtfulComma == nil {
      doubtfulComma = witness()
    }
  }

  /// Whether a number lies outside of the column's others, by more than these lie apart.
  func isFar(_ value: Double) -> Bool {
    let spread = greatest - least
    return value < least - spread || value > greatest + spread
  }
}
