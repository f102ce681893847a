extension Array where Element == Double {
  /// The sum in 64 fixed lanes (element i in lane i mod 64), folded 64, 32, 16, 8, 4, 2, 1:
  /// the order of every full reduction of Overfit.
  public var laneSum: Double {
    var lanes = [Double](repeating: 0, count: 64)
    for (index, element) in enumerated() { lanes[index % 64] += element }
    var width = 32
    while width > 0 {
      for lane in 0..<width { lanes[lane] += lanes[lane + width] }
      width /= 2
    }
    return lanes[0]
  }

  /// The element that a share of the sorted elements lie below, between two of them in proportion,
  /// as NumPy's and scikit-learn's quantiles are; NaN without elements or with one that is NaN.
  public func quantile(_ share: Double) -> Double {
    guard !isEmpty, allSatisfy({ !$0.isNaN }) else { return .nan }
    return Self.quantile(share, ofSorted: sorted())
  }

  /// As ``quantile(_:)``, of work that may be called off.
  ///
  /// - Throws: `interrupted`.
  public func quantile(
    _ share: Double, _ interruption: Interruption
  ) throws(EngineError) -> Double {
    guard !isEmpty, allSatisfy({ !$0.isNaN }) else { return .nan }
    return Self.quantile(share, ofSorted: try sorted(interruption))
  }

  private static func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let lower = Int(place.rounded(.down))
    let upper = Swift.min(lower + 1, sorted.count - 1)
    let part = place - Double(lower)
    return part == 0 ? sorted[lower] : sorted[lower] + part * (sorted[upper] - sorted[lower])
  }
}
