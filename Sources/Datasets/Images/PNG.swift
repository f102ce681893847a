import CPNG

/// Reads PNG files through libpng.
///
/// Grey, palette and 16-bit images become 8-bit red, green and blue; transparency is left out, and
/// what colours a transparent pixel has is kept, as Pillow's `convert("RGB")` does. Notes about
/// gamma and colour profiles are left out too: pixels are the numbers in the file.
enum PNG {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// The image in a file.
  ///
  /// - Throws: `DatasetError` if it is damaged, cut off or too large.
  static func bitmap(_ file: FileBytes) throws(DatasetError) -> Bitmap {
    let bytes = pixelChunks(of: file.bytes)
    var image = png_image()
    defer { png_image_free(&image) }
    let damaged = DatasetError(file: file.name, .image(.damaged(.png)))
    // The image keeps the address of the bytes from one call to the next.
    let read = bytes.withUnsafeBytes { content in
      Result { () throws(DatasetError) in
        guard overfit_png_begin(&image, content.baseAddress, content.count) != 0 else {
          throw damaged
        }
        let (width, height) = (Int(image.width), Int(image.height))
        try Bitmap.check(width: width, height: height, file: file.name)
        var pixels = [UInt8](repeating: 0, count: 4 * width * height)
        guard pixels.withUnsafeMutableBytes({ overfit_png_finish(&image, $0.baseAddress) }) != 0
        else { throw damaged }
        return Bitmap(width: width, height: height, channels: 3, bytes: withoutAlpha(pixels))
      }
    }
    return try read.get()
  }

  private static func withoutAlpha(_ pixels: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pixels.count / 4 * 3)
    for start in stride(from: 0, to: pixels.count, by: 4) {
      bytes.append(pixels[start])
      bytes.append(pixels[start + 1])
      bytes.append(pixels[start + 2])
    }
    return bytes
  }

  /// The file without its notes: the chunks that make pixels are the critical ones, whose names
  /// begin with a capital, and tRNS. What is no chunk any more is left to libpng.
  private static func pixelChunks(of bytes: [UInt8]) -> [UInt8] {
    var kept = Array(bytes.prefix(signature.count))
    var position = signature.count
    while position + 12 <= bytes.count {
      let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = position + 12 + length
      guard end <= bytes.count else { break }
      let name = bytes[position + 4..<position + 8]
      if name.first.map({ $0 & 0x20 == 0 }) == true || name.elementsEqual("tRNS".utf8) {
        kept += bytes[position..<end]
      }
      position = end
    }
    return kept + bytes[position...]
  }
}
