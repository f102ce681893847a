/// The distance between the round numbers on an axis: 1, 2 or 5 times a power of ten.
struct TickStep: Equatable {
  let mantissa: Int
  let exponent: Int

  /// The steps that cut a length into some 2 to 500 pieces, the smallest first.
  static func candidates(for length: Double) -> [TickStep] {
    let magnitude = ExactDecimal(length).exponent
    return (magnitude - 3...magnitude + 1).flatMap { exponent in
      [1, 2, 5].map { TickStep(mantissa: $0, exponent: exponent) }
    }.filter { $0.size.isNormal }
  }

  var size: Double { value(at: 1) }

  /// The number of a tick, counted in steps from zero.
  func value(at index: Int) -> Double {
    let whole = Double(index) * Double(mantissa)
    // A division is exact where the power is, as 3 / 10 is and 3 x 0.1 is not.
    return exponent < 0 && exponent >= -308
      ? whole / Logarithm.powerOfTen(-exponent) : whole * Logarithm.powerOfTen(exponent)
  }

  /// The last tick at or below a number.
  func index(below number: Double) -> Int { Int((number / size + 1e-9).rounded(.down)) }

  /// The first tick at or above a number.
  func index(above number: Double) -> Int { Int((number / size - 1e-9).rounded(.up)) }

  /// The numbers of ticks, all with as many places as the step needs.
  func labels(_ indices: ClosedRange<Int>, format: Axis.Format) -> [String] {
    let shift = format == .percent ? 2 : 0
    let suffix = format == .percent ? "%" : ""
    let places = max(0, -(exponent + shift))
    let wholes = indices.map { $0 * mantissa }
    let fixed = wholes.map { Self.fixed($0, exponent: exponent + shift, places: places) }
    let scientific = wholes.map { Self.scientific($0, exponent: exponent + shift) }
    let width = fixed.map(\.count).max() ?? 0
    let isShort = width <= 7 || width <= (scientific.map(\.count).max() ?? 0)
    return (isShort ? fixed : scientific).map { $0 + suffix }
  }

  private static func fixed(_ whole: Int, exponent: Int, places: Int) -> String {
    var digits = String(whole.magnitude)
    if whole != 0, exponent > 0 {
      digits += String(repeating: "0", count: exponent)
    }
    if places > 0 {
      digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return whole < 0 ? "-" + digits : digits
  }

  /// `15 x 10^-8` as `1.5e-7`.
  static func scientific(_ whole: Int, exponent: Int) -> String {
    guard whole != 0 else { return "0" }
    var digits = String(whole.magnitude)
    let power = exponent + digits.count - 1
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.count > 1 { digits.insert(".", at: digits.index(after: digits.startIndex)) }
    return (whole < 0 ? "-" : "") + digits + "e\(power)"
  }
}
