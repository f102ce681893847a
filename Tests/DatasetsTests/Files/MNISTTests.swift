import Datasets
import Foundation
import TensorEngine
import Testing

@Suite("MNIST")
struct MNISTTests {
  @Test("puts training and test images together")
  func assembles() throws {
    let data = try TinyMNIST.dataset()
    #expect(data.examples.count == 6)
    #expect(data.examples.inputShape == [2, 3, 1])
    #expect(data.classes == [5, 0, 4, 1, 7, 2])
    #expect(data.classNames == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(data.testRows == 4..<6)
    #expect(data.trainingRows == 0..<4)
    #expect(data.bytes == Array(0..<24) + Array(0..<12))
    #expect(data.isImages)
  }

  @Test("takes packed and plain files alike")
  func packed() throws {
    let images = StoredGzip.packed(TinyMNIST.images(count: 4))
    #expect(try TinyMNIST.dataset(trainingImages: images) == TinyMNIST.dataset())
  }

  @Test("names the file that does not fit")
  func misfits() {
    let few = failure { try TinyMNIST.dataset(trainingLabels: TinyMNIST.labels([1, 2, 3])) }
    #expect(few?.file == "train-labels-idx1-ubyte")
    #expect(few?.problem == "it holds 3 labels, but train-images-idx3-ubyte holds 4 images")
    let wide = failure {
      try TinyMNIST.dataset(testImages: TinyMNIST.images(count: 2, height: 3, width: 3))
    }
    #expect(wide?.file == "t10k-images-idx3-ubyte")
    #expect(wide?.problem == "its images are 3 x 3 pixels, but the training images are 2 x 3")
    let damaged = failure { try TinyMNIST.dataset(trainingImages: [0x1f, 0x8b, 8, 0]) }
    #expect(damaged?.file == "train-images-idx3-ubyte")
  }

  @Test("knows its four files")
  func files() {
    #expect(MNIST.files.map(\.byteCount) == [47_040_016, 60_008, 7_840_016, 10_008])
    #expect(MNIST.files.allSatisfy { $0.md5.count == 32 && $0.compressedSHA256.count == 64 })
    #expect(MNIST.files[3].compressedName == "t10k-labels-idx1-ubyte.gz")
  }

  /// The checksums, counts and moments were computed with Python's zlib and NumPy 2.4.6.
  @Test(
    "is the real one, where it is at hand",
    .enabled(if: Folders.mnist != nil, "the MNIST files are not here: set OVERFIT_DATASETS"))
  func realFiles() throws {
    let folder = try #require(Folders.mnist)
    let files = try MNIST.files.map { file in
      FileBytes(
        name: file.compressedName,
        bytes: try Folders.bytes(folder.appending(path: file.compressedName)))
    }
    let data = try MNIST.dataset(
      trainingImages: files[0], trainingLabels: files[1], testImages: files[2],
      testLabels: files[3])
    #expect(data.examples.count == 70_000)
    #expect(data.testRows == 60_000..<70_000)
    #expect(data.classes.prefix(5) == [5, 0, 4, 1, 9])
    #expect(data.classes[60_000..<60_005] == [7, 2, 1, 0, 4])
    #expect(StoredGzip.checksum(data.classes.map { UInt8($0) }) == 0xa7db_7a22)
    #expect(StoredGzip.checksum(data.bytes.prefix(784_000)) == 0xedb3_d0b3)
    #expect(StoredGzip.checksum(data.bytes.suffix(784_000)) == 0xc141_2f08)
    let split = Split.undivided(data)
    #expect(
      data.classCounts(of: split.training).map(\.count)
        == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
    let pixels = try #require(data.featureStatistics(of: split.training).first)
    #expect(pixels.name == "pixel")
    #expect(pixels.minimum == 0 && pixels.maximum == 255)
    #expect(abs(pixels.mean - 33.318421449829934) < 1e-12)
    #expect(abs(pixels.deviation - 78.56748998339798) < 1e-12)
  }
}
