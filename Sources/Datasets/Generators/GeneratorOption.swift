/// An option of a generated data set.
public struct GeneratorOption: Sendable, Equatable {
  /// The word before the equals sign.
  public let name: String
  /// The value that it has when it is left out.
  public let defaultValue: Double
  /// The values that are allowed.
  public let range: ClosedRange<Double>
  /// Whether only whole numbers are allowed.
  public let isWhole: Bool
  /// What it does, in a few words.
  public let meaning: String

  static func whole(
    _ name: String, _ defaultValue: Int, _ range: ClosedRange<Int>, _ meaning: String
  ) -> GeneratorOption {
    GeneratorOption(
      name: name, defaultValue: Double(defaultValue),
      range: Double(range.lowerBound)...Double(range.upperBound), isWhole: true,
      meaning: meaning)
  }

  static func number(
    _ name: String, _ defaultValue: Double, _ range: ClosedRange<Double>, _ meaning: String
  ) -> GeneratorOption {
    GeneratorOption(
      name: name, defaultValue: defaultValue, range: range, isWhole: false, meaning: meaning)
  }

  /// How many points a set of points has.
  ///
  /// - Parameter least: every class has at least one point.
  static func points(least: Int = 2) -> GeneratorOption {
    .whole("points", 200, least...1_000_000, "how many points there are")
  }

  /// How far points are pushed from their place, in both directions.
  static func noise(
    _ defaultValue: Double = 0.1,
    _ meaning: String = "standard deviation of the normal noise added to each coordinate"
  ) -> GeneratorOption {
    .number("noise", defaultValue, 0...1000, meaning)
  }

  /// How rare or how common the second class is.
  ///
  /// - Parameter second: What it is called, and what the others share.
  static func imbalance(
    _ second: String = "share of the second class, 10%; the others share the rest evenly"
  ) -> GeneratorOption {
    .number("imbalance", 0, 0...0.99, "\(second); 0 makes all classes equal")
  }

  func allows(_ value: Double) -> Bool {
    range.contains(value) && (!isWhole || value == value.rounded())
  }
}
