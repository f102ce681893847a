extension RandomStream {
  /// Numbers spread evenly over `[0, 1)`, multiples of 2⁻²⁴; number `i` comes from word `i`.
  public func uniforms(count: Int) -> [Float] {
    words(count: count).map { Float($0 >> 8) * 0x1p-24 }
  }

  /// Numbers spread evenly over `[0, 1)`, multiples of 2⁻⁵³; number `i` comes from the words
  /// `2 i` and `2 i + 1`.
  public func uniformDoubles(count: Int) -> [Double] {
    let words = words(count: 2 * max(0, count))
    return (0..<max(0, count)).map { Self.uniform(words[2 * $0], words[2 * $0 + 1]) }
  }

  /// Normally distributed numbers with mean 0 and standard deviation 1.
  ///
  /// The numbers `2 i` and `2 i + 1` are `r cos t` and `r sin t` with `r = sqrt(-2 log(1 - u))`
  /// and `t = 2 pi v`, where `u` and `v` are the uniform doubles of those numbers; so a longer
  /// array begins with a shorter one.
  ///
  /// Source: Box and Muller, "A Note on the Generation of Random Normal Deviates", 1958.
  public func normals(count: Int) -> [Double] {
    let count = max(0, count)
    let words = words(count: 4 * ((count + 1) / 2))
    var normals: [Double] = []
    normals.reserveCapacity(count + 1)
    for pair in stride(from: 0, to: words.count, by: 4) {
      let u = Self.uniform(words[pair], words[pair + 1])
      let v = Self.uniform(words[pair + 2], words[pair + 3])
      let radius = (-2 * ElementaryMath.log(1 - u)).squareRoot()
      normals.append(radius * ElementaryMath.cos(2 * Double.pi * v))
      normals.append(radius * ElementaryMath.sin(2 * Double.pi * v))
    }
    if normals.count > count { normals.removeLast() }
    return normals
  }

  /// The numbers `0 ..< count` in random order, every order equally likely.
  ///
  /// Fisher and Yates' shuffle from the last place down. The places are drawn without bias by
  /// Lemire's multiplication ("Fast Random Integer Generation in an Interval", 2019).
  public func permutation(count: Int) -> [Int32] {
    let count = Int32(clamping: max(0, count))
    var order = Array(0..<count)
    let words = words(count: order.count)
    var next = 0
    for place in stride(from: order.count - 1, to: 0, by: -1) {
      let other = bounded(by: UInt32(place + 1)) {
        defer { next += 1 }
        return next < words.count ? words[next] : word(at: UInt64(next))
      }
      order.swapAt(place, Int(other))
    }
    return order
  }

  private func bounded(by bound: UInt32, draw: () -> UInt32) -> UInt32 {
    var product = UInt64(draw()) &* UInt64(bound)
    let rejected = (0 &- bound) % bound
    while UInt32(truncatingIfNeeded: product) < rejected {
      product = UInt64(draw()) &* UInt64(bound)
    }
    return UInt32(truncatingIfNeeded: product >> 32)
  }

  private static func uniform(_ high: UInt32, _ low: UInt32) -> Double {
    Double((UInt64(high) << 32 | UInt64(low)) >> 11) * 0x1p-53
  }
}
