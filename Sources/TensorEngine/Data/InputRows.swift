/// The memory of a data set's inputs while a plan reads from it: a pointer that is valid only
/// inside ``Examples/withInputRows(_:)``.
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
  /// Rows of floats, one after the other, for memory that the caller keeps alive; what is left
  /// over behind the last whole row is no row.
  public init(_ values: UnsafeBufferPointer<Float>, featureCount: Int) {
    self.init(
      values: .floats(values.baseAddress), rowCount: values.count / max(1, featureCount),
      featureCount: featureCount)
  }
}

extension Examples {
  /// Gives access to the raw inputs without a copy, for gathering batches.
  public func withInputRows<Result, Failure: Error>(
    _ body: (InputRows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch inputs {
    case .floats(let values):
      try values.withUnsafeBufferPointer { buffer throws(Failure) in
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
