import TensorEngine

/// Points in the plane and the classes that they belong to, while they are being drawn.
///
/// Noise and order have streams of their own, so that more noise moves the same points further
/// along the same way.
struct PointSet {
  private let generator: String
  private var watch: InterruptionWatch
  private var coordinates: [Double] = []
  private var classes: [Int32] = []

  /// Begins without points.
  init(of settings: GeneratorSettings) {
    generator = settings.generator
    watch = InterruptionWatch(settings.interruption)
  }

  /// Adds a point of a class.
  ///
  /// - Throws: `DatasetError` where the drawing is called off.
  mutating func append(x: Double, y: Double, class number: Int) throws(DatasetError) {
    try watch.check(of: generator)
    coordinates.append(x)
    coordinates.append(y)
    classes.append(Int32(number))
  }

  /// Adds the noise, shuffles the points and makes them a data set.
  func dataset(
    _ settings: GeneratorSettings, classCount: Int = 2
  ) throws(DatasetError) -> Dataset {
    let count = classes.count
    let noise = settings["noise"]
    let pushes = settings.stream().normals(count: 2 * count)
    var inputs: [Float] = []
    var targets: [Int32] = []
    var places: [Float] = []
    inputs.reserveCapacity(2 * count)
    targets.reserveCapacity(count)
    var watch = watch
    for row in settings.stream("order").permutation(count: count).map({ Int($0) }) {
      try watch.check(of: generator)
      inputs.append(Float(coordinates[2 * row] + noise * pushes[2 * row]))
      inputs.append(Float(coordinates[2 * row + 1] + noise * pushes[2 * row + 1]))
      targets.append(classes[row])
      places += [Float(coordinates[2 * row]), Float(coordinates[2 * row + 1])]
    }
    var dataset = try Dataset(
      name: settings.generator, inputShape: [2], inputs: .floats(inputs),
      targets: .classes(targets, count: classCount), exampleKind: .point,
      featureNames: ["x1", "x2"], classNames: (0..<classCount).map { "\($0)" },
      targetName: "class")
    dataset.origin = .places(places, classes: targets, count: classCount, deviation: noise)
    return dataset
  }

  /// How many of a number of points fall to each class: as equal as possible, the last classes
  /// get one more.
  static func shares(of count: Int, among classes: Int) -> [Int] {
    (1...classes).map { $0 * count / classes - ($0 - 1) * count / classes }
  }
}
