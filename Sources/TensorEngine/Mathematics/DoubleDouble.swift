/// A number as the unevaluated sum of two doubles, about 106 bits: enough to carry a logarithm
/// through a multiplication and an exponential.
///
/// Source: Dekker, "A floating-point technique for extending the available precision", 1971.
struct DoubleDouble {
  let high: Double
  let low: Double

  /// log 2; the high part has so few bits that its product with an exponent is exact.
  static let logarithmOf2 = DoubleDouble(
    high: 0x1.62e42fef00000p-1, low: 0x1.473de6af278edp-34)

  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two doubles (Knuth).
  init(sum a: Double, _ b: Double) {
    let sum = a + b
    let shared = sum - a
    self.init(high: sum, low: (a - (sum - shared)) + (b - shared))
  }

  /// The exact product of two doubles.
  init(product a: Double, _ b: Double) {
    let product = a * b
    self.init(high: product, low: (-product).addingProduct(a, b))
  }

  static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let sum = DoubleDouble(sum: a.high, b)
    return DoubleDouble(sum: sum.high, sum.low + a.low)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(sum: a.high, b.high)
    return DoubleDouble(sum: sum.high, sum.low + (a.low + b.low))
  }

  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b)
    return DoubleDouble(sum: product.high, product.low + a.low * b)
  }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    return DoubleDouble(sum: product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  /// The logarithm of a positive finite number: with `x = 2ᵉ m` and `s = (m - 1) / (m + 1)`
  /// it is `e log 2 + 2 s (1 + s²/3 + s⁴/5 + …)`, where `|s| <= 0.172`.
  init(logarithmOf x: Double) {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    let below = m - 1
    let above = DoubleDouble(sum: m, 1)
    let quotient = below / above.high
    let rest = below.addingProduct(-quotient, above.high) - quotient * above.low
    let s = DoubleDouble(sum: quotient, rest / above.high)
    let square = s * s
    var series = 1.0 / 27
    for odd in stride(from: 25.0, through: 5, by: -2) {
      series = (1 / odd).addingProduct(series, square.high)
    }
    let third = DoubleDouble(high: 0x1.5555555555555p-2, low: 0x1.5555555555555p-56)
    let tail = (third + series * square.high) * square
    let fraction = (s + s * tail) * 2.0
    let whole = DoubleDouble(
      sum: exponent * Self.logarithmOf2.high, exponent * Self.logarithmOf2.low)
    self = whole + fraction
  }
}
