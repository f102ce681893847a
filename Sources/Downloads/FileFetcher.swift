/// Fetches files over HTTP and lets none stand that is not the one that was expected.
///
/// A file grows as `NAME.part` beside its destination. An attempt that breaks off leaves it there,
/// and the next one asks the server for the rest only. When all bytes are here, their SHA-256 is
/// compared with the expected one, and only then does the file take its name.
package struct FileFetcher: Sendable {
  /// How often a server may send on.
  private static let redirectLimit = 5

  private let limits: TransferLimits

  /// A fetcher that connects to nothing before ``fetch(_:to:sha256:progress:isInterrupted:)``.
  package init(limits: TransferLimits = TransferLimits()) {
    self.limits = limits
  }

  /// Fetches `url` to `path`, making its folder where it is missing. A file that stands there
  /// already with the right digest is left as it is.
  ///
  /// The server may send on to another place on the same host, not to another host, nor from https
  /// to http.
  ///
  /// - Parameters:
  ///   - size: the file's length in bytes; never are more written, and the disk is asked for the room
  ///     before the server is asked for the file.
  ///   - sha256: the expected digest, 64 hexadecimal digits.
  ///   - progress: called many times a second while bytes come in.
  ///   - isInterrupted: asked many times a second; true ends the transfer.
  /// - Throws: `FetchError`. After ``FetchError/cutOff(file:received:)``, `stalled` and
  ///   `interrupted` the same call goes on where this one stopped.
  package func fetch(
    _ url: String, to path: String, size: Int64, sha256: String,
    progress: @escaping (FetchProgress) -> Void, isInterrupted: @escaping () -> Bool
  ) throws(FetchError) {
    guard let address = WebAddress(url) else { throw .badAddress(url) }
    let expected = sha256.lowercased()
    if FileDigest.sha256(ofFile: path) == expected { return }

    try FilePath.makeFolder(FilePath.folder(of: path))
    let file = try PartialFile(for: path, size: size)
    try file.checkRoom()
    func request() throws(FetchError) -> Transfer.Arrival {
      try arrival(from: url, address, into: file, progress, isInterrupted)
    }

    // Nothing left, and still not the right file: what is here was never a part of it.
    if case .nothingLeft = try request(), file.digest() != expected {
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
  /// Asks for the file, where the server says it is.
  private func arrival(
    from url: String, _ first: WebAddress, into file: PartialFile,
    _ progress: @escaping (FetchProgress) -> Void, _ isInterrupted: @escaping () -> Bool
  ) throws(FetchError) -> Transfer.Arrival {
    var url = url
    for _ in 0...FileFetcher.redirectLimit {
      let transfer = try Transfer(
        limits: limits, file: file, progress: progress, isInterrupted: isInterrupted)
      let arrival: Transfer.Arrival
      do {
        arrival = try transfer.perform(url)
      } catch {
        if case .tooLong = error { file.clear() }
        throw error
      }
      guard case .sentOn(let next) = arrival else { return arrival }
      guard let address = WebAddress(next) else { break }
      guard address.host == first.host else {
        throw .sentOn(file: file.name, host: address.host)
      }
      guard first.maySendOn(to: address) else { break }
      url = next
    }
    throw .sentAround(file: file.name)
  }
}
