/// What stands between the cells of a table file.
public enum Separator: String, CaseIterable, Sendable, Codable {
  /// `,`
  case comma
  /// `;`, usual where the decimal mark is a comma.
  case semicolon
  /// A tab.
  case tab
  /// `|`
  case pipe
  /// One blank or several.
  case space

  /// The byte between two cells.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    case .space: UInt8(ascii: " ")
    }
  }

  init?(byte: UInt8) {
    guard let found = Self.allCases.first(where: { $0.byte == byte }) else { return nil }
    self = found
  }
}
