/// Floats that try a kernel from different sides, drawn by SplitMix64 (Steele, Lea and Flood,
/// 2014) so that the tests do not rest on the generator they test.
enum Numbers: CaseIterable {
  /// Between -2 and 2.
  case ordinary
  /// Any 32 bits: subnormal, huge, infinite and NaN among them.
  case wild
  /// Zeros of both signs, subnormals, infinities, NaN and the ends of the normal range.
  case special
  /// Around the smallest normal number, where products become subnormal.
  case tiny

  static let specials: [Float] = [
    0, -0.0, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
    -.leastNormalMagnitude, Float.leastNormalMagnitude.nextDown, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude,
    .infinity, -.infinity, .nan, 88.8, -103.9, 0.625, 1.5e-5, 0x1p23, -0x1p-30,
  ]

  func values(_ count: Int, seed: UInt64) -> [Float] {
    var generator = SplitMix(state: seed)
    return (0..<count).map { _ in
      let word = generator.next()
      switch self {
      case .ordinary: return Float(word >> 40) * 0x1p-22 - 2
      case .wild: return Float(bitPattern: UInt32(truncatingIfNeeded: word >> 32))
      case .special: return Self.specials[Int(word >> 33) % Self.specials.count]
      case .tiny: return (Float(word >> 40) * 0x1p-22 - 2) * 0x1p-63 * (word & 1 == 0 ? 1 : 0x1p-63)
      }
    }
  }
}

struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
