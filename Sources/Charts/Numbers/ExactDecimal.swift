/// The exact decimal expansion of a finite `Double`: every binary fraction has one.
///
/// The value is `0.d1d2d3… x 10^exponent` with `d1` not zero; zero has no digits. A `Double` has at
/// most 767 significant digits.
struct ExactDecimal: Equatable {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  /// Expands a number; one that is not finite counts as zero.
  init(_ number: Double) {
    isNegative = number.sign == .minus
    guard number.isFinite, number != 0 else {
      digits = []
      exponent = 0
      return
    }
    let magnitude = number.magnitude
    let isSubnormal = magnitude.exponentBitPattern == 0
    let implicit: UInt64 = isSubnormal ? 0 : 1 << 52
    var significand = magnitude.significandBitPattern | implicit
    var binaryExponent = (isSubnormal ? 1 : Int(magnitude.exponentBitPattern)) - 1075
    let even = significand.trailingZeroBitCount
    significand >>= UInt64(even)
    binaryExponent += even

    // significand x 2^-k = significand x 5^k / 10^k
    var limbs = DecimalLimbs(significand)
    if binaryExponent > 0 {
      limbs.multiply(byPowerOf: 2, binaryExponent)
    } else {
      limbs.multiply(byPowerOf: 5, -binaryExponent)
    }
    digits = limbs.digits
    exponent = digits.count + min(binaryExponent, 0)
    dropTrailingZeros()
  }

  /// Rounds to the first `count` digits, an exact half to the even digit.
  mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      exponent = 0
      return
    }
    let isHalf = digits[count] == 5 && digits.count == count + 1
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let roundsUp = isHalf ? isOdd : digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp { addOneInLastPlace() }
    dropTrailingZeros()
  }

  private mutating func addOneInLastPlace() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }
}

/// A whole number in base 10^9, least significant limb first, so that its digits are read off.
private struct DecimalLimbs {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt64] = []

  init(_ number: UInt64) {
    var rest = number
    while rest > 0 {
      limbs.append(rest % Self.base)
      rest /= Self.base
    }
  }

  /// Multiplies by `factor^count`, `factor` at most 5.
  mutating func multiply(byPowerOf factor: UInt64, _ count: Int) {
    // 5^12 and 2^12 stay far below 2^32, so that a limb times a chunk fits 64 bits.
    var chunk: UInt64 = 1
    for _ in 0..<12 { chunk *= factor }
    for _ in 0..<(count / 12) { multiply(by: chunk) }
    for _ in 0..<(count % 12) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The decimal digits, most significant first, without leading zeros.
  var digits: [UInt8] {
    var reversed: [UInt8] = []
    reversed.reserveCapacity(limbs.count * 9)
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        reversed.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while reversed.last == 0 { reversed.removeLast() }
    return reversed.reversed()
  }
}
