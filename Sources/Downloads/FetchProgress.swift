/// How far a download is.
package struct FetchProgress: Equatable, Sendable {
  /// The bytes of the file that are on disk, those of an earlier attempt included.
  package let received: Int64
  /// The size of the whole file in bytes; nil as long as the server has not told it.
  package let total: Int64?

  /// A moment of a download, both figures in bytes.
  package init(received: Int64, total: Int64?) {
    self.received = received
    self.total = total
  }
}
