package import Charts

extension LineChart {
  /// The same curves with an upright axis in powers of ten; what is 0 or less has no place on it,
  /// which the caption says.
  ///
  /// The axis begins and ends at powers of ten; over less than two of them at 1, 2 or 5 times one.
  ///
  /// - Returns: nil where no value is greater than 0.
  package var logarithmic: LineChart? {
    let values = series.flatMap { $0.points.map(\.y) }
    let placed = values.filter { $0 > 0 && $0.isFinite }
    guard let least = placed.min(), let greatest = placed.max() else { return nil }
    var chart = self
    chart.yAxis.scale = .logarithmic
    if greatest / least < 100 { chart.yAxis.extent = Self.ends(least, greatest) }
    let without = values.count { $0 <= 0 }
    if without > 0 {
      chart.caption +=
        " · \(NumberText.count(without)) of 0 or less left out, which a logarithmic axis has no "
        + "place for"
    }
    return chart
  }

  /// The nearest of 1, 2 and 5 times a power of ten around two numbers above 0; nil where they are
  /// out of proportion.
  private static func ends(_ least: Double, _ greatest: Double) -> Extent? {
    guard least > 1e-290, greatest < 1e290 else { return nil }
    func power(below number: Double) -> Double {
      var power = 1.0
      while power > number { power /= 10 }
      while power * 10 <= number { power *= 10 }
      return power
    }
    let (low, high) = (power(below: least), power(below: greatest))
    let lower = [5, 2].map { $0 * low }.first { $0 <= least } ?? low
    let upper = [1, 2, 5].map { $0 * high }.first { $0 >= greatest } ?? 10 * high
    return lower < upper ? Extent(lower, upper) : Extent(lower / 2, 2 * upper)
  }
}
