import TensorEngine

/// The options of a generator with their values, and the streams of its seed.
struct GeneratorSettings: Sendable {
  let generator: String
  let seed: UInt64
  let names: [String]
  let values: [Double]

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

  /// - Throws: `DatasetError` if a class would have no point.
  func requireAPointPerClass() throws(DatasetError) {
    let (points, classes) = (whole("points"), whole("classes"))
    guard classes <= points else {
      throw DatasetError(
        file: generator, option: "classes",
        problem: "\(classes) classes need at least \(classes) points, but there are \(points)",
        hint: "ask for more points, or for fewer classes")
    }
  }
}
