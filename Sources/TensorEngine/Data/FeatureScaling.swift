/// How raw features become the numbers that a network sees: `x' = (x - shift) * scale`.
///
/// Both arrays have one entry for all features, or one for each feature.
public struct FeatureScaling: Sendable, Equatable {
  /// What is subtracted, in the units of the raw features.
  public let shift: [Float]
  /// What the difference is multiplied by.
  public let scale: [Float]

  /// Creates a scaling.
  /// - Throws: `shapeMismatch` when the arrays differ in length or are empty.
  public init(shift: [Float], scale: [Float]) throws(EngineError) {
    guard shift.count == scale.count, !shift.isEmpty else {
      throw .shapeMismatch(what: "scaling", expected: [max(1, shift.count)], actual: [scale.count])
    }
    self.shift = shift
    self.scale = scale
  }

  /// Creates a scaling that is the same for all features.
  public init(shift: Float, scale: Float) {
    self.shift = [shift]
    self.scale = [scale]
  }

  /// One raw value of a feature, scaled with the same bits as in a gathered batch.
  public func scaled(_ value: Float, feature: Int) -> Float {
    let index = shift.count == 1 ? 0 : feature
    return (value - shift[index]) * scale[index]
  }
}
