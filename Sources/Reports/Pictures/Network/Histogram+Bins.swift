import Charts

extension Histogram {
  /// The bins that so many values fill: 2 n^(1/3), Rice's rule, from 5 to 25.
  static func bins(of count: Int) -> Int {
    (5...25).first { $0 * $0 * $0 >= min(count, 10_000) * 8 } ?? 25
  }
}
