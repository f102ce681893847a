internal import CEditline
internal import TerminalText

/// A text as it lies on a terminal that wraps it: rows of at most so many columns.
///
/// Tabs go to the next multiple of 8 columns; control characters are shown as `^X`, and whatever
/// else a terminal would obey, or has no picture for, as `\U+202E`.
struct TextRows {
  struct Row: Equatable {
    /// What is written: nothing that a terminal obeys.
    var scalars: [Unicode.Scalar] = []
    var columns = 0
    /// Whether the text goes on in the next row without a line's end between them.
    var goesOn = false
  }

  let columns: Int
  private let text: [Unicode.Scalar]
  /// Where in the text each row begins.
  private var starts = [0]
  /// Where the cursor stands.
  private(set) var cursor = (row: 0, column: 0)

  /// - Parameter cursor: the index of the scalar under the cursor; the text's count at its end.
  init(_ text: [Unicode.Scalar], cursor index: Int, columns: Int) {
    self.text = text
    self.columns = max(columns, 1)
    var column = 0
    for (place, scalar) in text.enumerated() {
      if scalar != "\n", column + width(of: scalar, at: column) > self.columns {
        starts.append(place)
        column = 0
      }
      if place == index { cursor = (starts.count - 1, min(column, self.columns - 1)) }
      if scalar == "\n" {
        starts.append(place + 1)
        column = 0
      } else {
        column += width(of: scalar, at: column)
      }
    }
    guard index >= text.count else { return }
    if column == self.columns {
      starts.append(text.count)
      column = 0
    }
    cursor = (starts.count - 1, column)
  }

  var count: Int { starts.count }

  subscript(row: Int) -> Row {
    let isLast = row == starts.count - 1
    var result = Row()
    for scalar in text[starts[row]..<(isLast ? text.count : starts[row + 1])] {
      if scalar == "\n" { return result }
      let width = width(of: scalar, at: result.columns)
      result.scalars += picture(of: scalar, columns: width)
      result.columns += width
    }
    result.goesOn = !isLast
    // A wide character that found no room leaves a column behind.
    while result.goesOn, result.columns < columns {
      result.scalars.append(" ")
      result.columns += 1
    }
    return result
  }

  private func width(of scalar: Unicode.Scalar, at column: Int) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    case 0x09: return min(8 - column % 8, max(columns - column, 1))
    case ..<0x20, 0x7F: return min(2, columns)
    default:
      let own = scalar.isObeyed ? -1 : Int(wcwidth(wchar_t(scalar.value)))
      let wanted = own < 0 ? TextRows.spelled(scalar).count : own
      return wanted > columns ? 1 : wanted
    }
  }

  private func picture(of scalar: Unicode.Scalar, columns: Int) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x20..<0x7F: return [scalar]
    case 0x09: return Array(repeating: " ", count: columns)
    case ..<0x20, 0x7F:
      return Array("^\(Unicode.Scalar(UInt8(scalar.value ^ 0x40)))".unicodeScalars.prefix(columns))
    default:
      if scalar.isObeyed || wcwidth(wchar_t(scalar.value)) < 0 {
        let code = TextRows.spelled(scalar)
        return code.count > columns ? ["?"] : code
      }
      return wcwidth(wchar_t(scalar.value)) > columns ? ["?"] : [scalar]
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(4 - digits.count, 0))
    return Array("\\U+\(zeros)\(digits)".unicodeScalars)
  }
}
