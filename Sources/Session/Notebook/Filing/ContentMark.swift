/// Tells one content of a file from another one.
enum ContentMark {
  /// FNV-1a with 64 bits (Fowler, Noll, Vo) of these bytes.
  static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
