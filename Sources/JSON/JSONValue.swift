import TerminalText

/// A JSON value whose objects keep the order of their members.
public enum JSONValue: Equatable, Sendable {
  /// `null`, which is also what a number that is not finite is written as.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without a point and without an exponent, within the range of `Int`.
  case integer(Int)
  /// Written with the fewest digits that read back as the same number; null if it is not finite.
  case number(Double)
  /// A text without its quotes and escapes; writing adds them.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Members in the order in which they are written. A name that is given twice is kept twice;
  /// reading a text refuses it.
  case object([Member])

  /// A name and its value within an object.
  public struct Member: Equatable, Sendable {
    /// The name without its quotes and escapes.
    public var name: String
    /// What stands behind the colon.
    public var value: JSONValue

    /// Makes a member of a name and a value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value on one line, in 7-bit characters but for the letters of its strings.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The value of the first member of a name; nil if there is none, or if this is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .number(let number): text += number.isFinite ? number.description : "null"
    case .string(let string): Self.write(string, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isObeyed:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  /// An object with its members in the order of the literal, as in `["epochs": 3, "rate": 0.01]`.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  /// An array of the literal's values, as in `[1, 2.5, "three"]`.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// The ``string(_:)`` of a literal.
  public init(stringLiteral value: String) { self = .string(value) }

  /// The ``integer(_:)`` of a literal without a point.
  public init(integerLiteral value: Int) { self = .integer(value) }

  /// The ``number(_:)`` of a literal with a point or an exponent.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// The ``bool(_:)`` of a literal.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
