import TensorEngine
import Testing

@testable import Exchange

@Suite("Files of HDF5")
struct HDF5Tests {
  @Test(
    "the checksum is that of lookup3.c, whose own tests give these numbers",
    arguments: [
      ("", 0xDEAD_BEEF), ("Four score and seven years ago", 0x1777_0551),
    ])
  func checksum(_ text: String, _ expected: UInt32) {
    #expect(Lookup3.checksum(Array(text.utf8)) == expected)
  }

  @Test("what is written is read: groups, numbers, texts, many names")
  func roundTrip() throws {
    var root = HDF5Writer.WrittenGroup()
    root.addText("one", "text with ä")
    root.addTexts("list", ["a", "", "longer"])
    root.addTexts("empty", [])
    for index in 0..<300 {
      let tensor = Tensor(shape: [2, index % 3], repeating: Float(index))
      var group = HDF5Writer.WrittenGroup()
      group.members.append(.init(name: "numbers", object: .tensor(tensor)))
      root = root.adding("group \(index)", group)
    }
    let bytes = try HDF5Writer.bytes(of: root)
    let tree = try HDF5Tree(reading: bytes).root
    #expect(tree.texts("one") == ["text with ä"])
    #expect(tree.texts("list") == ["a", "", "longer"])
    #expect(tree.texts("empty") == [])
    #expect(tree.members.count == 300)
    for index in 0..<300 {
      guard case .data(let set) = tree.object(at: "group \(index)/numbers") else {
        Issue.record("group \(index) is missing")
        continue
      }
      #expect(set.shape == [2, index % 3])
      let floats = HDF5Numbers.floats(in: bytes, at: set.place, size: 4)
      #expect(floats == [Float](repeating: Float(index), count: 2 * (index % 3)))
    }
  }

  @Test("a changed byte of a header is noticed, by its checksum or before")
  func damage() throws {
    var group = HDF5Writer.WrittenGroup()
    group.addText("name", "dense")
    let bytes = try HDF5Writer.bytes(of: HDF5Writer.WrittenGroup().adding("layers", group))
    for index in bytes.indices {
      // Between two blocks stand bytes that nothing reads.
      var changed = bytes
      changed[index] ^= 0x10
      let tree = try? HDF5Tree(reading: changed)
      #expect(tree == nil || bytes[index] == 0, "byte \(index)")
    }
  }

  @Test("texts that no message can hold are refused when they are written")
  func longText() {
    var root = HDF5Writer.WrittenGroup()
    root.addText("model", String(repeating: "x", count: 70_000))
    #expect(throws: HDF5Fault.tooMany("texts of model")) { try HDF5Writer.bytes(of: root) }
  }
}
