/// How numbers are written, the same on every platform and in every locale.
///
/// Every conversion works on the exact value of the binary number and rounds an exact half to the
/// even digit. What is not a number is written `nan`, the infinities `inf` and `-inf`; a result of
/// zero has no sign.
package enum NumberText {
  /// Whether the zeros that end a fraction are written.
  package enum TrailingZeros: Sendable {
    /// They are left out: `0.5`.
    case dropped
    /// They are written: `0.500`.
    case kept
  }

  /// Writes a number with a number of significant digits: `0.0912409`, `1e-7`, `-3.25`, `60000`.
  ///
  /// From `1e-5` up to below `1e15` the notation is fixed and the whole part is never rounded, so
  /// that `1234567.8` with six digits is `1234568`; beyond, it is a mantissa and an exponent
  /// without padding (`1e-7`, `1.5e20`).
  ///
  /// - Parameters:
  ///   - number: Any number.
  ///   - digits: How many significant digits, at least one.
  ///   - trailingZeros: `.kept` writes all the digits (`0.6940`), as a column of numbers wants it.
  package static func significant(
    _ number: Double, digits: Int = 6, trailingZeros: TrailingZeros = .dropped
  ) -> String {
    if let special = special(number) { return special }
    if trailingZeros == .dropped, let whole = Int(exactly: number), whole.magnitude < 1 << 49 {
      return "\(whole)"
    }
    let wanted = min(max(digits, 1), maximumPlaces)
    var decimal = ExactDecimal(number)
    let isWhole = decimal.exponent > wanted && decimal.exponent <= largestFixedExponent
    decimal.round(keeping: isWhole ? decimal.exponent : wanted)
    let padding = trailingZeros == .kept ? wanted : 0
    if decimal.digits.isEmpty { return fixed(decimal, places: max(padding - 1, 0)) }
    guard decimal.exponent >= -4, decimal.exponent <= largestFixedExponent else {
      return scientific(decimal, digits: padding)
    }
    let shown = max(decimal.digits.count, padding)
    return fixed(decimal, places: max(shown - decimal.exponent, 0))
  }

  /// Writes a number as it could be typed: with six significant digits, or with as many up to twelve
  /// as it has, so that two that were typed differently never read alike: `0.1`, `0.1000015`.
  package static func typed(_ number: Double) -> String {
    let usual = significant(number)
    guard number.isFinite, Double(usual) != number else { return usual }
    for digits in 7...12 {
      let text = significant(number, digits: digits)
      if let read = Double(text), (read - number).magnitude <= number.magnitude * 1e-15 {
        return text
      }
    }
    return usual
  }

  /// Writes a number with a number of significant digits and an exponent, without padding:
  /// `4.68e12`, `-3.25e-2`.
  static func scientific(_ number: Double, digits: Int) -> String {
    if let special = special(number) { return special }
    var decimal = ExactDecimal(number)
    decimal.round(keeping: min(max(digits, 1), maximumPlaces))
    return decimal.digits.isEmpty ? "0" : scientific(decimal, digits: 0)
  }

  /// Writes a number with a fixed number of places after the point: `0.6912`, `-3.50`, `240`.
  package static func fixed(_ number: Double, places: Int) -> String {
    if let special = special(number) { return special }
    return rounded(ExactDecimal(number), places: places)
  }

  /// Writes a fraction as a percentage: `0.521` with one place is `52.1%`.
  package static func percent(_ fraction: Double, places: Int = 1) -> String {
    if let special = special(fraction) { return special + "%" }
    var decimal = ExactDecimal(fraction)
    if !decimal.digits.isEmpty { decimal.exponent += 2 }
    return rounded(decimal, places: places) + "%"
  }

  /// Writes a count, in groups of three from 10,000 on: `240`, `9999`, `60,000`.
  package static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 4 else { return String(number) }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return number < 0 ? "-" + grouped : grouped
  }

  /// No `Double` has more digits after the point.
  private static let maximumPlaces = 1100
  /// `0.1e15` is the largest power of ten in fixed notation.
  private static let largestFixedExponent = 15

  private static func special(_ number: Double) -> String? {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number > 0 ? "inf" : "-inf" }
    return nil
  }

  private static func rounded(_ decimal: ExactDecimal, places: Int) -> String {
    let places = min(max(places, 0), maximumPlaces)
    var decimal = decimal
    decimal.round(keeping: decimal.exponent + places)
    return fixed(decimal, places: places)
  }

  private static func fixed(_ decimal: ExactDecimal, places: Int) -> String {
    var text: [UInt8] = []
    if decimal.isNegative, !decimal.digits.isEmpty { text.append(UInt8(ascii: "-")) }
    if decimal.exponent <= 0 { text.append(UInt8(ascii: "0")) }
    for index in 0..<max(decimal.exponent, 0) { text.append(decimal.ascii(at: index)) }
    if places > 0 {
      text.append(UInt8(ascii: "."))
      for place in 0..<places { text.append(decimal.ascii(at: decimal.exponent + place)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func scientific(_ decimal: ExactDecimal, digits: Int) -> String {
    var text = decimal.isNegative ? "-" : ""
    for index in 0..<max(decimal.digits.count, digits) {
      if index == 1 { text += "." }
      text.unicodeScalars.append(Unicode.Scalar(decimal.ascii(at: index)))
    }
    return text + "e\(decimal.exponent - 1)"
  }
}

extension ExactDecimal {
  /// The ASCII digit at an index of `digits`; the places around them hold zeros.
  fileprivate func ascii(at index: Int) -> UInt8 {
    UInt8(ascii: "0") + (digits.indices.contains(index) ? digits[index] : 0)
  }
}
