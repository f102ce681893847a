/// How raw features become the numbers that a network sees: `x' = (x - shift) / divisor`, where a
/// missing x is filled in before.
///
/// All arrays have one entry for all features, or one for each feature. Inputs that are kept in
/// double precision are scaled in double precision, and rounded once, at the end; floats and bytes
/// are scaled in 32 bits while a batch is gathered, as `(x - shift) * scale`.
public struct FeatureScaling: Sendable, Equatable {
  /// What is subtracted, in the units of the raw features, rounded to 32 bits.
  public let shift: [Float]
  /// What the difference is multiplied by, in 32 bits: `1 / divisor`.
  public let scale: [Float]
  /// What is subtracted, in double precision.
  public let exactShift: [Double]
  /// What the difference is divided by, in double precision.
  public let divisor: [Double]
  /// What stands for a missing value, in the units of the raw features; nil where none is missing.
  public let fill: [Double]?

  /// Creates a scaling from numbers of 32 bits.
  /// - Throws: `shapeMismatch` when the arrays differ in length or are empty.
  public init(shift: [Float], scale: [Float]) throws(EngineError) {
    guard shift.count == scale.count, !shift.isEmpty else {
      throw .shapeMismatch(what: "scaling", expected: [max(1, shift.count)], actual: [scale.count])
    }
    self.shift = shift
    self.scale = scale
    exactShift = shift.map { Double($0) }
    divisor = scale.map { 1 / Double($0) }
    fill = nil
  }

  /// Creates a scaling from doubles.
  /// - Throws: `shapeMismatch` when the arrays differ in length or are empty.
  public init(
    shift: [Double], divisor: [Double], fill: [Double]? = nil
  ) throws(EngineError) {
    guard shift.count == divisor.count, !shift.isEmpty, fill.map({ !$0.isEmpty }) != false else {
      throw .shapeMismatch(
        what: "scaling", expected: [max(1, shift.count)], actual: [divisor.count])
    }
    self.shift = shift.map { Float($0) }
    scale = divisor.map { Float(1 / $0) }
    exactShift = shift
    self.divisor = divisor
    self.fill = fill
  }

  /// Creates a scaling that is the same for all features.
  public init(shift: Float, scale: Float) {
    self.shift = [shift]
    self.scale = [scale]
    exactShift = [Double(shift)]
    divisor = [1 / Double(scale)]
    fill = nil
  }

  /// One raw value of a feature, scaled with the same bits as in a gathered batch.
  public func scaled(_ value: Float, feature: Int) -> Float {
    let index = shift.count == 1 ? 0 : feature
    return (value - shift[index]) * scale[index]
  }

  /// One raw value of a feature, filled in where it is missing, scaled in double precision and
  /// rounded once.
  public func scaled(_ value: Double, feature: Int) -> Float {
    let index = exactShift.count == 1 ? 0 : feature
    var value = value
    if value.isNaN, let fill { value = fill[fill.count == 1 ? 0 : feature] }
    return Float((value - exactShift[index]) / divisor[index])
  }

  /// Whether every array has one entry, or one for each of so many features.
  func fits(_ featureCount: Int) -> Bool {
    [shift.count, fill?.count ?? 1].allSatisfy { $0 == 1 || $0 == featureCount }
  }
}
