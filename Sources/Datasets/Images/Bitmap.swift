/// An image of 8 bits a channel, row by row.
struct Bitmap: Equatable, Sendable {
  /// The longest side that is read, in pixels.
  static let largestSide = 16_384
  /// The most pixels that are read.
  static let mostPixels = 1 << 26

  var width: Int
  var height: Int
  /// 1 for grey, 3 for red, green and blue.
  var channels: Int
  /// `[height, width, channels]`
  var bytes: [UInt8]

  /// The image in a PNG or JPEG file, with its pixels as they are stored, in red, green and blue.
  ///
  /// - Throws: `DatasetError` that names the file.
  init(_ file: FileBytes) throws(DatasetError) {
    if PNG.isPNG(file.bytes) {
      self = try PNG.bitmap(file)
    } else if JPEG.isJPEG(file.bytes) {
      self = try JPEG.bitmap(file)
    } else {
      throw DatasetError(
        file: file.name,
        .image(file.bytes.isEmpty ? .emptyFile : .otherFormat(Self.otherFormat(of: file.bytes))))
    }
  }

  init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.channels = channels
    self.bytes = bytes
  }

  private static func otherFormat(
    of bytes: [UInt8]
  ) -> DatasetError.ImageFault.OtherFormat? {
    let formats: [(start: [UInt8], format: DatasetError.ImageFault.OtherFormat)] = [
      (Array("GIF8".utf8), .gif), (Array("BM".utf8), .bmp), (Array("RIFF".utf8), .webp),
      ([0x49, 0x49, 0x2A, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A], .tiff), (Array("%PDF".utf8), .pdf),
    ]
    return formats.first { bytes.starts(with: $0.start) }?.format
  }

  /// Refuses sizes that would fill the memory, before a pixel is read.
  static func check(
    width: Int, height: Int, file: String
  ) throws(DatasetError) {
    guard (1...largestSide).contains(width), (1...largestSide).contains(height),
      width * height <= mostPixels
    else {
      throw DatasetError(
        file: file,
        .image(
          .pixelCount(
            height: height, width: width, largestSide: largestSide, most: mostPixels)))
    }
  }

  /// The image in grey: `(19595 R + 38470 G + 7471 B + 32768) / 65536`, rounded down.
  ///
  /// These are the weights of ITU-R BT.601 (0.299, 0.587, 0.114) in whole numbers, as Pillow has
  /// them.
  var grey: Bitmap {
    guard channels == 3 else { return self }
    let bytes = (0..<width * height).map { pixel in
      let red = 19_595 * Int(self.bytes[3 * pixel])
      let green = 38_470 * Int(self.bytes[3 * pixel + 1])
      let blue = 7_471 * Int(self.bytes[3 * pixel + 2])
      return UInt8((red + green + blue + 32_768) >> 16)
    }
    return Bitmap(width: width, height: height, channels: 1, bytes: bytes)
  }
}
