/// What a BMP file says of its pixels, before they come.
struct BMPHeader {
  /// How pixels are packed.
  enum Packing: Int {
    case plain, runs8, runs4, fields
  }

  var width: Int
  var height: Int
  /// Whether the first row of the file is the lowest one, as it usually is.
  var isUpsideDown: Bool
  var bitsPerPixel: Int
  var packing: Packing
  /// Where the pixels begin.
  var start: Int
  /// Which bits of a pixel are red, green and blue; all 0 where the file does not say.
  var masks: [Int]
  /// What the numbers of pixels of 1, 4 or 8 bits stand for.
  var palette: Palette

  /// Reads the header and the colours.
  ///
  /// - Throws: `DatasetError` if the file ends too early, is too large, or is packed in a way that
  ///   is not read.
  init(_ file: FileBytes) throws(DatasetError) {
    let fields = BMPFields(bytes: file.bytes)
    let damaged = DatasetError(file: file.name, .image(.damaged(.bmp)))
    let unread = DatasetError(file: file.name, .image(.unreadVariant(.bmp)))
    guard let size = fields.number(at: 14, size: 4), 14 + size <= file.bytes.count else {
      throw damaged
    }
    // The oldest header has sides of 16 bits and colours of 3 bytes.
    let isOld = size == 12
    guard let width = fields.number(at: 18, size: isOld ? 2 : 4),
      let height = isOld ? fields.number(at: 20, size: 2) : fields.signed(at: 22),
      let bits = fields.number(at: isOld ? 24 : 28, size: 2),
      let packing = isOld ? 0 : fields.number(at: 30, size: 4),
      let start = fields.number(at: 10, size: 4)
    else { throw damaged }
    try Bitmap.check(width: width, height: abs(height), file: file.name)
    guard let packing = Packing(rawValue: packing), packing.fits(bits) else { throw unread }
    (self.width, self.height, isUpsideDown) = (width, abs(height), height > 0)
    (bitsPerPixel, self.packing) = (bits, packing)
    // The masks stand in the longer headers, and behind the short one.
    masks = packing == .fields ? (0..<3).map { fields.number(at: 54 + 4 * $0, size: 4) ?? 0 } : []
    guard masks.allSatisfy(Self.isRun) else { throw unread }
    let colors = bits <= 8 ? fields.colors(behind: size, bits: bits) : 0
    palette = fields.palette(at: 14 + size, count: colors, width: isOld ? 3 : 4)
    let behind = colors * (isOld ? 3 : 4) + (packing == .fields && size == 40 ? 12 : 0)
    // Some programs leave the colours out of what they count to the pixels, or do not count.
    let leavesOut = start == 0 || (start == 14 + size && bits <= 8)
    self.start = leavesOut ? 14 + size + behind : start
  }

  /// Whether the bits of a mask stand together.
  private static func isRun(_ mask: Int) -> Bool {
    mask == 0
      || (mask >> mask.trailingZeroBitCount) & ((mask >> mask.trailingZeroBitCount) + 1) == 0
  }
}

extension BMPHeader.Packing {
  /// Whether pixels of so many bits are packed so.
  fileprivate func fits(_ bits: Int) -> Bool {
    switch self {
    case .plain: [1, 4, 8, 16, 24, 32].contains(bits)
    case .runs8: bits == 8
    case .runs4: bits == 4
    case .fields: [16, 24, 32].contains(bits)
    }
  }
}

/// Numbers in a BMP file, the lowest byte first.
private struct BMPFields {
  let bytes: [UInt8]

  func number(at place: Int, size: Int) -> Int? {
    guard place + size <= bytes.count else { return nil }
    return bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func signed(at place: Int) -> Int? {
    number(at: place, size: 4).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  /// How many colours stand behind a header: as many as the pixels can name, or fewer.
  func colors(behind size: Int, bits: Int) -> Int {
    let said = size >= 36 ? number(at: 46, size: 4) ?? 0 : 0
    return said == 0 ? 1 << bits : min(said, 1 << 16)
  }

  /// The colours, each blue, green and red, and a byte that says nothing where they have four.
  func palette(at start: Int, count: Int, width: Int) -> Palette {
    let last = min(256, count, max(0, bytes.count - start) / width)
    return Palette(
      (0..<last).flatMap { color in
        (0..<3).map { bytes[start + color * width + 2 - $0] }
      })
  }
}
