/// The punctuation marks and operators of the language, spelled as their raw values.
package enum Symbol: String, Hashable, Sendable {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case comma = ","
  case semicolon = ";"
  case assign = "="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case caret = "^"
  case at = "@"
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
