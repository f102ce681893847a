import TensorEngine

/// One of the four files of MNIST.
public struct MNISTFile: Sendable, Equatable {
  /// Its name, unpacked: `train-images-idx3-ubyte`.
  public let name: String
  /// The length of the unpacked file.
  public let byteCount: Int
  /// The MD5 digest of the unpacked file, in hexadecimal.
  public let md5: String
  /// The SHA-256 digest of the packed file as its makers published it, in hexadecimal.
  public let compressedSHA256: String
  /// The length of the packed file as its makers published it.
  public let compressedByteCount: Int

  /// Its name, packed.
  public var compressedName: String { name + ".gz" }

  /// The names among some that may be this file's: packed as it was published first, then unpacked,
  /// then the other ways to write it, in their order.
  ///
  /// Programs that unpack write `train-images.idx3-ubyte` too, and some write capitals.
  public func candidates(among names: [String]) -> [String] {
    let ours = names.filter { other in
      let plain = other.lowercased().replacing(".", with: "-")
      return plain == name || plain == name + "-gz"
    }
    let known = [compressedName, name].filter(ours.contains)
    return known + ours.filter { !known.contains($0) }
  }
}

/// The MNIST database of handwritten digits: 60,000 training and 10,000 test images.
///
/// **Source**: Y. LeCun, C. Cortes, C. J. C. Burges, *The MNIST database of handwritten digits*
/// (1998).
public enum MNIST {
  /// Training images, training labels, test images, test labels.
  public static let files = [
    MNISTFile(
      name: "train-images-idx3-ubyte", byteCount: 47_040_016,
      md5: "6bbc9ace898e44ae57da46a324031adb",
      compressedSHA256: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
      compressedByteCount: 9_912_422),
    MNISTFile(
      name: "train-labels-idx1-ubyte", byteCount: 60_008,
      md5: "a25bea736e30d166cdddb491f175f624",
      compressedSHA256: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
      compressedByteCount: 28_881),
    MNISTFile(
      name: "t10k-images-idx3-ubyte", byteCount: 7_840_016,
      md5: "2646ac647ad5339dbf082846283269ea",
      compressedSHA256: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
      compressedByteCount: 1_648_877),
    MNISTFile(
      name: "t10k-labels-idx1-ubyte", byteCount: 10_008,
      md5: "27ae3e4e09519cfbb04c329615203637",
      compressedSHA256: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
      compressedByteCount: 4_542),
  ]

  /// The data set in the four files, each packed with gzip or not.
  ///
  /// The training images come first, in the order of their file, then the test images. The number
  /// of images is the files' own: shortened copies can be read too.
  ///
  /// - Throws: `DatasetError` with the name of the file that can't be read or does not fit.
  public static func dataset(
    trainingImages: FileBytes, trainingLabels: FileBytes,
    testImages: FileBytes, testLabels: FileBytes
  ) throws(DatasetError) -> Dataset {
    let training = try pair(images: trainingImages, labels: trainingLabels)
    let test = try pair(images: testImages, labels: testLabels)
    let (images, count) = (training.images, training.images.count + test.images.count)
    guard images.height == test.images.height, images.width == test.images.width else {
      throw DatasetError(
        file: testImages.name,
        .idx(
          .otherSize(
            height: test.images.height, width: test.images.width, trainingHeight: images.height,
            trainingWidth: images.width)))
    }
    var pixels: [UInt8] = []
    pixels.reserveCapacity(count * images.height * images.width)
    pixels += images.pixels
    pixels += test.images.pixels
    let labels = (training.labels + test.labels).map { Int32($0) }
    return try Dataset(
      name: "mnist", inputShape: [images.height, images.width, 1], inputs: .bytes(pixels),
      targets: .classes(labels, count: 10), exampleKind: .image, featureNames: [],
      classNames: (0..<10).map { "\($0)" }, targetName: "digit",
      testRows: images.count..<count)
  }

  private static func pair(
    images: FileBytes, labels: FileBytes
  ) throws(DatasetError) -> (images: IDXImages, labels: [UInt8]) {
    let imagesFound = try IDX.images(images)
    let labelsFound = try IDX.labels(labels)
    guard imagesFound.count == labelsFound.count else {
      throw DatasetError(
        file: labels.name,
        .idx(
          .labelCount(
            labelsFound.count, imageCount: imagesFound.count, ofFile: images.name)))
    }
    return (imagesFound, labelsFound)
  }
}
