/// The punctuation marks and operators of the language, spelled as their raw values.
package enum Symbol: String, Hashable, Sendable {
  /// Opens the arguments of a call, and a part of a formula that is worked out first.
  case openParenthesis = "("
  /// Closes what ``openParenthesis`` opened.
  case closeParenthesis = ")"
  /// Opens a matrix, and behind a value its indices.
  case openBracket = "["
  /// Closes what ``openBracket`` opened.
  case closeBracket = "]"
  /// Parts arguments of a call, elements of a row and indices.
  case comma = ","
  /// Parts the rows of a matrix.
  case semicolon = ";"
  /// Stands between the name of an option or a binding and its value.
  case assign = "="
  /// Asks whether two values are the same.
  case equal = "=="
  /// Asks whether two values differ.
  case notEqual = "!="
  /// Asks whether the left value is below the right one.
  case less = "<"
  /// Asks whether the left value is at most the right one.
  case lessOrEqual = "<="
  /// Asks whether the left value is above the right one.
  case greater = ">"
  /// Asks whether the left value is at least the right one.
  case greaterOrEqual = ">="
  /// Stands between two summands.
  case plus = "+"
  /// Stands before what is subtracted, or before a value whose sign it turns.
  case minus = "-"
  /// Stands between two factors.
  case star = "*"
  /// Stands between a dividend and its divisor.
  case slash = "/"
  /// Stands between a base and its exponent.
  case caret = "^"
  /// Stands between the factors of a matrix product.
  case at = "@"
  /// Stands between the two ends of a range.
  case dots = ".."

  /// The longest symbol that two bytes begin with.
  init?(_ first: UInt8, _ second: UInt8?) {
    let isDouble = second == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "("): self = .openParenthesis
    case UInt8(ascii: ")"): self = .closeParenthesis
    case UInt8(ascii: "["): self = .openBracket
    case UInt8(ascii: "]"): self = .closeBracket
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: "="): self = isDouble ? .equal : .assign
    case UInt8(ascii: "!") where isDouble: self = .notEqual
    case UInt8(ascii: "<"): self = isDouble ? .lessOrEqual : .less
    case UInt8(ascii: ">"): self = isDouble ? .greaterOrEqual : .greater
    case UInt8(ascii: "+"): self = .plus
    case UInt8(ascii: "-"): self = .minus
    case UInt8(ascii: "*"): self = .star
    case UInt8(ascii: "/"): self = .slash
    case UInt8(ascii: "^"): self = .caret
    case UInt8(ascii: "@"): self = .at
    case UInt8(ascii: ".") where second == UInt8(ascii: "."): self = .dots
    default: return nil
    }
  }

  /// The operator that the symbol stands for between two values.
  var binaryOperator: BinaryOperator? {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star,
      .slash, .caret, .at:
      BinaryOperator(rawValue: rawValue)
    case .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .comma, .semicolon,
      .assign, .dots:
      nil
    }
  }
}
