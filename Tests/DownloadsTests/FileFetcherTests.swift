import Foundation
import LocalServer
import Testing

@testable import Downloads

@Suite("File fetcher", .timeLimit(.minutes(15)))
struct FileFetcherTests {
  private let folder = TemporaryFolder()
  private let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 256) }
  // sha256sum of the same bytes, made with Python's hashlib.
  private let digest = "7746f603692a686cd64102485f55a005fd9521e026974d885676c0a486c0b2ae"

  private var path: String { folder.path + "/data/digits.gz" }
  private var part: String { path + ".part" }

  private func fetch(
    _ server: LocalServer, _ name: String = "/digits.gz", size: Int64 = 300_000,
    sha256: String? = nil,
    progress: @escaping (FetchProgress) -> Void = { _ in },
    isInterrupted: @escaping () -> Bool = { false }
  ) throws(FetchError) {
    let limits = TransferLimits(connectSeconds: 5, silentSeconds: 1)
    try FileFetcher(limits: limits).fetch(
      server.url(name), to: path, size: size, sha256: sha256 ?? digest,
      progress: progress, isInterrupted: isInterrupted)
  }

  private func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/data", withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  @Test("brings a whole file and makes its folder")
  func whole() throws {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    var last: FetchProgress?
    try fetch(server, progress: { last = $0 })
    #expect(bytes(path) == content)
    #expect(bytes(part) == nil)
    #expect(last == FetchProgress(received: 300_000, total: 300_000))
  }

  @Test("leaves a file alone that is already the right one")
  func alreadyThere() throws {
    let server = LocalServer([:])
    defer { server.stop() }
    try write(content, to: path)
    try fetch(server)
    #expect(server.ranges.isEmpty)
  }

  @Test("goes on where the server hung up")
  func resumed() throws {
    let server = LocalServer(["/digits.gz": .cut(content, after: 100_000)])
    defer { server.stop() }
    #expect(throws: FetchError.cutOff(file: "digits.gz", received: 100_000)) {
      try fetch(server)
    }
    #expect(bytes(path) == nil)
    #expect(bytes(part) == Array(content[..<100_000]))

    var first: FetchProgress?
    try fetch(server, progress: { first = first ?? $0 })
    #expect(server.ranges == [nil, "bytes=100000-"])
    #expect(bytes(path) == content)
    #expect(bytes(part) == nil)
    let progress = try #require(first)
    #expect(progress.received > 100_000)
    #expect(progress.total == 300_000)
  }

  @Test("starts anew where the server sends the whole file instead of the rest")
  func rangeIgnored() throws {
    let server = LocalServer(["/digits.gz": .wholeOnly(content)])
    defer { server.stop() }
    try write(content[..<5000], to: part)
    try fetch(server)
    #expect(server.ranges == ["bytes=5000-"])
    #expect(bytes(path) == content)
  }

  @Test("takes a part that was already complete")
  func completePart() throws {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    try write(content, to: part)
    try fetch(server)
    #expect(server.ranges == ["bytes=300000-"])
    #expect(bytes(path) == content)
  }

  @Test("starts anew where the part is longer than the file")
  func foreignPart() throws {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    try write(content + [1, 2, 3], to: part)
    try fetch(server)
    #expect(server.ranges == [nil])
    #expect(bytes(path) == content)
  }

  @Test("throws away a file with another digest, and what stood there stays")
  func wrongDigest() throws {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    try write([7], to: path)
    let other = String(repeating: "0", count: 64)
    #expect(
      throws: FetchError.wrongDigest(file: "digits.gz", expected: other, actual: digest)
    ) {
      try fetch(server, sha256: other)
    }
    #expect(bytes(path) == [7])
    #expect(bytes(part) == nil)
  }

  @Test("says that the server has no such file and leaves nothing behind")
  func notFound() {
    let server = LocalServer([:])
    defer { server.stop() }
    #expect(throws: FetchError.refused(file: "digits.gz", status: 404)) { try fetch(server) }
    #expect(bytes(part) == nil)
    #expect(bytes(path) == nil)
  }

  @Test("starts anew where a part of the right length is another file")
  func foreignPartOfTheLength() throws {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    try write(content.reversed(), to: part)
    try fetch(server)
    #expect(server.ranges == ["bytes=300000-", nil])
    #expect(bytes(path) == content)
  }

  @Test("takes no byte more than the file has, announced or not")
  func tooLong() throws {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    #expect(throws: FetchError.tooLong(file: "digits.gz", size: 299_999)) {
      try fetch(server, size: 299_999)
    }
    #expect(bytes(part) == nil)
    #expect(bytes(path) == nil)
  }

  @Test("asks the disk for room before it asks the server")
  func noRoom() {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    let size: Int64 = 1 << 60
    do {
      try fetch(server, size: size)
      Issue.record("no disk has so much room")
    } catch .noRoom(_, let needed, let free) {
      #expect(needed == size && free < size)
    } catch {
      Issue.record(error)
    }
    #expect(server.ranges.isEmpty)
    #expect(bytes(part) == nil)
  }

  @Test("does not go to another host unasked")
  func otherHost() {
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    let elsewhere = "http://user@localhost:\(server.port)/digits.gz"
    let first = LocalServer(["/old": .redirect(to: elsewhere)])
    defer { first.stop() }
    #expect(throws: FetchError.sentOn(file: "digits.gz", host: "localhost")) {
      try fetch(first, "/old")
    }
    #expect(server.ranges.isEmpty)
    #expect(bytes(part) == nil)
  }

  @Test(
    "is not sent around without end, nor to another protocol", arguments: ["/old", "ftp://a/b"])
  func sentAround(target: String) {
    let server = LocalServer(["/old": .redirect(to: target)])
    defer { server.stop() }
    #expect(throws: FetchError.sentAround(file: "digits.gz")) { try fetch(server, "/old") }
  }

  @Test("knows the host of an address, and from https goes to http never")
  func hosts() throws {
    func host(_ text: String) -> String? { WebAddress(text)?.host }
    #expect(host("https://A.example:8080/x@y") == "a.example")
    #expect(host("http://a@b?c@d") == "b")
    #expect(host("http://a.example\\@b/") == "a.example")
    #expect(host("https://[::1]:80/") == "[::1]")
    let safe = try #require(WebAddress("https://a/b"))
    let plain = try #require(WebAddress("HTTP://a/b"))
    #expect(!safe.maySendOn(to: plain))
    #expect(plain.maySendOn(to: safe) && plain.maySendOn(to: plain))
  }

  @Test("follows a redirect")
  func redirect() throws {
    let server = LocalServer([
      "/old": .redirect(to: "/digits.gz"), "/digits.gz": .bytes(content),
    ])
    defer { server.stop() }
    try fetch(server, "/old")
    #expect(bytes(path) == content)
  }

  @Test("gives up on a server that falls silent, and keeps what came")
  func silent() {
    let server = LocalServer(["/digits.gz": .silent(content, after: 1000)])
    defer { server.stop() }
    #expect(throws: FetchError.stalled(file: "digits.gz", seconds: 1)) { try fetch(server) }
    #expect(bytes(part) == Array(content[..<1000]))
  }

  @Test("stops when it is interrupted, and keeps what came")
  func interrupted() {
    let server = LocalServer(["/digits.gz": .silent(content, after: 1000)])
    defer { server.stop() }
    var hasBegun = false
    #expect(throws: FetchError.interrupted(file: "digits.gz", received: 1000)) {
      try fetch(server, progress: { _ in hasBegun = true }, isInterrupted: { hasBegun })
    }
    #expect(bytes(part) == Array(content[..<1000]))
  }

  @Test("says that nobody answers")
  func nobody() {
    let server = LocalServer([:])
    server.stop()
    #expect(
      throws: FetchError.unreachable(file: "digits.gz", reason: "Couldn't connect to server")
    ) {
      try fetch(server)
    }
  }

  @Test("takes no address but those of the web", arguments: ["file:///etc/passwd", "ftp://a/b"])
  func otherSchemes(address: String) {
    #expect(throws: FetchError.badAddress(address)) {
      try FileFetcher().fetch(
        address, to: path, size: 300_000, sha256: digest, progress: { _ in },
        isInterrupted: { false })
    }
  }

  @Test("says that another one is fetching the same file")
  func busy() throws {
    try write([], to: part)
    let other = try PartialFile(for: path, size: 300_000)
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    #expect(throws: FetchError.busy(file: "digits.gz")) { try fetch(server) }
    #expect(other.size == 0)
  }

  @Test("says that the disk refuses")
  func disk() throws {
    try write([], to: folder.path + "/data/file")
    let server = LocalServer(["/digits.gz": .bytes(content)])
    defer { server.stop() }
    #expect(throws: FetchError.disk(file: "digits.gz", reason: "Not a directory")) {
      try FileFetcher().fetch(
        server.url("/digits.gz"), to: folder.path + "/data/file/digits.gz", size: 300_000,
        sha256: digest, progress: { _ in }, isInterrupted: { false })
    }
  }
}
