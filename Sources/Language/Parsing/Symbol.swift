/// The punctuation marks and operators of the language, spelled as their raw values.
public enum Symbol: String, Hashable, Sendable {
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
