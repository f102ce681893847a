import Datasets
import TensorEngine
import Testing

@Suite("Drawn digits")
struct DigitsTests {
  private func digits(_ images: Int, test: Int = 10, seed: UInt64 = 0) throws -> Dataset {
    try #require(Generator.named("digits")).dataset(
      options: [("images", Double(images)), ("test", Double(test))], seed: seed)
  }

  @Test("are grey images of 28 x 28 with a test set of their own")
  func shapes() throws {
    let data = try digits(60, test: 20)
    #expect(data.examples.inputShape == [28, 28, 1])
    #expect(data.bytes.count == 80 * 784)
    #expect(data.testRows == 60..<80)
    #expect(data.classNames == (0...9).map { "\($0)" })
    #expect(
      data.classCounts(of: Split.undivided(data).test).map(\.count)
        == Array(repeating: 2, count: 10))
    #expect(data.isImages && data.featureNames.isEmpty)
  }

  @Test("are the same image k however many there are")
  func prefixes() throws {
    let (few, many) = (try digits(25), try digits(90, test: 40))
    #expect(many.bytes.starts(with: few.bytes.prefix(25 * 784)))
    #expect(many.classes.starts(with: few.classes.prefix(25)))
    #expect(few.bytes.suffix(10 * 784) == many.bytes[90 * 784..<100 * 784])
  }

  /// No outside number exists for these: the checksum says that every build on every machine
  /// draws the same bits.
  @Test("are the same bits on every machine")
  func bits() throws {
    #expect(StoredGzip.checksum(try digits(100).bytes.prefix(78_400)) == 0x6dbd_4bf1)
  }

  @Test("are different for training and test, and from each other")
  func differ() throws {
    let data = try digits(100, test: 100)
    let images = (0..<200).map { Array(data.bytes[$0 * 784..<($0 + 1) * 784]) }
    #expect(Set(images).count == 200)
  }

  @Test("have ink within the paper and paper around it")
  func ink() throws {
    let data = try digits(500)
    for image in 0..<500 {
      let pixels = data.bytes[image * 784..<(image + 1) * 784]
      let dark = pixels.filter { $0 > 128 }.count
      #expect(dark > 15 && dark < 300, "image \(image) has \(dark) dark pixels")
      #expect((pixels.max() ?? 0) >= 190)
    }
    let corners = (0..<500).filter { data.bytes[$0 * 784] > 0 }
    #expect(corners.isEmpty)
  }

  /// A network must have something to learn: the nearest mean image is often right, and often not.
  @Test("are told apart by the nearest mean image often, but far from always")
  func nearestMean() throws {
    let data = try digits(1000, test: 200)
    let classes = data.classes
    var means = [[Double]](repeating: [Double](repeating: 0, count: 784), count: 10)
    for row in 0..<1000 {
      let image = data.examples.rawInput(at: row)
      for pixel in 0..<784 { means[classes[row]][pixel] += image[pixel] / 100 }
    }
    var right = 0
    for row in 1000..<1200 {
      let image = data.examples.rawInput(at: row)
      let distances = means.map { mean in
        zip(mean, image).reduce(0.0) { sum, pair in
          let distance: Double = pair.0 - pair.1
          return sum + distance * distance
        }
      }
      if distances.firstIndex(of: distances.min() ?? 0) == classes[row] { right += 1 }
    }
    #expect((110...180).contains(right), "\(right) of 200 are right")
  }
}
