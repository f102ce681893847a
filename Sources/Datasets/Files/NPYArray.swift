public import TensorEngine

/// An array of NumPy's: a shape and its values in row-major order.
public struct NPYArray: Equatable, Sendable {
  /// The values, by what the file holds.
  public enum Values: Equatable, Sendable {
    /// `uint8` and `bool`.
    case bytes([UInt8])
    /// The other integers; a `uint64` above the largest `Int` is refused.
    case integers([Int])
    /// `float16` and `float32`.
    case floats([Float])
    /// `float64`.
    case doubles([Double])
    /// Texts: `str` and `bytes`.
    case texts([String])
  }

  /// The sizes of the dimensions; none for a single value.
  public var shape: Shape
  /// As many values as the shape has.
  public var values: Values

  init(shape: Shape, values: Values) {
    self.shape = shape
    self.values = values
  }

  /// The array of a tensor's values.
  public init(_ tensor: Tensor) {
    self.init(shape: tensor.shape, values: .floats(tensor.elements))
  }

  /// The values as doubles; nil for texts.
  var numbers: [Double]? {
    switch values {
    case .bytes(let bytes): bytes.mapUntilCalledOff(else: 0) { Double($0) }
    case .integers(let integers): integers.mapUntilCalledOff(else: 0) { Double($0) }
    case .floats(let floats): floats.mapUntilCalledOff(else: 0) { Double($0) }
    case .doubles(let doubles): doubles
    case .texts: nil
    }
  }

  /// The values rounded to 32 bits.
  ///
  /// - Throws: `DatasetError` for texts.
  public func tensor(file: String, _ name: String) throws(DatasetError) -> Tensor {
    switch values {
    case .floats(let floats): return Tensor(shape: shape, elements: floats)
    default:
      guard let numbers else {
        throw DatasetError(file: file, .npy(.textsInsteadOfNumbers(name: name)))
      }
      return Tensor(
        shape: shape,
        elements: try numbers.map(orThrow: DatasetError.interrupted(file)) { Float($0) })
    }
  }
}
