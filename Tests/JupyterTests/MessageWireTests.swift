import Fuzzing
import JSON
import SeededRandom
import Testing

@testable import Jupyter

@Suite("Messages on the wire")
struct MessageWireTests {
  private static let key = Array("a0436f6c-1916-498b-8eb9-e81ab9368e84".utf8)

  private static let message: KernelMessage = {
    var message = KernelMessage(
      header: ["msg_id": "1", "msg_type": "execute_request", "session": "s"],
      content: ["code": "print 1", "silent": false])
    message.identities = [[1, 2], [0]]
    message.buffers = [[9], []]
    return message
  }()

  private static func fault(_ parts: [[UInt8]], _ wire: MessageWire) -> MessageWire.Fault? {
    do throws(MessageWire.Fault) {
      _ = try wire.message(of: parts)
      return nil
    } catch {
      return error
    }
  }

  // RFC 4231, test cases 1, 2, 3 and 6.
  @Test("are signed as the standard's examples are")
  func signatures() {
    let cases: [(key: [UInt8], text: [UInt8], digest: String)] = [
      (
        [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ]
    for one in cases {
      let halves = [Array(one.text.prefix(3)), Array(one.text.dropFirst(3))]
      let signature = MessageSignature(key: one.key).of(halves)
      #expect(String(decoding: signature, as: UTF8.self) == one.digest)
    }
  }

  @Test("come back as they were sent, signed and not")
  func roundTrips() throws {
    for key in [Self.key, []] {
      let parts = MessageWire(key: key).parts(of: Self.message)
      #expect(parts[2] == Array("<IDS|MSG>".utf8) && parts[3].count == (key.isEmpty ? 0 : 64))
      #expect(try MessageWire(key: key).message(of: parts) == Self.message)
    }
  }

  @Test("are heeded once, and only with the signature of their own")
  func refusals() {
    let parts = MessageWire(key: Self.key).parts(of: Self.message)
    let wire = MessageWire(key: Self.key)
    #expect(Self.fault(parts, MessageWire(key: [1])) == .badSignature)
    var other = parts
    other[7][2] ^= 1
    #expect(Self.fault(other, wire) == .badSignature)
    other = parts
    other[3] = []
    #expect(Self.fault(other, wire) == .badSignature)
    #expect(Self.fault(parts, wire) == nil)
    #expect(Self.fault(parts, wire) == .repeated)
    #expect(Self.fault(Array(parts.dropFirst(3)), wire) == .noMark)
    #expect(Self.fault(Array(parts.prefix(7)), wire) == .cutOff)
    #expect(Self.fault([], wire) == .noMark)
    let open = MessageWire(key: [])
    #expect(Self.fault(parts, open) == nil && Self.fault(parts, open) == nil)
    other = parts
    other[4] = Array("[]".utf8)
    #expect(Self.fault(other, open) == .noObject)
    other[4] = Array("{}".utf8)
    #expect(Self.fault(other, open) == .noType)
  }

  @Test("that are damaged are refused, whatever is damaged in them")
  func mutated() {
    let wire = MessageWire(key: Self.key)
    let whole = MessageWire(key: Self.key).parts(of: Self.message)
    var taken = 0
    for number in 0..<LongRun.count(300, long: 2_000) {
      var random = SeededGenerator(seed: UInt64(number))
      var parts = whole
      let place = random.below(6) + 2
      parts[place] = Mutator([parts[place]], longest: 500).input(number, seed: 3)
      if parts != whole, Self.fault(parts, wire) == nil { taken += 1 }
    }
    #expect(taken == 0)
  }

  @Test("without a signature are read or refused, however they are damaged")
  func unsigned() {
    let wire = MessageWire(key: [])
    let whole = wire.parts(of: Self.message)
    var read = 0
    for number in 0..<LongRun.count(300, long: 2_000) {
      var parts = whole
      let place = number % parts.count
      parts[place] = Mutator([parts[place]], longest: 500).input(number, seed: 4)
      if Self.fault(parts, wire) == nil { read += 1 }
    }
    #expect(read > 20)
  }

  @Test("are known again among tens of thousands")
  func memory() {
    var seen = SeenSignatures()
    let count = SeenSignatures.memory
    let signatures = (0..<count + 10).map { Array(String($0).utf8) }
    #expect(signatures.allSatisfy { seen.note($0) })
    #expect(signatures.suffix(count).allSatisfy { !seen.note($0) })
  }
}
