extension NumberText {
  /// The most digits after which two doubles are told apart whatever they are.
  private static let mostDigits = 17

  /// Writes numbers that stand side by side, such as the ends of a range: with so many significant
  /// digits, or with as many more as it takes that no two different numbers have the same text.
  package static func apart(_ numbers: [Double], digits: Int) -> [String] {
    let count = digitsApart(numbers, atLeast: digits)
    return numbers.map { significant($0, digits: count) }
  }

  /// How many significant digits it takes that no two different numbers have the same text.
  package static func digitsApart(_ numbers: [Double], atLeast digits: Int) -> Int {
    let counts = digits..<max(digits + 1, mostDigits)
    return counts.first { count in
      areApart(numbers.map { significant($0, digits: count) }, numbers)
    } ?? mostDigits
  }

  /// Writes fractions as percentages with a place after the point, or with as many more as it takes
  /// that no two different ones have the same text.
  package static func percentsApart(_ fractions: [Double]) -> [String] {
    for places in 1..<mostDigits {
      let texts = fractions.map { percent($0, places: places) }
      if areApart(texts, fractions) { return texts }
    }
    return fractions.map { percent($0, places: mostDigits) }
  }

  /// Whether each text stands for one number.
  private static func areApart(_ texts: [String], _ numbers: [Double]) -> Bool {
    var number: [String: Double] = [:]
    for (text, value) in zip(texts, numbers) where !value.isNaN {
      if let other = number.updateValue(value, forKey: text), other != value { return false }
    }
    return true
  }
}
