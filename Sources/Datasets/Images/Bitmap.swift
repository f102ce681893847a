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

  /// The image in a file, upright, with its colours as they are stored, in red, green and blue.
  ///
  /// What kind of file it is its first bytes say. An orientation that a camera has noted in it
  /// (Exif) is followed; of a moving picture the first one is taken.
  ///
  /// - Throws: `DatasetError` that names the file.
  init(_ file: FileBytes) throws(DatasetError) {
    guard !file.bytes.isEmpty else { throw DatasetError(file: file.name, .image(.emptyFile)) }
    let format = ImageFormat(start: file.bytes)
    switch format {
    case .png: self = try PNG.bitmap(file).turned(PNG.orientation(in: file.bytes))
    case .jpeg: self = try JPEG.bitmap(file).turned(JPEG.orientation(in: file.bytes))
    case .gif: self = try GIF.bitmap(file)
    case .bmp: self = try BMP.bitmap(file)
    case .webp:
      let (bitmap, orientation) = try WebP.bitmap(file)
      self = bitmap.turned(orientation)
    default: throw DatasetError(file: file.name, .image(.otherFormat(format)))
    }
  }

  init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.channels = channels
    self.bytes = bytes
  }

  /// Leaves the transparency of pixels out.
  init(width: Int, height: Int, rgba pixels: some RandomAccessCollection<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pixels.count / 4 * 3)
    for (place, byte) in pixels.enumerated() where place & 3 != 3 { bytes.append(byte) }
    self.init(width: width, height: height, channels: 3, bytes: bytes)
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
          .pixelCount(height: height, width: width, largestSide: largestSide, most: mostPixels)))
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
