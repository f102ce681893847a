import TensorEngine

/// Points along a curve `y = f(x)`, evenly spaced over -1 to 1, for regressions.
enum Curve {
  /// The data set of a curve: the noise is added to `y` alone, the points are shuffled.
  static func dataset(
    _ settings: GeneratorSettings, _ curve: (Double) -> Double
  ) throws(DatasetError) -> Dataset {
    let (count, noise) = (settings.whole("points"), settings["noise"])
    let pushes = settings.stream().normals(count: count)
    var inputs: [Float] = []
    var targets: [Float] = []
    var values: [Float] = []
    var watch = InterruptionWatch(settings.interruption)
    for row in settings.stream("order").permutation(count: count).map({ Int($0) }) {
      try watch.check(of: settings.generator)
      let x = count == 1 ? 0 : -1 + 2 * Double(row) / Double(count - 1)
      inputs.append(Float(x))
      targets.append(Float(curve(x) + noise * pushes[row]))
      values.append(Float(curve(x)))
    }
    var dataset = try Dataset(
      name: settings.generator, inputShape: [1], inputs: .floats(inputs),
      targets: .values(targets, width: 1), exampleKind: .point, featureNames: ["x"],
      classNames: [], targetName: "y")
    dataset.origin = .values(values, deviation: noise)
    return dataset
  }
}

extension Generator {
  private static let noise = GeneratorOption.noise(
    0.1, "standard deviation of the normal noise added to y")

  /// A straight line: `y = slope x + intercept + noise`, x evenly spaced over -1 to 1.
  static let line = Generator(
    name: "line", summary: "a straight line with noise, for regression",
    options: [
      .points(least: 1), noise,
      .number("slope", 1, -1000...1000, "slope of the line"),
      .number("intercept", 0, -1000...1000, "height of the line at x = 0"),
    ]
  ) { settings throws(DatasetError) in
    let (slope, intercept) = (settings["slope"], settings["intercept"])
    return try Curve.dataset(settings) { slope * $0 + intercept }
  }

  /// A sine wave: `y = sin(2 pi waves x) + noise`, x evenly spaced over -1 to 1.
  static let waves = Generator(
    name: "waves", summary: "a sine wave with noise, for regression",
    options: [
      .points(least: 1), noise,
      .number("waves", 1, 0...100, "periods per unit of x"),
    ]
  ) { settings throws(DatasetError) in
    let turn = 2 * Double.pi * settings["waves"]
    return try Curve.dataset(settings) { ElementaryMath.sin(turn * $0) }
  }
}
