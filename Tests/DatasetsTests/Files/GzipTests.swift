import Datasets
import Testing

@Suite("Gzip")
struct GzipTests {
  /// 200 times "overfit ", packed by Python's gzip module.
  private static let overfit: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xff, 0xcb, 0x2f, 0x4b, 0x2d, 0x4a,
    0xcb, 0x2c, 0x51, 0xc8, 0x1f, 0xa5, 0x47, 0xe9, 0x51, 0x7a, 0x94, 0x1e, 0xa5, 0x47, 0x69,
    0x12, 0x68, 0x00, 0x2c, 0x8f, 0xdd, 0xe6, 0x40, 0x06, 0x00, 0x00,
  ]
  private static let text = Array(String(repeating: "overfit ", count: 200).utf8)

  private func inflated(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [UInt8] {
    try Gzip.inflated(FileBytes(name: "t.gz", bytes: bytes), limit: limit)
  }

  @Test("unpacks what another program packed")
  func unpacks() throws {
    #expect(try inflated(Self.overfit) == Self.text)
  }

  @Test("unpacks members one after the other, and zeros behind them")
  func members() throws {
    let two = Self.overfit + StoredGzip.packed([1, 2, 3])
    #expect(try inflated(two) == Self.text + [1, 2, 3])
    #expect(try inflated(two + [0, 0, 0]) == Self.text + [1, 2, 3])
  }

  @Test("unpacks files of any size", arguments: [0, 1, 1023, 1024, 1025, 65_536, 300_000])
  func sizes(count: Int) throws {
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    #expect(try inflated(StoredGzip.packed(content)) == content)
  }

  @Test("refuses a file that is cut off, at every byte")
  func cutOff() {
    for length in 0..<Self.overfit.count {
      let error = failure { try inflated(Array(Self.overfit.prefix(length))) }
      #expect(error?.file == "t.gz")
      if length > 18 { #expect(error?.problem == "it ends too early: the file is cut off") }
    }
  }

  @Test("finds every flipped bit that matters")
  func flippedBits() {
    for bit in 0..<Self.overfit.count * 8 {
      var bytes = Self.overfit
      bytes[bit / 8] ^= 1 << (bit % 8)
      do {
        let found = try Gzip.inflated(FileBytes(name: "t.gz", bytes: bytes))
        #expect(found == Self.text, "bit \(bit)")
      } catch {
        #expect(!error.problem.isEmpty)
      }
    }
  }

  @Test("stops at the limit")
  func limit() throws {
    #expect(try inflated(Self.overfit, limit: 1600).count == 1600)
    let error = failure { try inflated(Self.overfit, limit: 1599) }
    #expect(error?.problem == "it unpacks to more than the 1599 bytes that are allowed")
  }

  @Test("refuses what is no gzip file")
  func notGzip() {
    #expect(failure { try inflated([]) }?.problem == "this is not a gzip file")
    #expect(failure { try inflated([1, 2, 3]) }?.problem == "this is not a gzip file")
    let error = failure { try inflated(Self.overfit + [7, 7]) }
    #expect(error?.problem == "2 bytes follow its end that are not gzip data")
    #expect(Gzip.isGzip(Self.overfit))
    #expect(!Gzip.isGzip([0x1f]))
  }
}
