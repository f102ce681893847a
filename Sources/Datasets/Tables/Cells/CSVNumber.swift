/// Numbers as they stand in data files.
///
/// ```
/// number   = [ sign ] ( digits [ "." [ digits ] ] | "." digits ) [ exponent ]
/// exponent = ( "e" | "E" ) [ sign ] digits
/// sign     = "+" | "-"
/// ```
///
/// Hexadecimal numbers, `nan`, `inf`, percent signs and separators of thousands are no numbers.
enum CSVNumber {
  /// The double that is nearest to the decimal number in a range of bytes; infinite if it is
  /// larger than any double, `nil` if the bytes are no number.
  static func value(of bytes: [UInt8], in range: Range<Int>) -> Double? {
    var scan = Scan(bytes: bytes, range: range)
    guard scan.isNumber() else { return nil }
    return scan.exactValue ?? Double(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Powers of ten that a double holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private struct Scan {
    let bytes: [UInt8]
    let range: Range<Int>
    var position: Int
    var isNegative = false
    var digitCount = 0
    var significand: UInt64 = 0
    var exponent = 0

    init(bytes: [UInt8], range: Range<Int>) {
      self.bytes = bytes
      self.range = range
      position = range.lowerBound
    }

    /// Up to 15 digits and a small power of ten are exact doubles, and one division or one
    /// multiplication rounds once; anything longer is left to the slower road.
    var exactValue: Double? {
      guard digitCount <= 15, abs(exponent) <= 22 else { return nil }
      let power = exactPowers[abs(exponent)]
      let whole = Double(significand)
      let magnitude = exponent < 0 ? whole / power : whole * power
      return isNegative ? -magnitude : magnitude
    }

    mutating func isNumber() -> Bool {
      isNegative = sign()
      let before = digits()
      var after = 0
      if take(UInt8(ascii: ".")) {
        after = digits()
        exponent = -after
      }
      guard before + after > 0 else { return false }
      digitCount = before + after
      if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
        guard power() else { return false }
      }
      return position == range.upperBound
    }

    private mutating func power() -> Bool {
      let isNegative = sign()
      var power = 0
      let lower = position
      while let digit = digit() { power = min(power * 10 + digit, 100_000) }
      exponent += isNegative ? -power : power
      return position > lower
    }

    /// Steps over a sign; true if it is a minus.
    private mutating func sign() -> Bool {
      if take(UInt8(ascii: "-")) { return true }
      _ = take(UInt8(ascii: "+"))
      return false
    }

    /// Steps over digits and appends them to the significand.
    private mutating func digits() -> Int {
      let lower = position
      while let digit = digit() { significand = significand &* 10 &+ UInt64(digit) }
      return position - lower
    }

    private mutating func digit() -> Int? {
      guard position < range.upperBound else { return nil }
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      position += 1
      return Int(digit)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard position < range.upperBound, bytes[position] == byte else { return false }
      position += 1
      return true
    }
  }
}
