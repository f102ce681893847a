/// The features of all examples, row after row: `[N, features]`.
public enum Inputs: Sendable, Equatable {
  /// Numbers as they were read or made.
  case floats([Float])
  /// Numbers in double precision, which become 32-bit when they are scaled; NaN where a value is
  /// missing.
  case doubles([Double])
  /// Grey values of images, which stay bytes until a batch is gathered.
  case bytes([UInt8])

  /// The number of values in all rows together.
  public var count: Int {
    switch self {
    case .floats(let values): values.count
    case .doubles(let values): values.count
    case .bytes(let values): values.count
    }
  }
}
