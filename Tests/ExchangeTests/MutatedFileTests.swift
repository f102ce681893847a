import Datasets
import SeededRandom
import Testing

@testable import Exchange

/// Files from elsewhere are hostile: whatever is in them, they are read or refused.
@Suite("Mutated files of Keras")
struct MutatedFileTests {
  @Test("no mutated file breaks the reading", arguments: ["table.keras", "image.h5", "old.h5"])
  func files(_ name: String) throws {
    let original = try Fixtures.file(name).bytes
    var generator = SeededGenerator(seed: 7)
    var loaded = 0
    for _ in 0..<LongRun.count(150, long: 3000) {
      let file = FileBytes(name: name, bytes: mutated(original, &generator))
      // The looking reads all that loading reads, and more.
      let contents = try? FileContents(ofKeras: file)
      let network = try? KerasFile.network(of: file, seed: 0)
      if network != nil {
        loaded += 1
        #expect(contents?.problem == nil)
      }
    }
    #expect(loaded > 0, "no mutation was harmless")
  }

  @Test("no mutated HDF5 within an intact archive breaks the reading")
  func members() throws {
    let entries = try ZipArchive.entries(
      of: Fixtures.file("table.keras"), limit: 1 << 20, memberLimit: 10)
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<LongRun.count(150, long: 3000) {
      let place = generator.below(entries.count)
      let files = entries.enumerated().map { index, entry in
        (name: entry.name, bytes: index == place ? mutated(entry.bytes, &generator) : entry.bytes)
      }
      let file = FileBytes(name: "x", bytes: try ZipArchive.encoded(files))
      _ = try? FileContents(ofKeras: file)
      _ = try? KerasFile.network(of: file, seed: 0)
    }
  }

  /// Some bytes set, turned over, copied from elsewhere or cut off.
  private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<[1, 1, 2, 4, 16][generator.below(5)] {
      let place = generator.below(bytes.count)
      switch generator.below(5) {
      case 0: bytes[place] = UInt8(generator.below(256))
      case 1: bytes[place] ^= 1 << UInt8(generator.below(8))
      case 2: bytes[place] = [0, 0xFF, 0x7F, 0x80][generator.below(4)]
      case 3:
        let count = min([2, 4, 8][generator.below(3)], bytes.count - place)
        let source = generator.below(bytes.count - count + 1)
        for index in 0..<count { bytes[place + index] = bytes[source + index] }
      default:
        if generator.below(10) == 0 { bytes = Array(bytes[...place]) }
      }
    }
    return bytes
  }
}
