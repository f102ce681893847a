/// The epochs of one or more training runs, in order.
public struct History: Hashable, Codable, Sendable {
  /// One record for each completed epoch, the earliest first.
  public var records: [EpochRecord]

  /// Makes a history, by default one without epochs.
  public init(records: [EpochRecord] = []) {
    self.records = records
  }

  /// The latest epoch; nil before the first one is complete.
  public var last: EpochRecord? { records.last }

  /// The epochs of both, this one's first.
  public mutating func append(_ other: History) {
    records.append(contentsOf: other.records)
  }
}
