import Networks
import Testing

@Suite("A history as bytes")
struct HistoryBytesTests {
  private static let numbers = [
    0, -0.0, 1.0 / 3, .greatestFiniteMagnitude, -.infinity, 1e-300, .leastNonzeroMagnitude,
  ]

  /// Records in which every figure that may be missing is there and is not.
  private static var history: History {
    History(
      records: (0..<64).map { index in
        func number(_ offset: Int) -> Double { numbers[(index + offset) % numbers.count] }
        var record = EpochRecord(
          epoch: index, step: index << 40, dataLoss: number(0), penalty: number(1),
          accuracy: index & 1 == 0 ? nil : number(2), validation: nil, learningRate: number(3))
        record.loss = number(4)
        record.validationLoss = index & 2 == 0 ? nil : number(5)
        record.validationDataLoss = index & 4 == 0 ? nil : number(6)
        record.validationAccuracy = index & 8 == 0 ? nil : number(7)
        return record
      })
  }

  @Test("comes back bit for bit, a zero's sign and a missing figure too")
  func bits() throws {
    let bytes = Self.history.bytes
    #expect(bytes.count == 64 * History.bytesOfEpoch)
    let read = try #require(History(bytes: bytes[...]))
    #expect(read == Self.history)
    #expect(read.bytes == bytes)
    #expect(zip(read.records, Self.history.records).allSatisfy { $0.loss.sign == $1.loss.sign })
    #expect(History(bytes: History().bytes[...]) == History())
  }

  @Test("is none where it is cut off, or counts what can't be")
  func refused() {
    let bytes = Self.history.bytes
    for count in 1..<200 where !count.isMultiple(of: History.bytesOfEpoch) {
      #expect(History(bytes: bytes.prefix(count)) == nil)
    }
    for place in [0, 8, 16] {
      var spoiled = bytes
      spoiled[place] = 0xFF
      #expect(History(bytes: spoiled[...]) == nil, "\(place)")
    }
  }
}
