/// The levels of a surface: what each of them spans, and what fills it.
struct SurfaceLevels {
  /// Enough to see a valley, and few enough to be told apart.
  static let count = 8

  let glyphs: [Character]
  private let axis: Axis
  private let isLogarithmic: Bool
  /// The ends, as logarithms if the axis is logarithmic.
  private let extent: Extent
  /// How many digits tell the bounds apart.
  private var digits = 3

  init(_ axis: Axis, _ extent: Extent, pictures: Pictures = .ascii) {
    self.axis = axis
    // What is zero or less has no logarithm: a millionth of the upper end stands for it.
    isLogarithmic = axis.scale == .logarithmic && extent.upper > 0
    let lower = max(extent.lower, extent.upper * 1e-6, .leastNormalMagnitude)
    self.extent =
      isLogarithmic && lower < extent.upper
      ? Extent(Logarithm.base10(lower), Logarithm.base10(extent.upper)) : extent
    glyphs = ShadeLadder.glyphs(pictures, count: Self.count)
    while digits < 15, Set((1..<Self.count).map(number)).count < Self.count - 1 { digits += 1 }
  }

  /// The level of a value, from 0; nil for what is no finite number.
  func level(_ value: Double) -> Int? {
    guard value.isFinite else { return nil }
    var number = value
    if isLogarithmic {
      guard value > 0 else { return 0 }
      number = Logarithm.base10(value)
    }
    return Int(min(max(extent.fraction(of: number), 0), 1) * Double(Self.count - 1) + 0.5)
  }

  /// The values at which a level begins; that of level 0 is the first one's end.
  func bound(_ level: Int) -> Double {
    let part = (Double(level) - 0.5) / Double(Self.count - 1)
    let number = extent.number(at: part)
    return isLogarithmic ? Self.powerOfTen(number) : number
  }

  /// "up to 0.12", "0.12 to 0.3", "from 3.4".
  func text(_ level: Int) -> String {
    if level == 0 { return "up to \(number(1))" }
    return level == Self.count - 1 ? "from \(number(level))" : "to \(number(level + 1))"
  }

  /// The value at which a level begins, in as few digits as tell it from the others.
  private func number(_ level: Int) -> String {
    let bound = bound(level)
    return bound.magnitude < 1e6
      ? NumberText.significant(bound, digits: digits)
      : NumberText.scientific(bound, digits: digits)
  }

  /// 10^x to about 15 digits, by the series of e^(r ln 10) around the nearest whole power.
  private static func powerOfTen(_ exponent: Double) -> Double {
    guard exponent.magnitude < 330 else { return exponent < 0 ? 0 : .greatestFiniteMagnitude }
    let whole = exponent.rounded()
    let rest = (exponent - whole) * 2.30258509299404568402
    var term = 1.0
    var sum = 1.0
    for index in 1...24 {
      term *= rest / Double(index)
      sum += term
    }
    return sum * Logarithm.powerOfTen(Int(whole))
  }
}
