public import TensorEngine

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
  /// - Parameter shape: What the network takes: height, width, and 1 or 3 channels.
  /// - Throws: `DatasetError` that names the file, if it is no image that can be read.
  public init(_ file: FileBytes, shape: Shape) throws(DatasetError) {
    precondition(shape.rank == 3, "images have height, width and channels")
    var bitmap = try Bitmap(file)
    size = (bitmap.height, bitmap.width)
    if shape.dimensions[2] == 1 { bitmap = bitmap.grey }
    pixels = bitmap.resized(width: shape.dimensions[1], height: shape.dimensions[0]).bytes
  }

  /// Whether the same pixels came from images of one size.
  public static func == (one: ImageExample, other: ImageExample) -> Bool {
    one.pixels == other.pixels && one.size == other.size
  }
}
