/// What the network should answer for each example.
public enum Targets: Sendable, Equatable {
  /// Class numbers `0 ..< count`, one for each row: `[N]`.
  case classes([Int32], count: Int)
  /// Numbers, `width` for each row: `[N, width]`.
  case values([Float], width: Int)

  /// The number of rows; 0 when `width` is not positive.
  public var rowCount: Int {
    switch self {
    case .classes(let classes, _): classes.count
    case .values(let values, let width): width > 0 ? values.count / width : 0
    }
  }

  /// The target of a row as numbers: that of its class, or its `width` values; `row` is in
  /// `0 ..< rowCount`.
  public func numbers(ofRow row: Int) -> [Double] {
    switch self {
    case .classes(let classes, _): [Double(classes[row])]
    case .values(let values, let width):
      values[row * width..<(row + 1) * width].map { Double($0) }
    }
  }
}
