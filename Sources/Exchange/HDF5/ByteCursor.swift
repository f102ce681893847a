/// A place in the bytes of a file, which moves on as they are read and never leaves them.
struct ByteCursor {
  let bytes: [UInt8]
  private(set) var position: Int
  /// The end of what may be read.
  let end: Int

  /// Some bytes of a file.
  ///
  /// - Throws: `HDF5Fault.cutOff` where the file has not as many.
  init(_ bytes: [UInt8], at start: Int, count: Int) throws(HDF5Fault) {
    guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
      throw .cutOff
    }
    (self.bytes, position, end) = (bytes, start, start + count)
  }

  /// What is left.
  var count: Int { end - position }

  /// Passes over some bytes.
  mutating func skip(_ count: Int) throws(HDF5Fault) {
    guard count >= 0, count <= self.count else { throw .cutOff }
    position += count
  }

  /// A whole number of so many bytes, the lowest first.
  ///
  /// - Throws: `HDF5Fault` where the bytes end, or where it is beyond `Int`.
  mutating func integer(_ size: Int) throws(HDF5Fault) -> Int {
    guard (1...8).contains(size), size <= count else { throw .cutOff }
    var value: UInt64 = 0
    for index in 0..<size { value |= UInt64(bytes[position + index]) << (8 * UInt64(index)) }
    position += size
    guard let whole = Int(exactly: value) else { throw .damaged("a number") }
    return whole
  }

  /// An address or a size of eight bytes; nil for the one that stands for none.
  mutating func address() throws(HDF5Fault) -> Int? {
    guard count >= 8 else { throw .cutOff }
    if bytes[position..<position + 8].allSatisfy({ $0 == 0xFF }) {
      position += 8
      return nil
    }
    return try integer(8)
  }

  /// Some bytes as they are.
  mutating func take(_ count: Int) throws(HDF5Fault) -> ArraySlice<UInt8> {
    let start = position
    try skip(count)
    return bytes[start..<position]
  }

  /// Refuses bytes that do not begin as a block of this name does.
  mutating func expect(_ signature: StaticString) throws(HDF5Fault) {
    let name = signature.description
    guard try take(name.utf8.count).elementsEqual(name.utf8) else { throw .damaged(name) }
  }

  /// A text that a zero ends, and the zero.
  mutating func text() throws(HDF5Fault) -> String {
    guard let zero = bytes[position..<end].firstIndex(of: 0) else { throw .cutOff }
    return try Self.text(take(zero - position + 1).dropLast())
  }

  /// Some bytes as a text.
  static func text(_ bytes: some Collection<UInt8>) throws(HDF5Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .damaged("a text") }
    return text
  }
}
