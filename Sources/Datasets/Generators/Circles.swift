import TensorEngine

extension Generator {
  /// A circle within a circle.
  ///
  /// ```
  /// class 0   (cos t, sin t)                 t = 2 pi i / n, i = 0 … n - 1
  /// class 1   factor * (cos t, sin t)
  /// ```
  ///
  /// **Source**: the meaning of `points`, `noise` and `factor` is that of scikit-learn's
  /// `make_circles`; the default factor is wider apart (0.5 for 0.8).
  static let circles = Generator(
    name: "circles", summary: "a circle within a circle; no straight line parts them",
    options: [
      .points(), .noise(),
      .number("factor", 0.5, 0...1, "radius of the inner circle; the outer one has 1"),
      .imbalance(),
    ]
  ) { settings throws(DatasetError) in
    let shares = try settings.shares()
    var points = PointSet(of: settings)
    for (number, radius) in [1, settings["factor"]].enumerated() {
      for index in 0..<shares[number] {
        let angle = 2 * Double.pi * Double(index) / Double(shares[number])
        try points.append(
          x: radius * ElementaryMath.cos(angle), y: radius * ElementaryMath.sin(angle),
          class: number)
      }
    }
    return try points.dataset(settings)
  }
}
