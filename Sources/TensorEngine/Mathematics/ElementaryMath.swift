/// Elementary functions in double precision with the same bits on every machine.
///
/// Only additions, multiplications, divisions and named fused multiply-adds are used, never the
/// system's mathematical library, whose last bits differ from one system to the next. Results are
/// within 2 ulp. Every input has an answer: infinities and NaN go where IEEE 754 sends them.
///
/// Source: the argument reductions follow Muller, "Elementary Functions: Algorithms and
/// Implementation", chapters 5 and 11; the polynomials are Taylor series, long enough for the
/// reduced range.
public enum ElementaryMath {
  /// `e` to the power `x`; 0 below about -745 and infinity above about 709.8.
  public static func exp(_ x: Double) -> Double {
    exp(DoubleDouble(high: x, low: 0))
  }

  /// The natural logarithm; minus infinity at 0 and NaN below.
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    let logarithm = DoubleDouble(logarithmOf: x)
    return logarithm.high + logarithm.low
  }

  /// The hyperbolic tangent, by Lambert's continued fraction near 0.
  public static func tanh(_ x: Double) -> Double {
    if x == 0 { return x }
    let magnitude = x.magnitude
    if magnitude < 0.55 {
      let square = x * x
      var fraction = 17.0
      for odd in stride(from: 15.0, through: 3, by: -2) { fraction = odd + square / fraction }
      let part = square / fraction
      return x - x * (part / (1 + part))
    }
    let result = magnitude > 22 ? 1 : 1 - 2 / (exp(2 * magnitude) + 1)
    return x < 0 ? -result : x.isNaN ? x : result
  }

  /// The logistic function `1 / (1 + exp(-x))`.
  public static func sigmoid(_ x: Double) -> Double {
    let e = exp(-x.magnitude)
    let sum = DoubleDouble(sum: 1, e)
    let quotient = (x < 0 ? e : 1) / sum.high
    return quotient - quotient * (sum.low / sum.high)
  }

  /// `base` to the power `exponent`, with the special cases of IEEE 754's `pow`: anything to
  /// the power 0 is 1, and a negative base has only whole powers.
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    let isWhole = exponent == exponent.rounded(.towardZero)
    let half = exponent / 2
    let isOdd = isWhole && half != half.rounded(.towardZero)
    let isNegative = base.sign == .minus && isOdd
    if base < 0, base.isFinite, !isWhole { return .nan }
    let magnitude = power(ofMagnitude: base.magnitude, exponent)
    return isNegative ? -magnitude : magnitude
  }

  private static func power(ofMagnitude base: Double, _ exponent: Double) -> Double {
    if base == 1 { return 1 }
    if base == 0 || base == .infinity || exponent.isInfinite {
      return (base > 1) == (exponent > 0) ? .infinity : 0
    }
    let product = DoubleDouble(logarithmOf: base) * exponent
    return product.high.isFinite ? exp(product) : product.high > 0 ? .infinity : 0
  }

  /// `x = n log 2 + r` with `|r| <= log 2 / 2`; `exp x = 2ⁿ exp r`.
  private static func exp(_ x: DoubleDouble) -> Double {
    if x.high.isNaN { return x.high }
    if x.high > 710 { return .infinity }
    if x.high < -746 { return 0 }
    let n = (x.high * 0x1.71547652b82fep+0).rounded()
    let r = DoubleDouble(
      sum: x.high - n * DoubleDouble.logarithmOf2.high,
      x.low - n * DoubleDouble.logarithmOf2.low)
    let series = series(r.high)
    let sum = DoubleDouble(sum: 1, r.high)
    let power = sum.high + (sum.low + (r.low + series * (r.high * r.high)))
    let half = Int(n) >> 1
    return power * powerOfTwo(half) * powerOfTwo(Int(n) - half)
  }

  /// `1/2! + r/3! + r²/4! + … + r¹¹/13!`; written out, so that nothing is allocated.
  private static func series(_ r: Double) -> Double {
    var sum = 1.0 / 6_227_020_800
    sum = (1.0 / 479_001_600).addingProduct(sum, r)
    sum = (1.0 / 39_916_800).addingProduct(sum, r)
    sum = (1.0 / 3_628_800).addingProduct(sum, r)
    sum = (1.0 / 362_880).addingProduct(sum, r)
    sum = (1.0 / 40_320).addingProduct(sum, r)
    sum = (1.0 / 5_040).addingProduct(sum, r)
    sum = (1.0 / 720).addingProduct(sum, r)
    sum = (1.0 / 120).addingProduct(sum, r)
    sum = (1.0 / 24).addingProduct(sum, r)
    sum = (1.0 / 6).addingProduct(sum, r)
    return 0.5.addingProduct(sum, r)
  }

  private static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1023) << 52)
  }
}
