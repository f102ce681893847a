/// Files in the form of MNIST, and gzip written by hand, so that what is read was not packed by
/// the library that unpacks it.
enum TinyImages {
  static func images(count: Int) -> [UInt8] {
    [0, 0, 8, 3] + [count, 2, 3].flatMap { bigEndian($0) } + (0..<count * 6).map { UInt8($0 * 9) }
  }

  static func labels(_ labels: [UInt8]) -> [UInt8] {
    [0, 0, 8, 1] + bigEndian(labels.count) + labels
  }

  /// A gzip file of one stored block (RFC 1951, section 3.2.4) of less than 64 KiB.
  static func packed(_ content: [UInt8]) -> [UInt8] {
    let head: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1]
    let size = littleEndian(content.count, 2) + littleEndian(~content.count, 2)
    return head + size + content + littleEndian(Int(checksum(content)), 4)
      + littleEndian(content.count, 4)
  }

  /// The CRC-32 of RFC 1952, section 8.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xffff_ffff as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1
      }
    }
  }

  private static func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func bigEndian(_ value: Int) -> [UInt8] { littleEndian(value, 4).reversed() }
}
