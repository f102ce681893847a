import TensorEngine

extension Generator {
  /// Arms that wind around each other.
  ///
  /// ```
  /// class c of C   r (cos t, sin t)   r = i / n, t = 2 pi (turns * r + c / C), i = 1 … n
  /// ```
  static let spirals = Generator(
    name: "spirals", summary: "arms that wind around each other; the hardest of the small sets",
    options: [
      .points(), .noise(0.02),
      .whole("classes", 2, 2...10, "how many arms there are, each a class"),
      .number("turns", 1.5, 0...10, "how often an arm winds around the middle"),
      .imbalance(),
    ]
  ) { settings throws(DatasetError) in
    try settings.requireAPointPerClass()
    let (classes, turns) = (settings.whole("classes"), settings["turns"])
    let shares = try settings.shares(among: classes)
    var points = PointSet(of: settings)
    for number in 0..<classes {
      for index in 1...shares[number] {
        let radius = Double(index) / Double(shares[number])
        let turned = turns * radius + Double(number) / Double(classes)
        try points.append(
          x: radius * ElementaryMath.cos(2 * Double.pi * turned),
          y: radius * ElementaryMath.sin(2 * Double.pi * turned), class: number)
      }
    }
    return try points.dataset(settings, classCount: classes)
  }
}
