/// The values of the numbers that a lexer found.
enum NumberValue {
  /// The value of a number or a percentage; infinite if it is too large for a `Double`.
  ///
  /// A percentage is read with its decimal point moved, so that `0.7%` is the number nearest to
  /// 0.007 and not the quotient of two rounded ones.
  static func value(of text: String) -> Double {
    if let whole = shortWhole(text) { return Double(whole) }
    let isPercent = text.utf8.last == UInt8(ascii: "%")
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "%") }
    let parts = bytes.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") })
    var number = String(decoding: parts[0], as: UTF8.self)
    let exponent = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : "0"
    if isPercent {
      number += "e\(wholeNumber(exponent) - 2)"
    } else if parts.count > 1 {
      number += "e" + exponent
    }
    return Double(number) ?? .infinity
  }

  /// The value of a number of few digits and nothing else, as most are; nil for any other one.
  private static func shortWhole(_ text: String) -> Int? {
    guard (1...15).contains(text.utf8.count) else { return nil }
    var whole = 0
    for byte in text.utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      whole = 10 * whole + Int(byte - UInt8(ascii: "0"))
    }
    return whole
  }

  /// The value of an exponent; beyond what a `Double` can hold, some value of the same effect.
  private static func wholeNumber(_ text: String) -> Int {
    let far = 1_000_000_000
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    return max(-far, min(far, Int(text) ?? (isNegative ? -far : far)))
  }

  /// Whether a number other than 0 was rounded to 0.
  static func isLost(_ text: String) -> Bool {
    let mantissa = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    return value(of: text) == 0
      && mantissa.contains { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "9") }
  }

  /// The whole numbers of a size; nil if one is too large.
  static func dimensions(of text: String) -> [Int]? {
    var dimensions: [Int] = []
    for part in text.utf8.split(separator: UInt8(ascii: "x")) {
      guard let dimension = Int(String(decoding: part, as: UTF8.self)) else { return nil }
      dimensions.append(dimension)
    }
    return dimensions
  }
}
