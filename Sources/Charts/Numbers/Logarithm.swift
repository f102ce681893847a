/// The decimal logarithm that places a value on a logarithmic axis.
///
/// It is good to about 15 digits and the same on every machine, since it uses nothing but the four
/// operations; it is no part of any result that is printed.
enum Logarithm {
  /// log10 of a positive finite number.
  ///
  /// `log x = e log 2 + 2 artanh z` with `x = 2^e m` and `z = (m - 1) / (m + 1)`.
  static func base10(_ number: Double) -> Double {
    let z = (number.significand - 1) / (number.significand + 1)
    let square = z * z
    var power = z
    var sum = 0.0
    // |z| <= 1/3, so that the terms after z^33 / 33 are below 2^-55.
    for odd in stride(from: 1, through: 33, by: 2) {
      sum += power / Double(odd)
      power *= square
    }
    let naturalLogarithm = Double(number.exponent) * 0.693147180559945309417 + 2 * sum
    return naturalLogarithm * 0.434294481903251827651
  }

  /// The power of ten, exact for exponents 0 through 22 and as near as repeated products come.
  static func powerOfTen(_ exponent: Int) -> Double {
    guard exponent >= 0 else {
      // 10^308 is the largest finite power: what is below its inverse takes two divisions.
      let first = min(-exponent, 308)
      return 1 / powerOfTen(first) / powerOfTen(min(-exponent - first, 308))
    }
    var power = 1.0
    for _ in 0..<min(exponent, 400) { power *= 10 }
    return power
  }
}
