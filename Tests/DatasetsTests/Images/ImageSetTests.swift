import TensorEngine
import Testing

@testable import Datasets

@Suite("A set of images")
struct ImageSetTests {
  private static let rgb = ImageReading()

  private func set(
    _ files: [String], reading: ImageReading = rgb, parts: [ImageSet.Part] = []
  ) throws -> Dataset {
    var set = ImageSet(name: "animals", classes: ["cats", "dogs"], reading: reading)
    for (index, name) in files.enumerated() {
      try set.append(
        GoldenFolder.file("images/\(name)"), of: index % 2,
        in: parts.isEmpty ? .training : parts[index])
    }
    return try set.dataset()
  }

  @Test("has bytes as inputs, in its colours and its size")
  func classes() throws {
    let data = try set(["rgb.png", "grey.png"])
    #expect(data.examples.inputShape == [12, 16, 3])
    #expect(data.examples.targets == .classes([0, 1], count: 2))
    #expect(data.classNames == ["cats", "dogs"])
    #expect(!data.comesDivided)
    let grey = try set(["rgb.png", "grey.png"], reading: ImageReading(color: .gray))
    #expect(grey.examples.inputShape == [12, 16, 1])
    let small = ImageReading(size: ImageReading.Size(height: 4, width: 5))
    #expect(try set(["rgb.png", "grey.png"], reading: small).examples.inputShape == [4, 5, 3])
  }

  @Test("has the splits that its images came in")
  func parts() throws {
    let files = ["rgb.png", "grey.png", "bits.png", "rgb.png", "grey.png", "rgb.png"]
    let data = try set(
      files, parts: [.training, .training, .training, .validation, .test, .test])
    #expect(data.trainingRows == 0..<3)
    #expect(data.validationRows == 3..<4)
    #expect(data.testRows == 4..<6)
    let whole = Split.undivided(data)
    #expect(whole.training == [0, 1, 2] && whole.validation == [3] && whole.test == [4, 5])
    let dogs = try data.keeping(classes: ["cats", "dogs"])
    #expect(dogs.validationRows == 3..<4 && dogs.testRows == 4..<6)
    let noTest = try set(
      files, parts: [.training, .training, .training, .training] + [.validation, .validation])
    #expect(noTest.testRows == nil && noTest.validationRows == 4..<6)
    #expect(noTest.trainingRows == 0..<4)
    let divided = try Split.divided(noTest, SplitFractions(test: 0.25), seed: 1)
    #expect(divided.training.count == 3 && divided.test.count == 1)
    #expect(divided.validation == [4, 5])
  }

  @Test("that came divided is not divided in the same parts again")
  func ownParts() throws {
    let files = ["rgb.png", "grey.png", "rgb.png", "grey.png"]
    func problem(_ parts: [ImageSet.Part], _ fractions: SplitFractions) throws -> DatasetError? {
      let data = try set(files, parts: parts)
      do {
        _ = try Split.divided(data, fractions, seed: 1)
        return nil
      } catch {
        return error
      }
    }
    let both: [ImageSet.Part] = [.training, .training, .validation, .test]
    let ours = try problem(both, SplitFractions(validation: 0.5))
    #expect(ours?.option == "validation")
    #expect(ours?.problem == "animals comes with its own validation set of 1 image")
    #expect(ours?.hint == "it comes divided: there is nothing to split")
    let noTest: [ImageSet.Part] = [.training, .training, .validation, .validation]
    let again = try problem(noTest, SplitFractions(validation: 0.5))
    #expect(again?.hint == "split test=10% takes a test part from the training part")
    #expect(try problem(noTest, SplitFractions(test: 0.5)) == nil)
    let noValidation: [ImageSet.Part] = [.training, .training, .test, .test]
    #expect(
      try problem(noValidation, SplitFractions(test: 0.5))?.hint
        == "split validation=10% takes a validation part from the training part")
  }

  @Test("says which file does not fit")
  func errors() throws {
    let small = ImageReading(size: ImageReading.Size(height: 2, width: 3))
    func fault(_ body: (inout ImageSet) throws -> Void) -> DatasetError.ImageFault? {
      do {
        var set = ImageSet(name: "animals", classes: ["cats", "dogs"])
        try body(&set)
        _ = try set.dataset()
        return nil
      } catch {
        return (error as? DatasetError)?.imageFault
      }
    }
    #expect(fault { _ in } == .noImages)
    #expect(
      fault { try $0.append(GoldenFolder.file("images/rgb.png"), of: 0, in: .test) } == .noImages)
    let square = try Bitmap(GoldenFolder.file("images/rgb.png"))
    #expect((square.height, square.width) == (12, 16))
    let other = fault { set in
      try set.append(GoldenFolder.file("images/rgb.png"), of: 0)
      try set.append(Self.tinyBMP, of: 1)
    }
    #expect(
      other
        == .otherSize(
          height: 1, width: 1, first: "images/rgb.png", firstHeight: 12, firstWidth: 16))
    #expect(try small.pixels(of: Self.tinyBMP).bytes == [UInt8](repeating: 9, count: 18))
  }

  /// One pixel of 24 bits, all of them 9.
  private static let tinyBMP = FileBytes(
    name: "tiny.bmp",
    bytes: Array("BM".utf8) + [58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0]
      + [1, 0, 0, 0, 1, 0, 24] + [UInt8](repeating: 0, count: 25) + [9, 9, 9, 0])

  @Test("an input of a network says how its images are read")
  func inputShapes() {
    let grey = ImageReading(inputShape: [28, 20, 1])
    #expect(grey?.color == .gray)
    #expect(grey?.size == ImageReading.Size(height: 28, width: 20))
    #expect(ImageReading(inputShape: [8, 9, 3])?.color == .rgb)
    #expect(ImageReading(inputShape: [8, 9, 2]) == nil)
    #expect(ImageReading(inputShape: [64]) == nil)
    #expect(ImageReading(inputShape: [8, 5000, 1]) == nil)
  }
}
