import TensorEngine

/// The values that one setting of a search may take, as numbers: of a choice its place.
package enum SearchRange: Equatable, Sendable {
  /// One of so many values, at least 1, by their places from 0, in the order in which they were
  /// written.
  case choices(Int)
  /// Numbers between two ends, evenly spread, or evenly on a logarithmic scale, whose ends are
  /// greater than 0. What is drawn has four significant digits, more in a narrow range, so that it
  /// can be typed.
  case numbers(ClosedRange<Double>, isLogarithmic: Bool)
  /// Whole numbers between two ends, both of them among them; on a logarithmic scale from 1 on.
  case wholeNumbers(ClosedRange<Int>, isLogarithmic: Bool)

  /// How many values there are; nil for more than can be counted.
  package var count: Int? {
    switch self {
    case .choices(let count): return count
    case .numbers(let ends, _): return ends.lowerBound == ends.upperBound ? 1 : nil
    case .wholeNumbers(let ends, _):
      let (difference, isTooMuch) = ends.upperBound.subtractingReportingOverflow(ends.lowerBound)
      return isTooMuch || difference == .max ? nil : difference + 1
    }
  }

  /// The value at a share of the way from the first to the last: every value is as likely as its
  /// part of the scale is long, if the shares are evenly spread.
  ///
  /// ```
  /// numbers        low + u · (high - low)
  /// on a log scale exp(log low + u · (log high - log low))
  /// whole numbers  the same from low - 1/2 to high + 1/2, rounded
  /// ```
  ///
  /// - Parameter share: u, from 0 up to 1.
  package func value(at share: Double) -> Double {
    switch self {
    case .choices(let count):
      return min(Double(count - 1), (share * Double(count)).rounded(.down))
    case .numbers(let ends, let isLogarithmic):
      let (low, high) = (ends.lowerBound, ends.upperBound)
      return Self.shortened(
        Self.between(low, high, at: share, isLogarithmic: isLogarithmic), within: ends)
    case .wholeNumbers(let ends, let isLogarithmic):
      let (low, high) = (Double(ends.lowerBound), Double(ends.upperBound))
      let value = Self.between(low - 0.5, high + 0.5, at: share, isLogarithmic: isLogarithmic)
      return min(max(value.rounded(), low), high)
    }
  }

  private static func between(
    _ low: Double, _ high: Double, at share: Double, isLogarithmic: Bool
  ) -> Double {
    guard isLogarithmic else { return low * (1 - share) + high * share }
    let (first, last) = (ElementaryMath.log(low), ElementaryMath.log(high))
    return ElementaryMath.exp(first * (1 - share) + last * share)
  }

  /// A number with four significant digits, or with as many as part the range into a thousand, unless
  /// that leads out of it: a whole number over or times an exact power of ten, so it is what its
  /// digits are read as.
  static func shortened(_ number: Double, within ends: ClosedRange<Double>) -> Double {
    let least = min(number.magnitude, ends.upperBound - ends.lowerBound)
    guard least > 0, least < 1e22, number.magnitude < 1e22 else {
      return clamped(number, to: ends)
    }
    var (factor, places) = (1.0, 0)
    while places < 22, least * factor < 1000 {
      factor *= 10
      places += 1
    }
    if least * factor < 1000 || number.magnitude * factor > 0x1p53 {
      return clamped(number, to: ends)
    }
    if least < 10_000 { return clamped((number * factor).rounded() / factor, to: ends) }
    while least / factor >= 10_000 { factor *= 10 }
    return clamped((number / factor).rounded() * factor, to: ends)
  }

  static func clamped(_ number: Double, to ends: ClosedRange<Double>) -> Double {
    min(max(number, ends.lowerBound), ends.upperBound)
  }
}

extension SearchRange {
  /// Whether a number lies within it; of choices any does.
  package func holds(_ number: Double) -> Bool {
    switch self {
    case .choices: true
    case .numbers(let ends, _): ends.contains(number)
    case .wholeNumbers(let ends, _):
      number >= Double(ends.lowerBound) && number <= Double(ends.upperBound)
    }
  }

  /// A third of the range with a number in its middle, as far as the range goes; of whole numbers
  /// the neighbours of that number at least. Choices stay as they are.
  package func shrunk(around number: Double) -> SearchRange {
    switch self {
    case .choices: return self
    case .numbers(let ends, let isLogarithmic):
      let (low, high) = Self.third(ends, around: number, isLogarithmic: isLogarithmic)
      return .numbers(
        Self.shortened(low, within: ends)...Self.shortened(high, within: ends),
        isLogarithmic: isLogarithmic)
    case .wholeNumbers(let whole, let isLogarithmic):
      let ends = Double(whole.lowerBound)...Double(whole.upperBound)
      let (low, high) = Self.third(ends, around: number, isLogarithmic: isLogarithmic)
      let first = Self.clamped(min(low.rounded(), number - 1), to: ends)
      let last = Self.clamped(max(high.rounded(), number + 1), to: ends)
      return .wholeNumbers(Int(first)...Int(last), isLogarithmic: isLogarithmic)
    }
  }

  private static func third(
    _ ends: ClosedRange<Double>, around number: Double, isLogarithmic: Bool
  ) -> (low: Double, high: Double) {
    let (low, high) = (ends.lowerBound, ends.upperBound)
    let middle = clamped(number, to: ends)
    guard isLogarithmic else {
      let half = high / 6 - low / 6
      return (clamped(middle - half, to: ends), clamped(middle + half, to: ends))
    }
    let half = (ElementaryMath.log(high) - ElementaryMath.log(low)) / 6
    let place = ElementaryMath.log(middle)
    return (
      clamped(ElementaryMath.exp(place - half), to: ends),
      clamped(ElementaryMath.exp(place + half), to: ends)
    )
  }

  /// What lies between the neighbours of a number of a list, or between it and the one neighbour
  /// that it has; on a logarithmic scale where the list goes from a number greater than 0 to ten
  /// times that or more. Nil where there is nothing between them.
  package static func between(
    neighboursOf number: Double, in list: [Double], areWhole: Bool
  ) -> SearchRange? {
    let sorted = list.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let low = sorted.last { $0 < number } ?? first
    let high = sorted.first { $0 > number } ?? last
    guard low < high else { return nil }
    let isLogarithmic = low > 0 && last >= 10 * first && first > 0
    guard areWhole, let from = Int(exactly: low), let to = Int(exactly: high) else {
      return .numbers(low...high, isLogarithmic: isLogarithmic)
    }
    return .wholeNumbers(from...to, isLogarithmic: isLogarithmic)
  }
}
