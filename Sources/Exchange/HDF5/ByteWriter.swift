/// Bytes of a file that is written, whole numbers with the lowest byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ value: Int, size: Int) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: text.description.utf8)
  }

  mutating func append(contentsOf other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// The address that stands for none.
  mutating func appendNoAddress() {
    bytes.append(contentsOf: repeatElement(0xFF, count: 8))
  }

  /// The numbers of a tensor in their order.
  mutating func append(_ elements: [Float]) {
    #if _endian(little)
      elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
    #else
      for element in elements { append(Int(element.bitPattern), size: 4) }
    #endif
  }

  /// Zeros up to a multiple of a count of bytes.
  mutating func fill(to multiple: Int) {
    while !bytes.count.isMultiple(of: multiple) { bytes.append(0) }
  }

  /// Puts a number over bytes that are there.
  mutating func set(_ value: Int, size: Int, at place: Int) {
    for index in 0..<size { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }
}
