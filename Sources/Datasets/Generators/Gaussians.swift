extension Generator {
  /// Two normal clouds that overlap, side by side.
  ///
  /// ```
  /// class 0   (-distance / 2, 0) + noise       class 1   (distance / 2, 0) + noise
  /// ```
  ///
  /// No classifier can be wrong less often than in `Phi(-distance / (2 noise))` of all cases,
  /// Phi being the normal distribution: 15.9% with the defaults. The best boundary is the line
  /// `x1 = 0`; with classes out of balance it lies nearer to the smaller one.
  static let gaussians = Generator(
    name: "gaussians",
    summary: "two overlapping normal clouds; the best possible error is known (15.9%)",
    options: [
      .points(), .noise(1, "standard deviation of each cloud, in both directions"),
      .number("distance", 2, 0...1000, "distance between the middles of the clouds"),
      .imbalance(),
    ]
  ) { settings throws(DatasetError) in
    let shares = try settings.shares()
    var points = PointSet(of: settings)
    for number in 0..<2 {
      let middle = (Double(number) - 0.5) * settings["distance"]
      for _ in 0..<shares[number] { try points.append(x: middle, y: 0, class: number) }
    }
    return try points.dataset(settings)
  }
}
