import Datasets

/// Files in the form of MNIST with a few tiny images.
enum TinyMNIST {
  static func images(count: Int, height: Int = 2, width: Int = 3) -> [UInt8] {
    let sizes = [count, height, width].flatMap { word($0) }
    return [0, 0, 8, 3] + sizes + (0..<count * height * width).map { UInt8($0 % 256) }
  }

  static func labels(_ labels: [UInt8]) -> [UInt8] {
    [0, 0, 8, 1] + word(labels.count) + labels
  }

  private static func word(_ value: Int) -> [UInt8] {
    StoredGzip.littleEndian(value, bytes: 4).reversed()
  }

  /// The data set of the four files, the first one replaced.
  static func dataset(
    trainingImages: [UInt8]? = nil, trainingLabels: [UInt8]? = nil,
    testImages: [UInt8]? = nil
  ) throws(DatasetError) -> Dataset {
    func file(_ index: Int, _ bytes: [UInt8]) -> FileBytes {
      FileBytes(name: MNIST.files[index].name, bytes: bytes)
    }
    return try MNIST.dataset(
      trainingImages: file(0, trainingImages ?? images(count: 4)),
      trainingLabels: file(1, trainingLabels ?? labels([5, 0, 4, 1])),
      testImages: file(2, testImages ?? images(count: 2)),
      testLabels: file(3, labels([7, 2])))
  }
}
