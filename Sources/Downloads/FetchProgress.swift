/// How far a download is.
public struct FetchProgress: Equatable, Sendable {
  /// The bytes of the file that are on disk, those of an earlier attempt included.
  public let received: Int64
  /// The size of the whole file in bytes; nil as long as the server has not told it.
  public let total: Int64?

  public init(received: Int64, total: Int64?) {
    self.received = received
    self.total = total
  }
}
