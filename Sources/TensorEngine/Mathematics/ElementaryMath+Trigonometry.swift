extension ElementaryMath {
  /// The sine of an angle in radians. Beyond 2⁴⁵ the result is only known to lie in -1 ... 1.
  public static func sin(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    if x == 0 { return x }
    let (quadrant, angle) = reduced(x)
    let value = quadrant & 1 == 0 ? sine(angle) : cosine(angle)
    return quadrant & 2 == 0 ? value : -value
  }

  /// The cosine of an angle in radians. Beyond 2⁴⁵ the result is only known to lie in -1 ... 1.
  public static func cos(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let (quadrant, angle) = reduced(x)
    let value = quadrant & 1 == 0 ? cosine(angle) : sine(angle)
    return (quadrant + 1) & 2 == 0 ? value : -value
  }

  /// `x = n pi/2 + r` with `|r| <= pi/4`: the last bits of `n`, and `r`.
  ///
  /// Three doubles hold pi/2 with 160 bits, so that even an angle next to a multiple of pi/2
  /// keeps its digits.
  private static func reduced(_ x: Double) -> (quadrant: Int, angle: DoubleDouble) {
    let x = x.magnitude < 0x1p45 ? x : x.remainder(dividingBy: 2 * Double.pi)
    let n = (x * 0x1.45f306dc9c883p-1).rounded()
    let first = DoubleDouble(product: n, -0x1.921fb54442d18p+0)
    let second = DoubleDouble(product: n, -0x1.1a62633145c07p-54)
    var angle = DoubleDouble(sum: x, first.high) + first.low
    angle = angle + second + n * 0x1.f1976b7ed8fbcp-110
    return (Int(n) & 3, angle)
  }

  private static func sine(_ r: DoubleDouble) -> Double {
    let square = r.high * r.high
    var series = 1.0 / 355_687_428_096_000
    for factor in sineFactors { series = factor.addingProduct(series, square) }
    let correction = r.low * (1 - square / 2)
    return r.high + (correction + series * (square * r.high))
  }

  private static func cosine(_ r: DoubleDouble) -> Double {
    let square = r.high * r.high
    var series = 1.0 / 20_922_789_888_000
    for factor in cosineFactors { series = factor.addingProduct(series, square) }
    let half = square / 2
    let leading = 1 - half
    let correction = ((1 - leading) - half) - r.high * r.low
    return leading + (correction + series * (square * square))
  }

  /// -1/15!, 1/13!, … -1/3!.
  private static let sineFactors: [Double] = [
    -1.0 / 1_307_674_368_000, 1.0 / 6_227_020_800, -1.0 / 39_916_800, 1.0 / 362_880,
    -1.0 / 5_040, 1.0 / 120, -1.0 / 6,
  ]

  /// -1/14!, 1/12!, … 1/4!.
  private static let cosineFactors: [Double] = [
    -1.0 / 87_178_291_200, 1.0 / 479_001_600, -1.0 / 3_628_800, 1.0 / 40_320, -1.0 / 720,
    1.0 / 24,
  ]
}
