public import TensorEngine

/// Constant rates, one behind the other. As in Keras, the boundary itself has the old rate:
///
///     rate(t) = values[0] for t ≤ boundaries[0], values[1] for t ≤ boundaries[1], …
///
/// Source: Keras's PiecewiseConstantDecay. (PyTorch's MultiStepLR has the new rate there already.)
public struct PiecewiseRate: RateFormula {
  /// The times after which the rate changes; 0 or more, rising.
  public var boundaries: [Double]
  /// The rates; 0 or more, one more of them than boundaries.
  public var values: [Double]

  /// Makes a curve with boundaries in epochs or steps, by ``Schedule/unit``;
  /// ``Schedule/validate()`` checks its settings.
  public init(boundaries: [Double], values: [Double]) {
    self.boundaries = boundaries
    self.values = values
  }

  /// What its options begin with.
  public static let usual = PiecewiseRate(boundaries: [], values: [])
  /// The rule above, in words.
  public static let meaning = "one rate behind the other; t at a boundary has the old one"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<PiecewiseRate>] = [
    Setting("boundaries", .numbers(\.boundaries), example: "[20, 40]", isRequired: true),
    Setting("values", .numbers(\.values), example: "[0.1, 0.02, 0.004]", isRequired: true),
  ]

  /// It is made of rates.
  public var hasOwnRates: Bool { true }

  /// The rate of the rule, whatever the first rate.
  public func rate(after time: Double, from rate: Double) -> Double {
    let index = boundaries.firstIndex { time <= $0 } ?? boundaries.count
    return index < values.count ? values[index] : values.last ?? 0
  }

  /// Checks both lists.
  ///
  /// - Throws: `outOfRange` for a negative number, `misfit` for boundaries that do not rise or
  ///   that are not one less than the rates.
  public func validate() throws(EngineError) {
    for value in values { try SettingCheck.notNegative(value, "values") }
    for boundary in boundaries { try SettingCheck.notNegative(boundary, "boundaries") }
    guard zip(boundaries, boundaries.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .misfit(what: "boundaries", .unordered)
    }
    guard values.count == boundaries.count + 1 else {
      throw .misfit(
        what: "values", .rates(count: values.count, boundaries: boundaries.count))
    }
  }
}
