import TensorEngine

/// Stretches of equal length in which values are counted, as many as the values bear.
///
/// ```
/// Freedman–Diaconis   f = 2 (q75 - q25) / n^(1/3)
/// Sturges             s = (greatest - least) / (log2 n + 1)
/// square root         r = (greatest - least) / sqrt n
/// length = min(max(f, r / 2), s)       count = ceil((greatest - least) / length), at most 40
/// ```
///
/// The quartiles q25 and q75 lie between values where they have to, by linear interpolation. Whole
/// numbers that span 24 at the most have a bin each, with its number in the middle. Values that are
/// all equal have one bin of length 1 around them, and none at all one from 0 to 1. Values that are
/// not finite are left out.
///
/// **Source**: NumPy 2.4, `histogram_bin_edges(values, bins="auto")`; D. Freedman and P. Diaconis,
/// "On the histogram as a density estimator", 1981; H. Sturges, "The choice of a class interval", 1926.
public struct ValueBins: Sendable, Equatable {
  /// The most bins that there are: more columns than that are hardly told apart.
  public static let most = 40
  /// How far whole numbers may lie apart to have a bin each.
  public static let mostBetweenWholes = 24.0

  /// Where the first bin begins, in the unit of the values.
  public let lower: Double
  /// Where the last bin ends, in the unit of the values.
  public let upper: Double
  /// How many bins there are, from 1 to ``most``.
  public let count: Int
  /// Whether each bin is a whole number's.
  public let isOfWholes: Bool

  /// Chooses the bins for some values.
  ///
  /// - Complexity: that of sorting the values.
  public init(for values: [Double]) {
    let sorted = values.filter(\.isFinite).sortedUntilCalledOff()
    if Interruption.current.isAsked() {
      (lower, upper, count, isOfWholes) = (0, 1, 1, false)
      return
    }
    let (least, greatest) = (sorted.first ?? 0, sorted.last ?? 1)
    let range = greatest - least
    // Shorter bins than these have no length in double precision.
    guard range > 1e-300, range.isFinite, !sorted.isEmpty else {
      let half = sorted.isEmpty || !range.isFinite ? 0 : 0.5
      (lower, upper, count, isOfWholes) = (least - half, greatest + half, 1, false)
      return
    }
    if range <= Self.mostBetweenWholes, sorted.allSatisfy({ $0 == $0.rounded() }) {
      (lower, upper, count, isOfWholes) = (least - 0.5, greatest + 0.5, Int(range) + 1, true)
      return
    }
    (lower, upper, isOfWholes) = (least, greatest, false)
    let bins = (range / Self.length(sorted, range: range)).rounded(.up)
    count = Int(min(bins, Double(Self.most)))
  }

  /// The length of a bin of values in ascending order, two of them different.
  private static func length(_ sorted: [Double], range: Double) -> Double {
    let n = Double(sorted.count)
    let quartiles = quantile(0.75, of: sorted) - quantile(0.25, of: sorted)
    let freedman = 2 * quartiles * ElementaryMath.power(n, -1 / 3)
    let sturges = range / (log2(n) + 1)
    return min(max(freedman, range / n.squareRoot() / 2), sturges)
  }

  /// Exact for powers of two.
  private static func log2(_ number: Double) -> Double {
    Double(number.exponent) + ElementaryMath.log(number.significand) / 0.693147180559945309417
  }

  /// The value that a part of the values lies below, between two of them by linear interpolation.
  private static func quantile(_ part: Double, of sorted: [Double]) -> Double {
    let place = part * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return sorted[index] }
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }

  /// Where the bins begin, and where the last one ends: ``count`` + 1 numbers, ascending.
  public var edges: [Double] {
    let step = (upper - lower) / Double(count)
    return [lower] + (1..<count).map { lower + Double($0) * step } + [upper]
  }

  /// How many of some values each bin has; a bin holds its lower end, and the last one its upper end
  /// too. Values beyond the bins, and those that are no number, are in none.
  public func counts(of values: [Double]) -> [Int] {
    let edges = edges
    var counts = [Int](repeating: 0, count: count)
    var watch = InterruptionWatch()
    for value in values where value >= lower && value <= upper {
      if watch.isAsked() { break }
      let part = value / 2 - lower / 2
      var bin = min(Int(part / (upper / 2 - lower / 2) * Double(count)), count - 1)
      if value < edges[bin] { bin -= 1 }
      if value >= edges[bin + 1], bin + 1 < count { bin += 1 }
      counts[bin] += 1
    }
    return counts
  }
}
