import TensorEngine
import Testing

@Suite("Arena")
struct ArenaTests {
  @Test("gives every place its own zeroed memory on a boundary of 64 bytes")
  func places() throws {
    var layout = Arena.Layout()
    let first = layout.floats(17)
    let second = layout.integers(3)
    let third = layout.floats(1)
    #expect(layout.byteCount == 128 + 64 + 64)
    let arena = try Arena(layout)
    for address in [
      UInt(bitPattern: arena[first].base), UInt(bitPattern: arena[second].base),
      UInt(bitPattern: arena[third].base),
    ] {
      #expect(address % 64 == 0)
    }
    #expect(arena[first].array == [Float](repeating: 0, count: 17))
    arena[first].write((0..<17).map { Float($0) })
    arena[second].write([7, 8, 9])
    arena[third][0] = 5
    #expect(arena[first][3..<5].array == [3, 4])
    #expect(arena[second].array == [7, 8, 9])
  }

  @Test("refuses more memory than it gives out, without a trap")
  func tooMuch() {
    for counts in [[Int.max], [1 << 62, 1 << 62], [1 << 58]] {
      var layout = Arena.Layout()
      for count in counts { _ = layout.floats(count) }
      #expect(throws: EngineError.self) { try Arena(layout) }
    }
  }

  @Test("takes empty and negative places")
  func empty() throws {
    var layout = Arena.Layout()
    let place = layout.floats(-3)
    #expect(try Arena(layout)[place].count == 0)
  }
}
