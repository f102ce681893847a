import CPNG

/// Reads PNG files through libpng.
///
/// Grey, palette and 16-bit images become 8-bit red, green and blue; transparency is left out, and
/// what colours a transparent pixel has is kept, as Pillow's `convert("RGB")` does. Notes about
/// gamma and colour profiles are left out too: pixels are the numbers in the file.
enum PNG {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

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
        return Bitmap(width: width, height: height, rgba: pixels)
      }
    }
    return try read.get()
  }

  /// How the image must be turned to stand upright: the chunk eXIf says it.
  static func orientation(in bytes: [UInt8]) -> Orientation {
    var found = Orientation.upright
    _ = forEachChunk(of: bytes) { name, chunk in
      guard name.elementsEqual("eXIf".utf8) else { return }
      found = Orientation(exif: Array("Exif\0\0".utf8) + bytes[chunk].dropFirst(8).dropLast(4))
    }
    return found
  }

  /// The file without its notes: the chunks that make pixels are the critical ones, whose names
  /// begin with a capital, and tRNS. What is no chunk any more is left to libpng.
  private static func pixelChunks(of bytes: [UInt8]) -> [UInt8] {
    var kept = Array(bytes.prefix(signature.count))
    let end = forEachChunk(of: bytes) { name, chunk in
      if name.first.map({ $0 & 0x20 == 0 }) == true || name.elementsEqual("tRNS".utf8) {
        kept += bytes[chunk]
      }
    }
    return kept + bytes[end...]
  }

  /// Goes through the chunks that are whole, each with its length, name and checksum; says where
  /// they end.
  private static func forEachChunk(
    of bytes: [UInt8], _ body: (_ name: ArraySlice<UInt8>, _ chunk: Range<Int>) -> Void
  ) -> Int {
    var position = signature.count
    while position + 12 <= bytes.count {
      let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = position + 12 + length
      guard end <= bytes.count else { break }
      body(bytes[position + 4..<position + 8], position..<end)
      position = end
    }
    return position
  }
}
