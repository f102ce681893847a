/// The counter-based generator Philox 4x32 with 10 rounds.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", SC11.
enum Philox {
  private static let multiplier0: UInt64 = 0xD251_1F53
  private static let multiplier1: UInt64 = 0xCD9E_8D57
  private static let weyl0: UInt32 = 0x9E37_79B9
  private static let weyl1: UInt32 = 0xBB67_AE85

  /// Four random words, a bijective function of the counter for each key.
  static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    for _ in 0..<10 {
      let product0 = multiplier0 &* UInt64(c0)
      let product1 = multiplier1 &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: product1 >> 32) ^ c1 ^ k0
      c2 = UInt32(truncatingIfNeeded: product0 >> 32) ^ c3 ^ k1
      c1 = UInt32(truncatingIfNeeded: product1)
      c3 = UInt32(truncatingIfNeeded: product0)
      k0 &+= weyl0
      k1 &+= weyl1
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
