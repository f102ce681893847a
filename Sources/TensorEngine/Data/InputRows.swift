/// The memory of a data set's inputs while a plan reads from it: a pointer that is valid only
/// inside ``Examples/withInputRows(_:)`` or ``read(_:featureCount:_:)``.
public struct InputRows: @unchecked Sendable {
  enum Values {
    case floats(UnsafePointer<Float>?)
    case bytes(UnsafePointer<UInt8>?)
  }

  let values: Values
  /// The number of rows.
  public let rowCount: Int
  /// The number of features of each row.
  public let featureCount: Int
}

extension InputRows {
  /// Gives access to rows of floats, one after the other, without a copy; what is left over behind
  /// the last whole row is no row. The rows are valid only inside the call.
  public static func read<Result>(
    _ values: [Float], featureCount: Int, _ body: (InputRows) -> Result
  ) -> Result {
    values.withUnsafeBufferPointer { buffer in
      body(
        InputRows(
          values: .floats(buffer.baseAddress), rowCount: buffer.count / max(1, featureCount),
          featureCount: featureCount))
    }
  }

  /// Where the rows from one on lie, one after the other; nil where they are not floats.
  public func floats(fromRow row: Int) -> UnsafePointer<Float>? {
    guard case .floats(let base) = values else { return nil }
    return base.map { $0 + row * featureCount }
  }

  /// Some of the rows, which must be among them.
  public subscript(range: Range<Int>) -> InputRows {
    precondition(range.lowerBound >= 0 && range.upperBound <= rowCount, "rows that are not there")
    let first = range.lowerBound * featureCount
    let values: Values =
      switch values {
      case .floats(let base): .floats(base.map { $0 + first })
      case .bytes(let base): .bytes(base.map { $0 + first })
      }
    return InputRows(values: values, rowCount: range.count, featureCount: featureCount)
  }
}

extension Examples {
  /// Gives access to the inputs without a copy, for gathering batches with ``gatheredScaling``.
  public func withInputRows<Result, Failure: Error>(
    _ body: (InputRows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch inputs {
    case .floats(let values):
      try values.withUnsafeBufferPointer { buffer throws(Failure) in
        try body(rows(.floats(buffer.baseAddress)))
      }
    case .doubles:
      try prepared.withUnsafeBufferPointer { buffer throws(Failure) in
        try body(rows(.floats(buffer.baseAddress)))
      }
    case .bytes(let values):
      try values.withUnsafeBufferPointer { buffer throws(Failure) in
        try body(rows(.bytes(buffer.baseAddress)))
      }
    }
  }

  private func rows(_ values: InputRows.Values) -> InputRows {
    InputRows(values: values, rowCount: count, featureCount: featureCount)
  }
}
