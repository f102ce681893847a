/// The checksum of HDF5's newer blocks.
///
/// Source: Bob Jenkins, *lookup3.c*, 2006, function `hashlittle` from 0.
enum Lookup3 {
  static func checksum(_ bytes: some Collection<UInt8>) -> UInt32 {
    let bytes = Array(bytes)
    let start = 0xDEAD_BEEF &+ UInt32(truncatingIfNeeded: bytes.count)
    var (a, b, c) = (start, start, start)
    var position = 0
    while bytes.count - position > 12 {
      a = a &+ word(bytes, position)
      b = b &+ word(bytes, position + 4)
      c = c &+ word(bytes, position + 8)
      mix(&a, &b, &c)
      position += 12
    }
    guard position < bytes.count else { return c }
    a = a &+ word(bytes, position)
    b = b &+ word(bytes, position + 4)
    c = c &+ word(bytes, position + 8)
    finish(&a, &b, &c)
    return c
  }

  /// Four bytes, the lowest first; those behind the end are 0.
  private static func word(_ bytes: [UInt8], _ start: Int) -> UInt32 {
    var word: UInt32 = 0
    for index in 0..<4 where start + index < bytes.count {
      word |= UInt32(bytes[start + index]) << (8 * UInt32(index))
    }
    return word
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    (word << bits) | (word >> (32 - bits))
  }

  private static func mix(_ a: inout UInt32, _ b: inout UInt32, _ c: inout UInt32) {
    a = (a &- c) ^ turned(c, 4)
    c = c &+ b
    b = (b &- a) ^ turned(a, 6)
    a = a &+ c
    c = (c &- b) ^ turned(b, 8)
    b = b &+ a
    a = (a &- c) ^ turned(c, 16)
    c = c &+ b
    b = (b &- a) ^ turned(a, 19)
    a = a &+ c
    c = (c &- b) ^ turned(b, 4)
    b = b &+ a
  }

  private static func finish(_ a: inout UInt32, _ b: inout UInt32, _ c: inout UInt32) {
    c = (c ^ b) &- turned(b, 14)
    a = (a ^ c) &- turned(c, 11)
    b = (b ^ a) &- turned(a, 25)
    c = (c ^ b) &- turned(b, 16)
    a = (a ^ c) &- turned(c, 4)
    b = (b ^ a) &- turned(a, 14)
    c = (c ^ b) &- turned(b, 24)
  }
}
