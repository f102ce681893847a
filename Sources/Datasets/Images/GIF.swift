import CGIF

/// Reads the first picture of GIF files through giflib.
///
/// The canvas is the screen of the file, made larger where the picture reaches beyond it. What the
/// picture does not cover, and what is transparent in it, has the colour that stands for
/// transparency, or else the first one. All this is
/// what Pillow's `convert("RGB")` makes of the first frame.
enum GIF {
  /// The first picture in a file.
  ///
  /// - Throws: `DatasetError` if it is damaged, cut off or too large, or holds no picture.
  static func bitmap(_ file: FileBytes) throws(DatasetError) -> Bitmap {
    try file.bytes.withUnsafeBufferPointer { content in
      var source = Source(bytes: content[...])
      return withUnsafeMutablePointer(to: &source) { source in
        Result { () throws(DatasetError) in
          guard let gif = DGifOpen(source, readBytes, nil) else {
            throw DatasetError(file: file.name, .image(.damaged(.gif)))
          }
          defer { DGifCloseFile(gif, nil) }
          return try GIFDecoder(gif, file: file.name).bitmap()
        }
      }
    }.get()
  }

  /// What is left of a file.
  struct Source {
    var bytes: Slice<UnsafeBufferPointer<UInt8>>
  }

  /// Hands the library the next bytes.
  private static let readBytes: InputFunc = { gif, target, count in
    guard let source = gif?.pointee.UserData?.assumingMemoryBound(to: Source.self), let target
    else { return 0 }
    let taken = source.pointee.bytes.prefix(Int(count))
    _ = UnsafeMutableBufferPointer(start: target, count: taken.count).update(fromContentsOf: taken)
    source.pointee.bytes = source.pointee.bytes.dropFirst(taken.count)
    return Int32(taken.count)
  }
}

/// One file that the library has opened.
private struct GIFDecoder {
  let gif: UnsafeMutablePointer<GifFileType>
  let file: String
  private var transparent: UInt8?

  init(_ gif: UnsafeMutablePointer<GifFileType>, file: String) {
    self.gif = gif
    self.file = file
  }

  private var damaged: DatasetError { DatasetError(file: file, .image(.damaged(.gif))) }

  /// Goes through the file up to its first picture, and reads that.
  consuming func bitmap() throws(DatasetError) -> Bitmap {
    while true {
      var kind = UNDEFINED_RECORD_TYPE
      guard DGifGetRecordType(gif, &kind) == GIF_OK else { throw damaged }
      switch kind {
      case EXTENSION_RECORD_TYPE: try readExtension()
      case IMAGE_DESC_RECORD_TYPE: return try picture()
      default: throw damaged
      }
    }
  }

  /// Keeps which number is transparent, and passes over all else.
  private mutating func readExtension() throws(DatasetError) {
    var code: Int32 = 0
    var block: UnsafeMutablePointer<GifByteType>?
    guard DGifGetExtension(gif, &code, &block) == GIF_OK else { throw damaged }
    // A block begins with its length: flags, two bytes of time, and the number.
    if code == GRAPHICS_EXT_FUNC_CODE, let block, block[0] >= 4, block[1] & 1 == 1 {
      transparent = block[4]
    }
    while block != nil {
      guard DGifGetExtensionNext(gif, &block) == GIF_OK else { throw damaged }
    }
  }

  private func picture() throws(DatasetError) -> Bitmap {
    guard DGifGetImageDesc(gif) == GIF_OK else { throw damaged }
    let image = gif.pointee.Image
    let (left, top) = (Int(image.Left), Int(image.Top))
    let (pictureWidth, pictureHeight) = (Int(image.Width), Int(image.Height))
    guard left >= 0, top >= 0, pictureWidth > 0, pictureHeight > 0 else { throw damaged }
    let width = max(Int(gif.pointee.SWidth), left + pictureWidth)
    let height = max(Int(gif.pointee.SHeight), top + pictureHeight)
    try Bitmap.check(width: width, height: height, file: file)
    var numbers = [UInt8](repeating: transparent ?? 0, count: width * height)
    for row in Self.rows(of: pictureHeight, isInterlaced: image.Interlace) {
      let start = (top + row) * width + left
      let status = numbers.withUnsafeMutableBufferPointer {
        DGifGetLine(gif, $0.baseAddress.map { $0 + start }, Int32(pictureWidth))
      }
      guard status == GIF_OK else { throw damaged }
    }
    let palette = palette(image.ColorMap ?? gif.pointee.SColorMap)
    return Bitmap(width: width, height: height, channels: 3, bytes: palette.colors(of: numbers))
  }

  /// The rows in the order of the file: interlaced, every eighth one comes first.
  private static func rows(of height: Int, isInterlaced: Bool) -> [Int] {
    guard isInterlaced else { return Array(0..<height) }
    return [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { first, step in
      Array(stride(from: first, to: height, by: step))
    }
  }

  private func palette(_ map: UnsafeMutablePointer<ColorMapObject>?) -> Palette {
    guard let map, let colors = map.pointee.Colors else { return Palette([]) }
    return Palette(
      (0..<Int(map.pointee.ColorCount)).flatMap {
        [colors[$0].Red, colors[$0].Green, colors[$0].Blue]
      })
  }
}
