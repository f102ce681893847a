/// Fetches files over HTTP and lets none stand that is not the one that was expected.
///
/// A file grows as `NAME.part` beside its destination. An attempt that breaks off leaves it there,
/// and the next one asks the server for the rest only. When all bytes are here, their SHA-256 is
/// compared with the expected one, and only then does the file take its name.
package struct FileFetcher: Sendable {
  private let limits: TransferLimits

  /// A fetcher that connects to nothing before ``fetch(_:to:sha256:progress:isInterrupted:)``.
  package init(limits: TransferLimits = TransferLimits()) {
    self.limits = limits
  }

  /// Fetches `url` to `path`, making its folder where it is missing. A file that stands there
  /// already with the right digest is left as it is.
  ///
  /// - Parameters:
  ///   - sha256: the expected digest, 64 hexadecimal digits.
  ///   - progress: called many times a second while bytes come in.
  ///   - isInterrupted: asked at least once a second; true ends the transfer.
  /// - Throws: `FetchError`. After ``FetchError/cutOff(file:received:)``, `stalled` and
  ///   `interrupted` the same call goes on where this one stopped.
  package func fetch(
    _ url: String, to path: String, sha256: String,
    progress: @escaping (FetchProgress) -> Void, isInterrupted: @escaping () -> Bool
  ) throws(FetchError) {
    guard url.hasPrefix("http://") || url.hasPrefix("https://") else { throw .badAddress(url) }
    let expected = sha256.lowercased()
    if FileDigest.sha256(ofFile: path) == expected { return }

    try FilePath.makeFolder(FilePath.folder(of: path))
    let file = try PartialFile(for: path)
    func request() throws(FetchError) -> Transfer.Arrival {
      let transfer = try Transfer(
        limits: limits, file: file, progress: progress, isInterrupted: isInterrupted)
      return try transfer.perform(url)
    }

    // Nothing left, and still not the right file: what is here was never a part of it.
    if try request() == .nothingLeft, file.digest() != expected {
      file.clear()
      _ = try request()
    }

    let actual = file.digest()
    guard actual == expected else {
      file.clear()
      throw .wrongDigest(file: file.name, expected: expected, actual: actual ?? "unreadable")
    }
    try file.promote()
  }
}
