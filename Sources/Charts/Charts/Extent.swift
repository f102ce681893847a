/// A stretch of an axis, always with two finite ends and the lower one below the upper one.
package struct Extent: Hashable, Sendable {
  /// The lower end, finite.
  package let lower: Double
  /// The upper end, finite and above the lower one.
  package let upper: Double

  /// The stretch between two numbers in either order.
  ///
  /// Two equal numbers are widened by a tenth to both sides (zero by one), what is not a number
  /// counts as zero, and infinities as the largest finite number.
  package init(_ first: Double, _ second: Double) {
    let first = Self.finite(first)
    let second = Self.finite(second)
    let low = min(first, second)
    let high = max(first, second)
    // Half of a longer stretch than this is a normal number, so that fractions of it exist.
    guard high * 0.5 - low * 0.5 < 2 * .leastNormalMagnitude else {
      lower = low
      upper = high
      return
    }
    let widening = abs(low) < 1e-290 ? 1 : abs(low) / 10
    lower = Self.finite(low - widening)
    upper = Self.finite(high + widening)
  }

  /// The stretch that the finite numbers of a sequence fill, and 0 to 1 if there are none.
  ///
  /// - Parameter margin: How much is added at both ends, as a part of the stretch.
  package init(covering numbers: some Sequence<Double>, margin: Double = 0) {
    var low = Double.infinity
    var high = -Double.infinity
    for number in numbers where number.isFinite {
      low = min(low, number)
      high = max(high, number)
    }
    guard low <= high else {
      self.init(0, 1)
      return
    }
    let bare = Self(low, high)
    let added = (bare.upper * 0.5 - bare.lower * 0.5) * 2 * max(margin, 0)
    self.init(bare.lower - added, bare.upper + added)
  }

  /// From the lower to the upper end; infinite if it is too long for a `Double`.
  package var length: Double { upper - lower }

  /// Where a number lies, 0 at the lower and 1 at the upper end.
  package func fraction(of number: Double) -> Double {
    // Halves, since the length of the longest extents is no finite number.
    (number * 0.5 - lower * 0.5) / (upper * 0.5 - lower * 0.5)
  }

  /// The number at a part of the way from the lower to the upper end.
  func number(at fraction: Double) -> Double { lower * (1 - fraction) + upper * fraction }

  private static func finite(_ number: Double) -> Double {
    if number.isNaN { return 0 }
    let largest = Double.greatestFiniteMagnitude
    return min(max(number, -largest), largest)
  }
}
