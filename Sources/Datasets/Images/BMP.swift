/// Reads BMP files: 1 to 32 bits a pixel, plain, in runs, and with masks of colours.
///
/// Debian has no library of its own for this format. Transparency is left out. Colours of fewer
/// than 8 bits are stretched to 0 … 255 by `value * 255 / largest`, rounded down, as in Pillow.
///
/// **Source**: Microsoft, *Bitmap Storage* and *BITMAPINFOHEADER*; IBM, *OS/2 Bitmap Format* for
/// the header of 12 bytes.
enum BMP {
  /// The image in a file.
  ///
  /// - Throws: `DatasetError` if it is damaged, cut off or too large, or packed in a way that is
  ///   not read.
  static func bitmap(_ file: FileBytes) throws(DatasetError) -> Bitmap {
    let header = try BMPHeader(file)
    let damaged = DatasetError(file: file.name, .image(.damaged(.bmp)))
    guard header.start <= file.bytes.count else { throw damaged }
    let content = file.bytes[header.start...]
    let rows: [UInt8]?
    switch header.packing {
    case .plain, .fields:
      rows = header.bitsPerPixel <= 8 ? named(content, header) : colored(content, header)
    case .runs8, .runs4:
      var runs = BMPRuns(content, header)
      rows = runs.numbers().map { header.palette.colors(of: $0) }
    }
    guard let rows else { throw damaged }
    let bytes = header.isUpsideDown ? flipped(rows, width: 3 * header.width) : rows
    return Bitmap(width: header.width, height: header.height, channels: 3, bytes: bytes)
  }

  /// The bytes of a row: as many whole words of 32 bits as it needs.
  private static func stride(of header: BMPHeader) -> Int {
    (header.width * header.bitsPerPixel + 31) / 32 * 4
  }

  /// Where row after row begins; nil if the file ends before the last one does.
  private static func rowStarts(
    _ content: ArraySlice<UInt8>, _ header: BMPHeader
  ) -> [Int]? {
    let stride = stride(of: header)
    let needed = stride * (header.height - 1) + (header.width * header.bitsPerPixel + 7) / 8
    guard content.count >= needed else { return nil }
    return (0..<header.height).map { content.startIndex + $0 * stride }
  }

  /// Pixels of 1, 4 or 8 bits, which are numbers of colours.
  private static func named(_ content: ArraySlice<UInt8>, _ header: BMPHeader) -> [UInt8]? {
    guard let starts = rowStarts(content, header) else { return nil }
    let (bits, mask) = (header.bitsPerPixel, UInt8((1 << header.bitsPerPixel) - 1))
    var numbers: [UInt8] = []
    numbers.reserveCapacity(header.width * header.height)
    for start in starts {
      for column in 0..<header.width {
        let place = column * bits
        numbers.append(content[start + place / 8] >> UInt8(8 - bits - place % 8) & mask)
      }
    }
    return header.palette.colors(of: numbers)
  }

  /// Pixels of 16, 24 or 32 bits, which are colours.
  private static func colored(_ content: ArraySlice<UInt8>, _ header: BMPHeader) -> [UInt8]? {
    guard let starts = rowStarts(content, header) else { return nil }
    let size = header.bitsPerPixel / 8
    let usual = size == 2 ? [0x7C00, 0x3E0, 0x1F] : [0xFF_0000, 0xFF00, 0xFF]
    let masks = header.masks.contains { $0 != 0 } ? header.masks : usual
    let fields = masks.map { mask in
      (mask: mask, shift: mask == 0 ? 0 : mask.trailingZeroBitCount)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * header.width * header.height)
    for start in starts {
      for column in 0..<header.width {
        var pixel = 0
        for byte in 0..<size { pixel |= Int(content[start + column * size + byte]) << (8 * byte) }
        for field in fields {
          let largest = max(1, field.mask >> field.shift)
          bytes.append(UInt8((pixel & field.mask) >> field.shift * 255 / largest))
        }
      }
    }
    return bytes
  }

  private static func flipped(_ bytes: [UInt8], width: Int) -> [UInt8] {
    var flipped: [UInt8] = []
    flipped.reserveCapacity(bytes.count)
    for end in Swift.stride(from: bytes.count, to: 0, by: -width) {
      flipped += bytes[end - width..<end]
    }
    return flipped
  }
}

/// Pixels that are packed in runs (RLE): a count and a number of a colour, or an escape.
private struct BMPRuns {
  private let header: BMPHeader
  private var content: ArraySlice<UInt8>
  private var row = 0
  private var column = 0
  private var pixels: [UInt8]

  init(_ content: ArraySlice<UInt8>, _ header: BMPHeader) {
    self.content = content
    self.header = header
    pixels = [UInt8](repeating: 0, count: header.width * header.height)
  }

  /// The number of each pixel, in the order of the file's rows; what runs pass over is 0. nil if the
  /// file ends before its rows do, and does not say so.
  mutating func numbers() -> [UInt8]? {
    while row < header.height {
      guard let count = content.popFirst(), let value = content.popFirst() else {
        return row == header.height - 1 && column >= header.width ? pixels : nil
      }
      guard count == 0 else {
        for index in 0..<Int(count) { put(number(index, in: value)) }
        continue
      }
      switch value {
      case 0: (row, column) = (row + 1, 0)
      case 1: return pixels
      case 2:
        guard let right = content.popFirst(), let down = content.popFirst() else { return nil }
        (row, column) = (row + Int(down), column + Int(right))
      default:
        guard takeNumbers(Int(value)) else { return nil }
      }
    }
    return pixels
  }

  /// Takes so many numbers as they are; they fill whole words of 16 bits.
  private mutating func takeNumbers(_ count: Int) -> Bool {
    let perByte = header.packing == .runs4 ? 2 : 1
    let size = (count + perByte - 1) / perByte
    let bytes = Array(content.prefix(size))
    guard bytes.count == size else { return false }
    content = content.dropFirst(size + size % 2)
    for index in 0..<count { put(number(index, in: bytes[index / perByte])) }
    return true
  }

  /// The number in a byte: the byte itself, or its upper and its lower half by turns.
  private func number(_ index: Int, in byte: UInt8) -> UInt8 {
    guard header.packing == .runs4 else { return byte }
    return index % 2 == 0 ? byte >> 4 : byte & 0x0F
  }

  /// A pixel; what reaches beyond the row is lost.
  private mutating func put(_ number: UInt8) {
    if row < header.height, column < header.width { pixels[row * header.width + column] = number }
    column += 1
  }
}
