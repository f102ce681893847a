import TensorEngine
import Testing

@testable import Datasets

@Suite("PNG and JPEG files")
struct BitmapTests {
  private static let names = [
    "rgb.png", "grey.png", "palette.png", "bits.png", "alpha.png", "grey-alpha.png",
    "transparent.png", "deep.png", "interlaced.png", "baseline.jpg", "full.jpg",
    "progressive.jpg", "grey.jpg",
  ]

  /// What Pillow makes of the images.
  private static func expected(_ name: String) throws -> [UInt8] {
    let members = try NPZ.members(of: GoldenFolder.file("images/expected.npz"))
    let array = try #require(members.first { $0.name == name }?.array)
    guard case .bytes(let bytes) = array.values else { return [] }
    return bytes
  }

  private static func bitmap(_ name: String) throws -> Bitmap {
    try Bitmap(GoldenFolder.file("images/\(name)"))
  }

  @Test("give the pixels that Pillow gives", arguments: names)
  func pixels(_ name: String) throws {
    let bitmap = try Self.bitmap(name)
    #expect((bitmap.width, bitmap.height, bitmap.channels) == (16, 12, 3))
    #expect(try bitmap.bytes == Self.expected(name))
  }

  @Test("become grey as in Pillow")
  func grey() throws {
    #expect(try Self.bitmap("rgb.png").grey.bytes == Self.expected("grey of rgb.png"))
    let grey = try Self.bitmap("grey.png")
    #expect(grey.grey.grey.bytes.count == 16 * 12)
    for (pixel, value) in grey.grey.bytes.enumerated() { #expect(grey.bytes[3 * pixel] == value) }
  }

  @Test("are resized as in Pillow", arguments: [(7, 5), (5, 16), (30, 40), (1, 1), (12, 15)])
  func resizing(height: Int, width: Int) throws {
    let resized = try Self.bitmap("rgb.png").resized(width: width, height: height)
    #expect((resized.width, resized.height) == (width, height))
    #expect(try resized.bytes == Self.expected("rgb.png \(height)x\(width)"))
  }

  @Test("say what is wrong with them")
  func errors() throws {
    func problem(_ bytes: [UInt8]) -> String? {
      datasetProblem { () throws(DatasetError) in
        try Bitmap(FileBytes(name: "a.png", bytes: bytes))
      }
    }
    #expect(try problem(GoldenFolder.file("images/cmyk.jpg").bytes)?.contains("CMYK") == true)
    #expect(problem([]) == "a.png: the file is empty")
    #expect(
      problem(Array("%PDF-1".utf8))
        == "a.png: this is a PDF file, not a PNG, JPEG, GIF, BMP or WebP image")
    #expect(problem(Array("hello".utf8))?.contains("something else") == true)
    for name in ["rgb.png", "baseline.jpg", "progressive.jpg", "interlaced.png"] {
      let golden = try GoldenFolder.file("images/\(name)").bytes
      for count in stride(from: 0, to: golden.count - 16, by: 13) {
        #expect(problem(Array(golden.prefix(count))) != nil, "\(name) \(count)")
      }
    }
    var huge = try GoldenFolder.file("images/rgb.png").bytes
    for place in 16..<24 { huge[place] = 0x7F }
    #expect(problem(huge) != nil)
  }

  @Test("never trap, whatever their bytes", arguments: names + ["turned.jpg", "cmyk.jpg"])
  func fuzz(_ name: String) throws {
    let golden = try GoldenFolder.file("images/\(name)")
    let words = RandomStream(seed: 1, name: "fuzz \(name)").words(count: 3000)
    for number in 0..<500 {
      var file = golden
      for change in 0..<(1 + number % 4) {
        let word = Int(words[number * 5 + change])
        file.bytes[word % file.bytes.count] = UInt8(word >> 24)
      }
      _ = try? Bitmap(file)
    }
  }
}
