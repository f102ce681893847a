import TensorEngine
import Testing

/// The paths that are compared with the plain one on this machine.
let fastPaths = Kernels.available.map(\.path).filter { $0 != .plain }

/// 0 … 33, where every tail of every vector width occurs, and some odd large ones.
let sizes = Array(0...33) + [63, 64, 65, 127, 200, 1027]

/// Runs a kernel on the plain path and on another over copies of the same slices, and expects
/// all memory to end with the same bits: results, operands, and the gaps between the slices.
func expectPlainBits(
  _ path: ProcessorPath, _ what: @autoclosure () -> String, _ slices: [[Float]],
  _ body: (Kernels, [FloatSlice]) -> Void,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let plain = Kernels.path(.plain), let other = Kernels.path(path) else {
    Issue.record("no kernels for \(path)", sourceLocation: sourceLocation)
    return
  }
  // One element off the alignment that an arena gives, then aligned.
  for offset in [1, 0] {
    let expected = bits(after: slices, offset: offset) { body(plain, $0) }
    let actual = bits(after: slices, offset: offset) { body(other, $0) }
    if expected == actual { continue }
    let index = zip(expected, actual).enumerated().first { $1.0 != $1.1 }?.offset ?? -1
    Issue.record(
      """
      \(path), \(what()), offset \(offset), word \(index): \
      \(Float(bitPattern: actual[index])) instead of \(Float(bitPattern: expected[index]))
      """,
      sourceLocation: sourceLocation)
    return
  }
}

/// The whole memory after a run, with one NaN for all. Slices lie 1 + offset words apart, and the
/// words between them hold a pattern that no kernel may touch.
private func bits(
  after slices: [[Float]], offset: Int, _ body: ([FloatSlice]) -> Void
) -> [UInt32] {
  let guardWord = Float(bitPattern: 0x1234_5678)
  var memory: [Float] = []
  var starts: [Int] = []
  for slice in slices {
    while memory.count % 16 != 15 { memory.append(guardWord) }
    memory.append(guardWord)
    for _ in 0..<offset { memory.append(guardWord) }
    starts.append(memory.count)
    memory += slice
  }
  memory += [Float](repeating: guardWord, count: 33)
  var layout = Arena.Layout()
  let place = layout.floats(memory.count)
  guard let arena = try? Arena(layout) else { return [] }
  return withExtendedLifetime(arena) {
    let all = arena[place]
    all.write(memory)
    body(zip(starts, slices).map { all[$0..<$0 + $1.count] })
    return all.array.map { $0.isNaN ? 0x7fc0_0000 : $0.bitPattern }
  }
}
