extension LossPlane {
  /// What the losses of a whole surface may cost: places times examples times weights.
  private static let workLimit = 20_000_000_000
  /// The most and the fewest examples that a surface is of, where there are so many.
  private static let mostRows = 1000
  private static let fewestRows = 32

  /// The training rows by which the loss of a surface is measured: all of them, or a part where all
  /// would take too long.
  ///
  /// - Parameters:
  ///   - places: At how many places the loss is asked.
  ///   - seed: What the choice of a part comes from.
  public func rows(of training: [Int32], places: Int, seed: UInt64) -> [Int32] {
    let affordable = Self.workLimit / max(1, places * max(1, origin.count))
    let count = min(training.count, min(max(affordable, Self.fewestRows), Self.mostRows))
    return Resampling.subset.rows(of: training, count: count, seed: seed, number: 1)
  }
}
