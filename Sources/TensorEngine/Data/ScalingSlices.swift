/// A ``FeatureScaling`` laid out in an arena, ready for gathering batches.
public struct ScalingSlices: Sendable {
  /// What is subtracted.
  public let shift: FloatSlice
  /// What the difference is multiplied by; as long as `shift`.
  public let scale: FloatSlice

  /// The number of entries: 1 for all features together, or one for each.
  public var count: Int { shift.count }

  /// Creates the pair from two slices of the same length.
  public init(shift: FloatSlice, scale: FloatSlice) {
    precondition(shift.count == scale.count, "shift and scale have the same length")
    self.shift = shift
    self.scale = scale
  }

  /// Writes a scaling into two slices that have as many entries as it has.
  public init(_ scaling: FeatureScaling, shift: FloatSlice, scale: FloatSlice) {
    self.init(shift: shift, scale: scale)
    shift.write(scaling.shift)
    scale.write(scaling.scale)
  }
}
