import TensorEngine

/// A value that stands beside a group.
struct HDF5Attribute {
  /// The most texts of one heap; libraries put no more than some hundred into one.
  private static let heapLimit = 4096

  private let name: String
  private let type: HDF5Type
  private let shape: Shape
  private let data: ByteCursor

  init(_ message: HDF5Header.Message, in bytes: [UInt8]) throws(HDF5Fault) {
    var cursor = try message.cursor(in: bytes)
    let version = try cursor.integer(1)
    guard (1...3).contains(version) else { throw .damaged("an attribute") }
    guard try cursor.integer(1) & 3 == 0 || version == 1 else {
      throw .unsupported("shared messages")
    }
    let sizes = [try cursor.integer(2), try cursor.integer(2), try cursor.integer(2)]
    if version == 3 { try cursor.skip(1) }
    /// The first version fills each part up to a multiple of 8.
    func part(_ index: Int) throws(HDF5Fault) -> ByteCursor {
      let part = try ByteCursor(bytes, at: cursor.position, count: sizes[index])
      try cursor.skip(version == 1 ? (sizes[index] + 7) / 8 * 8 : sizes[index])
      return part
    }
    var texts = try part(0)
    name = try texts.text()
    var types = try part(1)
    type = try HDF5Type(reading: &types)
    var spaces = try part(2)
    shape = try HDF5Header.shape(&spaces)
    data = cursor
  }

  /// Its texts; nil where it holds other values.
  func text(in bytes: [UInt8]) throws(HDF5Fault) -> HDF5Tree.Text? {
    var cursor = data
    guard shape.count <= cursor.count else { throw .cutOff }
    var values: [String] = []
    // An empty list has no type that tells: h5py takes it for one of floats.
    if shape.count == 0 { return HDF5Tree.Text(name: name, values: [], isList: true) }
    switch type {
    case .text(let size):
      guard size > 0 else { return nil }
      for _ in 0..<shape.count {
        values.append(try ByteCursor.text(cursor.take(size).prefix { $0 != 0 }))
      }
    case .longText:
      var length = 0
      for _ in 0..<shape.count {
        values.append(try longText(&cursor, bytes))
        length += values.last?.utf8.count ?? 0
        guard length <= HDF5Reader.textLimit else { throw .tooMany("names and texts") }
      }
    case .float, .integer, .other: return nil
    }
    return HDF5Tree.Text(name: name, values: values, isList: shape.rank > 0)
  }

  /// A text of the heap that all of the file shares.
  private func longText(
    _ cursor: inout ByteCursor, _ bytes: [UInt8]
  ) throws(HDF5Fault) -> String {
    let length = try cursor.integer(4)
    let address = try cursor.address()
    let index = try cursor.integer(4)
    guard length > 0, let address else { return "" }
    var heap = try ByteCursor(bytes, at: address, count: 16)
    try heap.expect("GCOL")
    try heap.skip(4)
    let size = try heap.integer(8)
    guard size >= 16 else { throw .damaged("GCOL") }
    heap = try ByteCursor(bytes, at: address, count: size)
    try heap.skip(16)
    for _ in 0..<Self.heapLimit where heap.count >= 16 {
      let number = try heap.integer(2)
      try heap.skip(6)
      let count = try heap.integer(8)
      if number == index, number > 0 {
        guard length <= count else { throw .damaged("GCOL") }
        return try ByteCursor.text(heap.take(length).prefix { $0 != 0 })
      }
      guard number > 0, count <= heap.count else { break }
      try heap.skip(min(heap.count, (count + 7) / 8 * 8))
    }
    throw .damaged("GCOL")
  }

  /// Refuses attributes that stand in a heap.
  static func checkCompact(
    _ message: HDF5Header.Message, in bytes: [UInt8]
  ) throws(HDF5Fault) {
    var cursor = try message.cursor(in: bytes)
    try cursor.skip(1)
    if try cursor.integer(1) & 1 != 0 { try cursor.skip(2) }
    if try cursor.address() != nil { throw .unsupported("attributes in a heap") }
  }
}
