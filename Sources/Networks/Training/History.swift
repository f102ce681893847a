/// The epochs of one or more training runs, in order.
public struct History: Hashable, Codable, Sendable {
  public var records: [EpochRecord]

  public init(records: [EpochRecord] = []) {
    self.records = records
  }

  public var last: EpochRecord? { records.last }

  /// The epochs of both, this one's first.
  public mutating func append(_ other: History) {
    records.append(contentsOf: other.records)
  }
}
