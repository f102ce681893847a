import TensorEngine

/// The options of a generator with their values, and the streams of its seed.
struct GeneratorSettings: Sendable {
  let generator: String
  let seed: UInt64
  let names: [String]
  let values: [Double]
  /// What calls the drawing off; the rest is then anything.
  var interruption = Interruption.never

  /// The value of an option; the name must be in the generator's table.
  subscript(name: String) -> Double {
    guard let index = names.firstIndex(of: name) else {
      preconditionFailure("\(generator) has no option \(name) in its table")
    }
    return values[index]
  }

  /// The value of a whole option.
  func whole(_ name: String) -> Int { Int(self[name]) }

  /// A random stream of this generator: `data/circles`, `data/circles/order`.
  func stream(_ part: String? = nil) -> RandomStream {
    let name = "data/\(generator)" + (part.map { "/\($0)" } ?? "")
    return RandomStream(seed: seed, name: name)
  }

  /// How many of the points each class has.
  func shares(among classes: Int = 2) throws(DatasetError) -> [Int] {
    try shares(of: whole("points"), among: classes)
  }

  /// How many of some examples each class has.
  ///
  /// ```
  /// imbalance s > 0   second class floor(count * s + 1/2), the others as equal as possible
  /// imbalance 0       all as equal as possible
  /// ```
  ///
  /// - Throws: `DatasetError` about the option `imbalance` if it leaves a class without an example.
  func shares(of count: Int, among classes: Int) throws(DatasetError) -> [Int] {
    let share = self["imbalance"]
    guard share > 0 else { return PointSet.shares(of: count, among: classes) }
    let second = Int((Double(count) * share + 0.5).rounded(.down))
    var shares = PointSet.shares(of: count - second, among: classes - 1)
    shares.insert(second, at: 1)
    guard shares.allSatisfy({ $0 > 0 }) else {
      throw DatasetError(
        file: generator, option: "imbalance",
        .generator(.emptyClass(share: share, exampleCount: count)))
    }
    return shares
  }

  /// - Throws: `DatasetError` if a class would have no point.
  func requireAPointPerClass() throws(DatasetError) {
    let (points, classes) = (whole("points"), whole("classes"))
    guard classes <= points else {
      throw DatasetError(
        file: generator, option: "classes",
        .generator(.fewerPointsThanClasses(points: points, classes: classes)))
    }
  }
}
