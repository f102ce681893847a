import TensorEngine

extension SearchRange {
  /// The scale on which the numbers of a range are evenly spread: they or their logarithms.
  struct Scale: Sendable {
    /// Where it begins and ends; of whole numbers half a number beyond them.
    let low: Double
    let high: Double
    /// Whether the values are whole numbers.
    let isWhole: Bool
    private let isLogarithmic: Bool

    fileprivate init(_ low: Double, _ high: Double, isWhole: Bool, isLogarithmic: Bool) {
      self.isWhole = isWhole
      self.isLogarithmic = isLogarithmic
      self.low = isLogarithmic ? ElementaryMath.log(low) : low
      self.high = isLogarithmic ? ElementaryMath.log(high) : high
    }

    /// Where a value stands.
    func place(of value: Double) -> Double {
      isLogarithmic ? ElementaryMath.log(value) : value
    }

    /// The value that stands at a place.
    func value(at place: Double) -> Double {
      isLogarithmic ? ElementaryMath.exp(place) : place
    }

    /// Where the part of a whole number begins.
    func end(below value: Double) -> Double { place(of: value - 0.5) }

    /// Where the part of a whole number ends.
    func end(above value: Double) -> Double { place(of: value + 0.5) }
  }

  /// The scale of its numbers; nil for choices.
  var scale: Scale? {
    switch self {
    case .choices: nil
    case .numbers(let ends, let isLogarithmic):
      Scale(ends.lowerBound, ends.upperBound, isWhole: false, isLogarithmic: isLogarithmic)
    case .wholeNumbers(let ends, let isLogarithmic):
      Scale(
        Double(ends.lowerBound) - 0.5, Double(ends.upperBound) + 0.5, isWhole: true,
        isLogarithmic: isLogarithmic)
    }
  }

  /// The value of the range that is next to a number, as it can be typed.
  func fitted(_ number: Double) -> Double {
    switch self {
    case .choices(let count): min(max(0, number.rounded()), Double(count - 1))
    case .numbers(let ends, _): Self.shortened(Self.clamped(number, to: ends), within: ends)
    case .wholeNumbers(let ends, _):
      min(max(number.rounded(), Double(ends.lowerBound)), Double(ends.upperBound))
    }
  }
}
