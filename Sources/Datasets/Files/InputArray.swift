import TensorEngine

/// The inputs of a data set, from arrays whose first dimension counts the examples.
enum InputArray {
  static let largestMagnitude = 1e30
  private static let largestSide = 4096
  private static let mostFeatures = 1_000_000

  /// The shape of one example.
  ///
  /// - Throws: `DatasetError` for arrays of texts, without examples, or of another rank than 1 to 4.
  static func shape(of array: NPYArray, file: String) throws(DatasetError) -> Shape {
    let sizes = array.shape.dimensions
    if case .texts = array.values {
      throw DatasetError(file: file, problem: "it holds texts, but inputs are numbers")
    }
    guard (1...4).contains(sizes.count) else {
      throw DatasetError(
        file: file,
        problem: "it is \(array.shape), but inputs are [N, D] or images [N, H, W] or [N, H, W, C]")
    }
    guard sizes[0] > 0 else { throw DatasetError(file: file, problem: "it holds no example") }
    guard sizes.count > 2 else {
      let width = sizes.count == 1 ? 1 : sizes[1]
      guard (1...mostFeatures).contains(width) else {
        throw DatasetError(
          file: file,
          problem: "its examples have \(width) features, and 1 to 1,000,000 can be read")
      }
      return [width]
    }
    let image = Shape(Array(sizes[1...]) + (sizes.count == 3 ? [1] : []))
    guard image.dimensions.allSatisfy({ (1...largestSide).contains($0) }),
      image.dimensions[2] <= 1024
    else {
      throw DatasetError(
        file: file,
        problem: "its images are \(image): 1 to \(largestSide) pixels a side can be read")
    }
    return image
  }

  /// The values of all arrays, one after the other: those of a table in double precision.
  ///
  /// - Throws: `DatasetError` for the first value that is no finite number of a usual size.
  static func inputs(
    _ arrays: [NPYArray], shape: Shape, file: String
  ) throws(DatasetError) -> Inputs {
    if shape.rank == 3 {
      var bytes: [UInt8] = []
      let areBytes = arrays.allSatisfy { array in
        guard case .bytes(let values) = array.values else { return false }
        bytes += values
        return true
      }
      if areBytes { return .bytes(bytes) }
    }
    var values: [Double] = []
    for array in arrays {
      let numbers = array.numbers ?? []
      if let wrong = numbers.firstIndex(where: { !($0.magnitude <= largestMagnitude) }) {
        throw DatasetError(
          file: file,
          problem: "example \(wrong / shape.count + 1) holds \(numbers[wrong]), which is "
            + (numbers[wrong].isFinite ? "too large: numbers go up to 1e30" : "no finite number"))
      }
      values += numbers
    }
    return shape.rank == 3 ? .floats(values.map { Float($0) }) : .doubles(values)
  }
}
