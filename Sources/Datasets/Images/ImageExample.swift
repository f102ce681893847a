/// One image of a file, brought to what a network takes: its size, and three numbers a pixel or one.
///
/// It becomes what it would be in an ``ImageSet`` of that size and those colours.
public struct ImageExample: Sendable, Equatable {
  /// The pixels, `[height, width, channels]`.
  public let pixels: [UInt8]
  /// How many pixels high and wide the image of the file is.
  public let size: (height: Int, width: Int)

  /// Reads an image.
  ///
  /// - Parameter reading: The size and the colours that it is brought to.
  /// - Throws: `DatasetError` that names the file, if it is no image that can be read.
  public init(_ file: FileBytes, as reading: ImageReading) throws(DatasetError) {
    let bitmap = try Bitmap(file)
    size = (bitmap.height, bitmap.width)
    pixels = try reading.pixels(of: bitmap, file: file.name).bytes
  }

  /// Whether the same pixels came from images of one size.
  public static func == (one: ImageExample, other: ImageExample) -> Bool {
    one.pixels == other.pixels && one.size == other.size
  }
}
