public import TensorEngine

/// How a file of an image becomes the input of an example.
public struct ImageReading: Equatable, Sendable {
  /// What a pixel is.
  public enum Color: String, CaseIterable, Sendable {
    /// Red, green and blue: three numbers.
    case rgb
    /// One number.
    case gray

    var channels: Int { self == .rgb ? 3 : 1 }
  }

  /// The size of an image, in pixels.
  public struct Size: Equatable, Sendable {
    /// How many rows there are.
    public var height: Int
    /// How many pixels a row has.
    public var width: Int

    /// So many rows of so many pixels.
    public init(height: Int, width: Int) {
      self.height = height
      self.width = width
    }
  }

  /// The sizes that images can be brought to, a side.
  public static let sides = 1...4096

  /// What a pixel becomes.
  public var color: Color
  /// The size that an image is brought to, each side in ``sides``; nil leaves it as it is.
  public var size: Size?

  /// Reads images in these colours and this size.
  public init(color: Color = .rgb, size: Size? = nil) {
    self.color = color
    self.size = size
  }

  /// Reads images as inputs of this shape: `[height, width, 1]` or `[height, width, 3]`; nil for
  /// any other shape.
  public init?(inputShape shape: Shape) {
    guard shape.rank == 3, let color = Color.allCases.first(where: { $0.channels == shape.last }),
      shape.dimensions[..<2].allSatisfy(Self.sides.contains)
    else { return nil }
    self.init(
      color: color, size: Size(height: shape.dimensions[0], width: shape.dimensions[1]))
  }

  /// The pixels of a file, `[height, width, channels]`, and their size.
  ///
  /// The image is set upright, turned grey if it shall be, and then resized, as Pillow does with
  /// `exif_transpose`, `convert` and `resize(size, BILINEAR)`.
  ///
  /// - Throws: `DatasetError` that names the file: it can't be read, or is too large.
  public func pixels(of file: FileBytes) throws(DatasetError) -> (bytes: [UInt8], size: Size) {
    try pixels(of: Bitmap(file), file: file.name)
  }

  func pixels(
    of bitmap: Bitmap, file: String
  ) throws(DatasetError) -> (bytes: [UInt8], size: Size) {
    var bitmap = bitmap
    if color == .gray { bitmap = bitmap.grey }
    if let size { bitmap = bitmap.resized(width: size.width, height: size.height) }
    guard Self.sides.contains(bitmap.width), Self.sides.contains(bitmap.height) else {
      throw DatasetError(file: file, .image(.size(height: bitmap.height, width: bitmap.width)))
    }
    return (bitmap.bytes, Size(height: bitmap.height, width: bitmap.width))
  }
}
