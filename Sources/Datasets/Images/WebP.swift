import CWebP

/// Reads WebP files, lossy and lossless, through libwebp: of a moving one the first picture.
///
/// Transparency is left out, and what colours a transparent pixel has is kept, as Pillow's
/// `convert("RGB")` does.
enum WebP {
  /// The image in a file, and how it must be turned to stand upright.
  ///
  /// - Throws: `DatasetError` if it is damaged, cut off or too large.
  static func bitmap(_ file: FileBytes) throws(DatasetError) -> (Bitmap, Orientation) {
    try file.bytes.withUnsafeBufferPointer { content in
      Result { () throws(DatasetError) in try bitmap(content, file: file.name) }
    }.get()
  }

  private static func bitmap(
    _ content: UnsafeBufferPointer<UInt8>, file: String
  ) throws(DatasetError) -> (Bitmap, Orientation) {
    let damaged = DatasetError(file: file, .image(.damaged(.webp)))
    var (width, height): (Int32, Int32) = (0, 0)
    guard WebPGetInfo(content.baseAddress, content.count, &width, &height) != 0 else {
      throw damaged
    }
    try Bitmap.check(width: Int(width), height: Int(height), file: file)
    var options = WebPAnimDecoderOptions()
    guard WebPAnimDecoderOptionsInit(&options) != 0 else { throw damaged }
    options.color_mode = MODE_RGBA
    options.use_threads = 0
    var data = WebPData(bytes: content.baseAddress, size: content.count)
    guard let decoder = WebPAnimDecoderNew(&data, &options) else { throw damaged }
    defer { WebPAnimDecoderDelete(decoder) }
    var info = WebPAnimInfo()
    guard WebPAnimDecoderGetInfo(decoder, &info) != 0, info.canvas_width == width,
      info.canvas_height == height
    else { throw damaged }
    var pixels: UnsafeMutablePointer<UInt8>?
    var time: Int32 = 0
    guard WebPAnimDecoderGetNext(decoder, &pixels, &time) != 0, let pixels else { throw damaged }
    let count = 4 * Int(width) * Int(height)
    let bitmap = Bitmap(
      width: Int(width), height: Int(height),
      rgba: UnsafeBufferPointer(start: pixels, count: count))
    return (bitmap, orientation(WebPAnimDecoderGetDemuxer(decoder)))
  }

  private static func orientation(_ demuxer: OpaquePointer?) -> Orientation {
    var chunk = WebPChunkIterator()
    guard let demuxer, WebPDemuxGetChunk(demuxer, "EXIF", 1, &chunk) != 0 else { return .upright }
    defer { WebPDemuxReleaseChunkIterator(&chunk) }
    return Orientation(
      exif: UnsafeBufferPointer(start: chunk.chunk.bytes, count: chunk.chunk.size))
  }
}
