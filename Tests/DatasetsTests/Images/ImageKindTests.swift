import TensorEngine
import Testing

@testable import Datasets

/// The files that `make_images.py` has made, and what Pillow makes of them.
private enum Kinds {
  static let arrays: [String: NPYArray] = {
    guard let file = try? GoldenFolder.file("images/kinds.npz"),
      let members = try? NPZ.members(of: file)
    else { return [:] }
    return Dictionary(members.map { ($0.name, $0.array) }, uniquingKeysWith: { first, _ in first })
  }()

  static let names = arrays.keys.filter { arrays["\($0) rgb"] != nil }.sorted()

  static func bytes(_ name: String) throws -> [UInt8] {
    guard case .bytes(let bytes) = try #require(arrays[name]).values else { return [] }
    return bytes
  }

  static func file(_ name: String) throws -> FileBytes {
    FileBytes(name: name, bytes: try bytes(name))
  }
}

@Suite("Images of all kinds")
struct ImageKindTests {
  @Test("give the pixels that Pillow gives, upright", arguments: Kinds.names)
  func pixels(_ name: String) throws {
    let bitmap = try Bitmap(Kinds.file(name))
    let shape = try #require(Kinds.arrays["\(name) rgb"]).shape
    #expect([bitmap.height, bitmap.width, bitmap.channels] == shape.dimensions)
    #expect(try bitmap.bytes == Kinds.bytes("\(name) rgb"))
  }

  @Test("are all there")
  func count() {
    #expect(Kinds.names.count == 109)
    for ending in ["jpg", "png", "gif", "bmp", "webp"] {
      #expect(Kinds.names.count { $0.hasSuffix(".\(ending)") } >= 8, "\(ending)")
    }
  }

  @Test(
    "become grey and are resized as in Pillow",
    arguments: ["II 6.jpg", "four.bmp", "interlaced.gif", "lossy.webp"])
  func conversion(_ name: String) throws {
    let size = ImageReading.Size(height: 7, width: 5)
    for (color, kept) in [(ImageReading.Color.gray, "grey"), (.rgb, "rgb")] {
      let read = try ImageReading(color: color, size: size).pixels(of: Kinds.file(name))
      #expect(read.size == size)
      #expect(try read.bytes == Kinds.bytes("\(name) \(kept) 7x5"), "\(kept)")
    }
  }

  @Test("are told by their first bytes, whatever their name", arguments: Kinds.names)
  func kinds(_ name: String) throws {
    let kinds: [String: ImageFormat] = [
      "jpg": .jpeg, "png": .png, "gif": .gif, "bmp": .bmp, "webp": .webp,
    ]
    let bytes = try Kinds.bytes(name)
    #expect(ImageFormat(start: bytes) == kinds[String(name.split(separator: ".").last ?? "")])
    #expect(ImageFormat(start: bytes.prefix(ImageFormat.startLength)) == ImageFormat(start: bytes))
    #expect(try Bitmap(FileBytes(name: "a.txt", bytes: bytes)) == Bitmap(Kinds.file(name)))
  }

  /// The first bytes as the registrations of these kinds have them.
  @Test(
    "that are not read are refused by their name",
    arguments: [
      ([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8], .tiff),
      (Array("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic".utf8), .heic),
      (Array("\0\0\0\u{18}ftypmif1\0\0\0\0mif1heic".utf8), .heic),
      (Array("\0\0\0\u{1C}ftypavif\0\0\0\0avifmif1miaf".utf8), .avif),
      (Array("\0\0\0\u{18}ftypmif1\0\0\0\0avifmif1".utf8), .avif),
      (Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), .svg),
      (Array("<?xml version=\"1.0\"?>\n<!-- a -->\n<svg width=\"9\">".utf8), .svg),
      ([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A], .jpeg2000),
      ([0xFF, 0x0A, 0xFA, 0x1F], .jpegXL), (Array("8BPS\0\u{1}".utf8), .photoshop),
      (Array("%PDF-1.7".utf8), .pdf),
    ] as [([UInt8], ImageFormat)])
  func refused(_ start: [UInt8], _ format: ImageFormat) {
    #expect(ImageFormat(start: start) == format)
    #expect(!format.isRead)
    #expect(imageFault(start + [UInt8](repeating: 0, count: 200)) == .otherFormat(format))
  }

  @Test(
    "are not seen in other files",
    arguments: [
      "BM is a text that goes on and on", "RIFF\0\0\0\0WAVEfmt ",
      "\0\0\0\u{18}ftypisom\0\0\0\0mp41",
      "<!DOCTYPE html><html><svg></svg></html>", "GIF of a cat", "name,age\n",
    ])
  func others(_ text: String) {
    #expect(ImageFormat(start: Array(text.utf8)) == nil)
    #expect(imageFault(Array(text.utf8)) == .otherFormat(nil))
  }
}

@Suite("Images that are damaged")
struct DamagedImageTests {
  private static let names = [
    "II 6.jpg", "6.png", "6.webp", "rgb.bmp", "four.bmp", "565.bmp", "runs.bmp",
    "runs of halves.bmp", "masks xbgr.bmp", "old.bmp", "interlaced.gif", "clear margin.gif",
    "moving.gif", "noise.gif", "lossy.webp", "lossless alpha.webp", "moving.webp", "noise.webp",
  ]

  /// 18 files in 250 ways each: up to 4 bytes are others, the first 64 of them as often as the rest,
  /// and every fifth file is cut off too.
  @Test("never trap, whatever their bytes", arguments: names)
  func mutations(_ name: String) throws {
    let golden = try Kinds.file(name)
    let words = RandomStream(seed: 2, name: "damage \(name)").words(count: 1500)
    for number in 0..<250 {
      var file = golden
      for change in 0..<(1 + number % 4) {
        let word = Int(words[number * 6 + change])
        let reach = word & 1 == 0 ? min(64, file.bytes.count) : file.bytes.count
        file.bytes[(word >> 1) % reach] = UInt8(truncatingIfNeeded: word >> 24)
      }
      if number % 5 == 0 {
        file.bytes.removeLast(Int(words[number * 6 + 5]) % file.bytes.count)
      }
      do {
        let bitmap = try Bitmap(file)
        #expect(bitmap.bytes.count == bitmap.width * bitmap.height * bitmap.channels)
      } catch {
        #expect(error.file == name)
        #expect(error.imageFault != nil)
      }
    }
  }

  @Test(
    "are refused when they are cut off",
    arguments: ["rgb.bmp", "four.bmp", "runs.bmp", "noise.gif", "noise.webp", "moving.webp"])
  func cuts(_ name: String) throws {
    let bytes = try Kinds.bytes(name)
    let format = try #require(ImageFormat(start: bytes))
    // The last bytes of a run or a GIF say no more than that this is the end.
    for count in stride(from: 0, to: bytes.count - 8, by: 7) {
      let fault = imageFault(Array(bytes.prefix(count)))
      #expect(
        fault == .damaged(format) || (count < 32 && (fault == .otherFormat(nil)))
          || (count == 0 && fault == .emptyFile), "\(count): \(String(describing: fault))")
    }
  }

  @Test("are refused before anything is laid out for pixels that no memory holds")
  func sizes() throws {
    func changed(_ name: String, _ places: Range<Int>, to value: UInt8) throws -> [UInt8] {
      var bytes = try Kinds.bytes(name)
      for place in places { bytes[place] = value }
      return bytes
    }
    let files = [
      try changed("rgb.bmp", 18..<26, to: 0x7F), try changed("old.bmp", 18..<22, to: 0xFF),
      try changed("runs.bmp", 18..<26, to: 0x7F), try changed("plain.gif", 6..<10, to: 0xFF),
      try changed("moving.webp", 24..<26, to: 0xFF),
    ]
    for (number, bytes) in files.enumerated() {
      guard case .pixelCount = imageFault(bytes) else {
        Issue.record("file \(number): \(String(describing: imageFault(bytes)))")
        continue
      }
    }
  }

  @Test("that are packed in unusual ways are refused as such")
  func variants() throws {
    for (place, value) in [(28, 3), (30, 4), (30, 5), (30, 6), (30, 2)] {
      var bytes = try Kinds.bytes("rgb.bmp")
      bytes[place] = UInt8(value)
      #expect(imageFault(bytes) == .unreadVariant(.bmp), "\(place) \(value)")
    }
  }
}

/// What is wrong with an image in some bytes; nil if it is read.
private func imageFault(_ bytes: [UInt8]) -> DatasetError.ImageFault? {
  do {
    _ = try Bitmap(FileBytes(name: "a", bytes: bytes))
    return nil
  } catch {
    return error.imageFault
  }
}
