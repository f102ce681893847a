import TensorEngine

/// The slices of one run of a kernel, with words between them that no kernel may touch.
struct KernelMemory {
  private static let guardWord: UInt32 = 0x1234_5678

  private var initial: [UInt32] = []
  private var ranges: [Range<Int>] = []

  /// Slices of some lengths, filled with numbers; each begins `offset` words behind a boundary
  /// of 64 bytes, with at least 16 guard words on both sides.
  init(_ lengths: [Int], _ numbers: Numbers, seed: UInt64, offset: Int) {
    for (index, length) in lengths.enumerated() {
      let gap = (32 + offset - initial.count % 16)
      initial.append(contentsOf: repeatElement(Self.guardWord, count: gap))
      ranges.append(initial.count..<initial.count + length)
      initial.append(
        contentsOf: numbers.values(length, seed: seed &+ UInt64(index)).map(\.bitPattern))
    }
    initial.append(contentsOf: repeatElement(Self.guardWord, count: 33))
  }

  /// All words after a run on fresh memory.
  func words(_ body: ([FloatSlice]) -> Void) -> [UInt32] {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: initial.count * 4, alignment: 64)
    defer { memory.deallocate() }
    initial.withUnsafeBytes { memory.copyMemory(from: $0) }
    let base = memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Float.self)
    body(ranges.map { FloatSlice(base: base + $0.lowerBound, count: $0.count) })
    return Array(memory.assumingMemoryBound(to: UInt32.self))
  }

  func gapsAreWhole(in words: [UInt32]) -> Bool {
    var end = 0
    for range in ranges + [words.count..<words.count] {
      for index in end..<range.lowerBound where words[index] != Self.guardWord { return false }
      end = range.upperBound
    }
    return true
  }

  /// The first difference between two runs, where a NaN equals a NaN; nil for none.
  static func difference(of actual: [UInt32], from expected: [UInt32]) -> String? {
    if actual == expected { return nil }
    for (index, (a, b)) in zip(actual, expected).enumerated() where a != b {
      let (a, b) = (Float(bitPattern: a), Float(bitPattern: b))
      if a.isNaN, b.isNaN { continue }
      return "word \(index): \(a) instead of \(b)"
    }
    return nil
  }
}
