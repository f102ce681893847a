/// How the pixels of a file must be turned to stand upright, as a camera has noted it in Exif.
///
/// The numbers say where the first row and the first column of the file belong; they are those of
/// the tag Orientation (0x0112) of TIFF 6.0 and Exif 2.3.
enum Orientation: Int, CaseIterable, Sendable {
  case upright = 1
  case mirrored, upsideDown, upsideDownMirrored
  case transposed, quarterRight, transversed, quarterLeft

  /// Whether height and width change places.
  var swapsSides: Bool { rawValue >= Self.transposed.rawValue }

  /// The orientation in a block of Exif; upright where the block is damaged or says nothing.
  ///
  /// A block is a small TIFF file: a byte order, the place of a list, and in that list entries of
  /// 12 bytes: tag, type, count, and the values or their place. What is damaged is taken as Pillow
  /// takes it: a mark with its two bytes exchanged is known, an entry of an unknown type or with more
  /// values than the block holds is passed over, and the list ends where its entries or their values
  /// lie beyond the block.
  init(exif block: some Collection<UInt8>) {
    var block = TIFFBlock(bytes: Array(block))
    self = block.firstValue(of: Self.tag).flatMap(Orientation.init(rawValue:)) ?? .upright
  }

  private static let tag = 0x0112
}

/// A block of TIFF, read in its own byte order.
private struct TIFFBlock {
  private var bytes: ArraySlice<UInt8>
  private var isLittleEndian = false

  /// How many bytes a value of each type has.
  private static let sizes = [
    1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8,
  ]
  /// Those of whole numbers.
  private static let wholeTypes: Set<Int> = [3, 4, 8, 9]

  init(bytes: [UInt8]) {
    self.bytes = bytes[...]
    for _ in 0..<2 where self.bytes.starts(with: "Exif\0\0".utf8) {
      self.bytes = self.bytes.dropFirst(6)
    }
  }

  /// The first value of the first entry with a tag, if it is a whole number.
  mutating func firstValue(of tag: Int) -> Int? {
    guard findByteOrder(), let list = number(at: 4, size: 4),
      let count = number(at: list, size: 2)
    else { return nil }
    var total = 0
    for entry in 0..<count {
      let place = list + 2 + 12 * entry
      guard let found = number(at: place, size: 2), let type = number(at: place + 2, size: 2),
        let valueCount = number(at: place + 4, size: 4),
        let elsewhere = number(at: place + 8, size: 4)
      else { return nil }
      guard let size = Self.sizes[type], valueCount > 0 else { continue }
      let isElsewhere = valueCount * size > 4
      if isElsewhere {
        total += valueCount * size
        guard total <= bytes.count else { continue }
        guard elsewhere + valueCount * size <= bytes.count else { return nil }
      }
      guard found == tag else { continue }
      return Self.wholeTypes.contains(type)
        ? number(at: isElsewhere ? elsewhere : place + 8, size: size) : nil
    }
    return nil
  }

  /// Whether the block begins as TIFF does.
  private mutating func findByteOrder() -> Bool {
    isLittleEndian = bytes.first == 0x49
    let marks: [[UInt8]] = [
      [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0x2A, 0], [0x49, 0x49, 0, 0x2A],
    ]
    return marks.contains { bytes.starts(with: $0) }
  }

  /// A number without sign; nil where the block ends before it does.
  private func number(at place: Int, size: Int) -> Int? {
    guard place + size <= bytes.count else { return nil }
    let start = bytes.startIndex + place
    let field = bytes[start..<start + size]
    return isLittleEndian
      ? field.reversed().reduce(0) { $0 << 8 | Int($1) } : field.reduce(0) { $0 << 8 | Int($1) }
  }
}
