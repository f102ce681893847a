import Datasets
import TensorEngine
import Testing

@Suite("CSV of any bytes")
struct CSVFuzzTests {
  private static let seed = Array("a,\"b \"\"\",c\r\n1,2.5,x\n-3e2,\"4\",y\n;\t5,.6,é\n".utf8)

  @Test("loads or is refused, and never stops the program", arguments: 0..<20)
  func anyBytes(round: Int) {
    for attempt in 0..<100 {
      let words = RandomStream(seed: 7, name: "csv/\(round)/\(attempt)").words(count: 24)
      var bytes = Self.seed
      for edit in stride(from: 0, to: Int(words[0] % 8) * 3, by: 3) {
        let place = Int(words[edit + 1]) % bytes.count
        switch words[edit + 2] % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: words[edit + 3])
        case 1: bytes.insert(Self.seed[Int(words[edit + 3]) % Self.seed.count], at: place)
        default: bytes.removeSubrange(place..<min(place + 3, bytes.count - 1))
        }
      }
      check(bytes)
    }
  }

  @Test("cut off at any byte loads or is refused")
  func cutOff() {
    for length in 0...Self.seed.count { check(Array(Self.seed.prefix(length))) }
  }

  private func check(_ bytes: [UInt8]) {
    do {
      let data = try CSV.dataset(FileBytes(name: "t.csv", bytes: bytes))
      #expect(data.floats.count == data.examples.count * data.featureNames.count)
      #expect(data.floats.allSatisfy { $0.isFinite })
    } catch {
      #expect(error.file == "t.csv")
      #expect(!error.problem.isEmpty)
    }
  }
}
