import TensorEngine

extension Generator {
  /// Two half circles that reach into each other.
  ///
  /// ```
  /// class 0   (cos t, sin t)                 t = pi i / (n - 1), i = 0 … n - 1
  /// class 1   (1 - cos t, 1/2 - sin t)
  /// ```
  ///
  /// **Source**: scikit-learn's `make_moons`.
  static let moons = Generator(
    name: "moons", summary: "two half moons that reach into each other",
    options: [.points(), .noise(), .imbalance()]
  ) { settings throws(DatasetError) in
    let shares = try settings.shares()
    var points = PointSet(of: settings)
    for number in 0..<2 {
      for index in 0..<shares[number] {
        let angle = Double.pi * Double(index) / Double(max(shares[number] - 1, 1))
        let (x, y) = (ElementaryMath.cos(angle), ElementaryMath.sin(angle))
        if number == 0 {
          try points.append(x: x, y: y, class: 0)
        } else {
          try points.append(x: 1 - x, y: 0.5 - y, class: 1)
        }
      }
    }
    return try points.dataset(settings)
  }
}
