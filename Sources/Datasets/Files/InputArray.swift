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
      throw DatasetError(file: file, .array(.textInputs))
    }
    guard (1...4).contains(sizes.count) else {
      throw DatasetError(file: file, .array(.inputShape(array.shape)))
    }
    guard sizes[0] > 0 else { throw DatasetError(file: file, .array(.noExamples)) }
    guard sizes.count > 2 else {
      let width = sizes.count == 1 ? 1 : sizes[1]
      guard (1...mostFeatures).contains(width) else {
        throw DatasetError(file: file, .array(.featureCount(width, most: mostFeatures)))
      }
      return [width]
    }
    let image = Shape(Array(sizes[1...]) + (sizes.count == 3 ? [1] : []))
    guard image.dimensions.allSatisfy({ (1...largestSide).contains($0) }),
      image.dimensions[2] <= 1024
    else { throw DatasetError(file: file, .array(.imageShape(image, largestSide: largestSide))) }
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
      if Interruption.current.isAsked() { throw .interrupted(file) }
      if let wrong = numbers.firstIndex(where: { !($0.magnitude <= largestMagnitude) }) {
        throw DatasetError(
          file: file, .array(.input(numbers[wrong], example: wrong / shape.count + 1)))
      }
      values += numbers
    }
    return shape.rank == 3
      ? .floats(try values.map(orThrow: DatasetError.interrupted(file)) { Float($0) })
      : .doubles(values)
  }
}
