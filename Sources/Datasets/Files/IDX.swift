/// The images of an IDX file, row by row.
public struct IDXImages: Sendable {
  /// How many images there are.
  public let count: Int
  /// Pixel rows of an image.
  public let height: Int
  /// Pixels in a row.
  public let width: Int
  /// One byte a pixel, `[count, height, width]`, 0 is the background.
  public let pixels: ArraySlice<UInt8>
}

/// Reads IDX files, the format of MNIST: a big-endian header, then one byte a value.
///
/// ```
/// images  00 00 08 03 · count · height · width · count x height x width bytes
/// labels  00 00 08 01 · count · count bytes
/// ```
///
/// Both may be packed with gzip.
///
/// **Source**: Y. LeCun, C. Cortes, C. J. C. Burges, *The MNIST database of handwritten digits*,
/// section "File formats".
public enum IDX {
  private static let imagesMagic = 0x0000_0803
  private static let labelsMagic = 0x0000_0801
  private static let largestSide = 4096

  /// The images of a file.
  ///
  /// - Throws: `DatasetError` if it is no IDX file of byte images, if it holds no image, or if
  ///   its length is not the one that its header promises.
  public static func images(_ file: FileBytes) throws(DatasetError) -> IDXImages {
    let file = try file.unpacked()
    let sizes = try header(of: file, magic: imagesMagic, dimensions: 3, content: .images)
    let (count, height, width) = (sizes[0], sizes[1], sizes[2])
    guard (1...largestSide).contains(height), (1...largestSide).contains(width) else {
      throw DatasetError(
        file: file.name,
        .idx(.imageSize(height: height, width: width, largestSide: largestSide)))
    }
    let pixels = try content(of: file, header: 16, count: count * height * width)
    return IDXImages(count: count, height: height, width: width, pixels: pixels)
  }

  /// The labels of a file.
  ///
  /// - Parameter classes: every label must be smaller than this.
  /// - Throws: `DatasetError` if it is no IDX file of byte labels, if it holds none, if its
  ///   length is not the one that its header promises, or if a label is too large.
  public static func labels(
    _ file: FileBytes, classes: Int = 10
  ) throws(DatasetError) -> [UInt8] {
    let file = try file.unpacked()
    let sizes = try header(of: file, magic: labelsMagic, dimensions: 1, content: .labels)
    let labels = try content(of: file, header: 8, count: sizes[0])
    if let wrong = labels.firstIndex(where: { Int($0) >= classes }) {
      let number = wrong - labels.startIndex + 1
      throw DatasetError(
        file: file.name, .idx(.label(number: number, labels[wrong], classCount: classes)))
    }
    return Array(labels)
  }

  /// The sizes that follow the magic number, each below 2^32.
  private static func header(
    of file: FileBytes, magic: Int, dimensions: Int, content: DatasetError.IDXFault.Items
  ) throws(DatasetError) -> [Int] {
    let bytes = file.bytes
    func word(_ index: Int) -> Int {
      bytes[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    guard bytes.count >= 4 else {
      throw DatasetError(file: file.name, .idx(.noIDX(of: content)))
    }
    guard word(0) == magic else {
      throw DatasetError(file: file.name, .idx(wrongMagic(word(0), expected: content)))
    }
    guard bytes.count >= 4 + 4 * dimensions else {
      throw DatasetError(file: file.name, .idx(.headerCutOff))
    }
    let sizes = (1...dimensions).map(word)
    guard sizes[0] > 0 else { throw DatasetError(file: file.name, .idx(.empty(content))) }
    return sizes
  }

  private static func wrongMagic(
    _ magic: Int, expected: DatasetError.IDXFault.Items
  ) -> DatasetError.IDXFault {
    switch magic {
    case imagesMagic: .otherContent(.images, expected: expected)
    case labelsMagic: .otherContent(.labels, expected: expected)
    default: .noIDX(of: expected)
    }
  }

  private static func content(
    of file: FileBytes, header: Int, count: Int
  ) throws(DatasetError) -> ArraySlice<UInt8> {
    let found = file.bytes.count - header
    guard found == count else {
      throw DatasetError(file: file.name, .idx(.contentSize(promised: count, found: found)))
    }
    return file.bytes[header...]
  }
}
