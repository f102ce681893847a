import TensorEngine

/// A data set of images that is put together file by file, a split after the other.
///
/// Each image is decoded, turned to the colours and the size of the set and kept as bytes, so
/// that no more than one file is in memory at full size.
public struct ImageSet: Sendable {
  /// The splits that images can come in, in the order in which they are taken.
  public enum Part: Int, CaseIterable, Sendable {
    /// To learn from, to choose by, and to look at once, at the end.
    case training, validation, test
  }

  /// The most bytes that all images of a set may have together.
  static let limit = 1 << 30

  private let name: String
  private let classNames: [String]
  private let reading: ImageReading
  private var size: ImageReading.Size?
  private var firstFile = ""
  private var labels: [Int32] = []
  private var counts = [Int](repeating: 0, count: Part.allCases.count)
  private var bytes: [UInt8] = []

  /// Begins an empty set.
  ///
  /// - Parameters:
  ///   - classes: The names of the classes, by number.
  ///   - reading: Its colours, and the size that all images are brought to; without one they must
  ///     have the same size anyway.
  public init(name: String, classes: [String], reading: ImageReading = ImageReading()) {
    self.name = name
    classNames = classes.map(printable)
    self.reading = reading
  }

  /// Takes the next image, of a class by its number; no earlier part may follow a later one.
  ///
  /// - Throws: `DatasetError` that names the file: it can't be read, has another size than the
  ///   first one where no size was given, or there are too many.
  public mutating func append(
    _ file: FileBytes, of number: Int, in part: Part = .training
  ) throws(DatasetError) {
    precondition(counts[(part.rawValue + 1)...].allSatisfy { $0 == 0 }, "parts come in order")
    precondition(classNames.indices.contains(number), "a class has a name")
    let (pixels, found) = try reading.pixels(of: file)
    if let size, size != found {
      throw DatasetError(
        file: file.name,
        .image(
          .otherSize(
            height: found.height, width: found.width, first: firstFile, firstHeight: size.height,
            firstWidth: size.width)))
    }
    guard bytes.count + pixels.count <= Self.limit else {
      throw DatasetError(file: file.name, .image(.setSize(limit: Self.limit)))
    }
    // An array that has no room left takes twice as much anew.
    try file.require(2 * (bytes.count + pixels.count), for: .images)
    if size == nil { (size, firstFile) = (found, file.name) }
    bytes += pixels
    labels.append(Int32(number))
    counts[part.rawValue] += 1
  }

  /// The data set of all images that were taken.
  ///
  /// - Parameter passedOver: What lay beside the images, for the notes.
  /// - Throws: `DatasetError` if there is no training image, or if there are more images than the
  ///   engine can number.
  public func dataset(
    passedOver: DatasetNote.PassedOver = DatasetNote.PassedOver()
  ) throws(DatasetError) -> Dataset {
    guard let size, counts[0] > 0 else { throw DatasetError(file: name, .image(.noImages)) }
    let (validation, test) = (counts[0] + counts[1], labels.count)
    var dataset = try Dataset(
      name: name, inputShape: [size.height, size.width, reading.color.channels],
      inputs: .bytes(bytes), targets: .classes(labels, count: classNames.count),
      exampleKind: .image, featureNames: [], classNames: classNames, targetName: "class",
      validationRows: counts[1] > 0 ? counts[0]..<validation : nil,
      testRows: counts[2] > 0 ? validation..<test : nil,
      notes: passedOver.isEmpty ? [] : [.passedOver(passedOver)])
    dataset.listsClasses = true
    return dataset
  }
}
