import CTurboJPEG

/// Reads JPEG files, baseline and progressive, through libjpeg-turbo.
///
/// The exact integer transform is used, whose bytes are the same on every instruction set.
enum JPEG {
  /// The image in a file.
  ///
  /// - Throws: `DatasetError` if it is damaged, cut off, too large, or made for printing (CMYK).
  static func bitmap(_ file: FileBytes) throws(DatasetError) -> Bitmap {
    guard let decoder = tjInitDecompress() else {
      throw DatasetError(file: file.name, .image(.noMemory))
    }
    defer { tjDestroy(decoder) }
    let read = file.bytes.withUnsafeBufferPointer { content in
      Result { () throws(DatasetError) in try bitmap(content, decoder, file: file.name) }
    }
    return try read.get()
  }

  private static func bitmap(
    _ content: UnsafeBufferPointer<UInt8>, _ decoder: tjhandle, file: String
  ) throws(DatasetError) -> Bitmap {
    let damaged = DatasetError(file: file, .image(.damaged(.jpeg)))
    let count = UInt(content.count)
    var (width, height, sampling, colors): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard
      tjDecompressHeader3(
        decoder, content.baseAddress, count, &width, &height, &sampling, &colors) == 0
    else { throw damaged }
    guard colors != Int32(TJCS_CMYK.rawValue), colors != Int32(TJCS_YCCK.rawValue) else {
      throw DatasetError(file: file, .image(.cmyk))
    }
    try Bitmap.check(width: Int(width), height: Int(height), file: file)
    var pixels = [UInt8](repeating: 0, count: 3 * Int(width) * Int(height))
    let flags = TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
    let status = pixels.withUnsafeMutableBufferPointer {
      tjDecompress2(
        decoder, content.baseAddress, count, $0.baseAddress, width, 0, height,
        Int32(TJPF_RGB.rawValue), flags)
    }
    guard status == 0 else { throw damaged }
    return Bitmap(width: Int(width), height: Int(height), channels: 3, bytes: pixels)
  }

  /// How the image must be turned to stand upright: a segment APP1 with Exif says it. Where there
  /// are several, they are parts of one block.
  static func orientation(in bytes: [UInt8]) -> Orientation {
    let mark = Array("Exif\0\0".utf8)
    var block: [UInt8] = []
    var position = 2
    while position + 4 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      // Bytes that fill, and markers that stand alone.
      guard marker != 0xFF else {
        position += 1
        continue
      }
      guard marker != 0x01, !(0xD0...0xD8).contains(marker) else {
        position += 2
        continue
      }
      let end = position + 2 + Int(bytes[position + 2]) << 8 + Int(bytes[position + 3])
      guard marker != 0xDA, marker != 0xD9, end <= bytes.count, end >= position + 4 else { break }
      let content = bytes[position + 4..<end]
      if marker == 0xE1, content.starts(with: mark) {
        block += block.isEmpty ? content : content.dropFirst(mark.count)
      }
      position = end
    }
    return Orientation(exif: block)
  }
}
