import TensorEngine

/// A data set of images that is put together file by file, a class after the other.
///
/// Each image is decoded, turned to the colours and the size of the set and kept as bytes, so
/// that no more than one file is in memory at full size.
public struct ImageSet: Sendable {
  /// What a pixel is.
  public enum Color: String, CaseIterable, Sendable {
    /// Red, green and blue: three numbers.
    case rgb
    /// One number.
    case gray

    var channels: Int { self == .rgb ? 3 : 1 }
  }

  /// The sizes that images can be brought to, a side.
  public static let sides = 1...4096
  /// The most bytes that all images of a set may have together.
  static let limit = 1 << 30

  private let name: String
  private let color: Color
  private let wantedSize: (height: Int, width: Int)?
  private var size: (height: Int, width: Int)?
  private var firstFile = ""
  private var classNames: [String] = []
  private var labels: [Int32] = []
  private var bytes: [UInt8] = []

  /// Begins an empty set.
  ///
  /// - Parameter size: The size that all images are brought to, each side in ``sides``; nil if
  ///   they have the same size anyway.
  public init(name: String, size: (height: Int, width: Int)? = nil, color: Color = .rgb) {
    self.name = name
    self.color = color
    wantedSize = size
    self.size = size
  }

  /// Begins the next class; the images that follow belong to it.
  public mutating func beginClass(_ name: String) { classNames.append(printable(name)) }

  /// Takes the next image.
  ///
  /// - Throws: `DatasetError` that names the file: it can't be read, has another size than the
  ///   first one where no size was given, or there are too many.
  public mutating func append(_ file: FileBytes) throws(DatasetError) {
    var bitmap = try Bitmap(file)
    if color == .gray { bitmap = bitmap.grey }
    if let wantedSize {
      bitmap = bitmap.resized(width: wantedSize.width, height: wantedSize.height)
    }
    if let size, size != (bitmap.height, bitmap.width) {
      throw DatasetError(
        file: file.name,
        .image(
          .otherSize(
            height: bitmap.height, width: bitmap.width, first: firstFile,
            firstHeight: size.height, firstWidth: size.width)))
    }
    guard ImageSet.sides.contains(bitmap.width), ImageSet.sides.contains(bitmap.height) else {
      throw DatasetError(
        file: file.name, .image(.size(height: bitmap.height, width: bitmap.width)))
    }
    guard bytes.count + bitmap.bytes.count <= Self.limit else {
      throw DatasetError(file: file.name, .image(.setSize(limit: Self.limit)))
    }
    if size == nil {
      size = (bitmap.height, bitmap.width)
      firstFile = file.name
    }
    bytes += bitmap.bytes
    labels.append(Int32(classNames.count - 1))
  }

  /// The data set of all images that were taken.
  ///
  /// - Parameter notes: What else is worth a line.
  /// - Throws: `DatasetError` if there are fewer than two classes, or a class without images.
  public func dataset(notes: [String] = []) throws(DatasetError) -> Dataset {
    guard classNames.count > 1 else {
      throw DatasetError(
        file: name, .image(classNames.isEmpty ? .noFolders : .oneFolder(classNames[0])))
    }
    for (number, name) in classNames.enumerated() where !labels.contains(Int32(number)) {
      throw DatasetError(file: "\(self.name)/\(name)", .image(.emptyFolder))
    }
    let (height, width) = size ?? (1, 1)
    return try Dataset(
      name: name, inputShape: [height, width, color.channels], inputs: .bytes(bytes),
      targets: .classes(labels, count: classNames.count), exampleNoun: "images", featureNames: [],
      classNames: classNames, targetName: "class", notes: notes)
  }
}
