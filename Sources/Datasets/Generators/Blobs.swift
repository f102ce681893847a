import TensorEngine

extension Generator {
  /// Round clouds whose middles stand evenly on the unit circle.
  ///
  /// ```
  /// class c of C   (cos t, sin t) + noise   t = 2 pi (c / C + 1/4)
  /// ```
  static let blobs = Generator(
    name: "blobs", summary: "round clouds, one for each class, around the unit circle",
    options: [
      .points(), .noise(0.3, "standard deviation of each cloud, in both directions"),
      .whole("classes", 3, 2...10, "how many clouds there are, each a class"),
      .imbalance(),
    ]
  ) { settings throws(DatasetError) in
    try settings.requireAPointPerClass()
    let classes = settings.whole("classes")
    var points = PointSet(of: settings)
    for (number, share) in try settings.shares(among: classes).enumerated() {
      let angle = 2 * Double.pi * (Double(number) / Double(classes) + 0.25)
      let (x, y) = (ElementaryMath.cos(angle), ElementaryMath.sin(angle))
      for _ in 0..<share { try points.append(x: x, y: y, class: number) }
    }
    return try points.dataset(settings, classCount: classes)
  }
}
