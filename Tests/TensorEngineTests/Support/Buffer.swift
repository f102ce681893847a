import TensorEngine

/// Copies of arrays in an arena. The memory is never given back, so that a test may keep the
/// slices alone.
struct Buffer {
  let slices: [FloatSlice]

  init(_ arrays: [[Float]]) {
    var layout = Arena.Layout()
    let places = arrays.map { layout.floats($0.count) }
    let arena = kept(layout)
    slices = places.map { arena[$0] }
    for (slice, array) in zip(slices, arrays) { slice.write(array) }
  }
}

/// Class or row numbers in an arena.
struct Classes {
  let slice: IntegerSlice

  init(_ numbers: [Int32]) {
    var layout = Arena.Layout()
    let place = layout.integers(numbers.count)
    slice = kept(layout)[place]
    slice.write(numbers)
  }
}

private func kept(_ layout: Arena.Layout) -> Arena {
  guard let arena = try? Arena(layout) else { fatalError("a test needs too much memory") }
  return Unmanaged.passRetained(arena).takeUnretainedValue()
}
