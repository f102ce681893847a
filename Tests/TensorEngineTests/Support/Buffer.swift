import TensorEngine

/// An arena filled with copies of arrays.
final class Buffer {
  let slices: [FloatSlice]
  private let arena: Arena

  init(_ arrays: [[Float]]) {
    var layout = Arena.Layout()
    let places = arrays.map { layout.floats($0.count) }
    guard let arena = try? Arena(layout) else { fatalError("a test needs too much memory") }
    self.arena = arena
    slices = places.map { arena[$0] }
    for (slice, array) in zip(slices, arrays) { slice.write(array) }
  }
}

/// Class or row numbers in an arena.
final class Classes {
  let slice: IntegerSlice
  private let arena: Arena

  init(_ numbers: [Int32]) {
    var layout = Arena.Layout()
    let place = layout.integers(numbers.count)
    guard let arena = try? Arena(layout) else { fatalError("a test needs too much memory") }
    self.arena = arena
    slice = arena[place]
    slice.write(numbers)
  }
}
