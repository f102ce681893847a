/// A kind of image file, told by its first bytes and not by the ending of its name.
public enum ImageFormat: Equatable, Sendable, CaseIterable {
  /// Portable Network Graphics.
  case png
  /// Joint Photographic Experts Group, baseline and progressive.
  case jpeg
  /// Graphics Interchange Format.
  case gif
  /// A bitmap of Windows.
  case bmp
  /// WebP, lossy and lossless.
  case webp
  /// Tagged Image File Format; not read.
  case tiff
  /// High Efficiency Image File Format, as telephones write it; not read.
  case heic
  /// AV1 Image File Format; not read.
  case avif
  /// JPEG 2000; not read.
  case jpeg2000
  /// JPEG XL; not read.
  case jpegXL
  /// A document of Photoshop; not read.
  case photoshop
  /// Scalable Vector Graphics: lines and no pixels; not read.
  case svg
  /// Portable Document Format; not read.
  case pdf

  /// How many bytes of a file tell its kind.
  public static let startLength = 512

  /// Whether files of this kind are read.
  public var isRead: Bool {
    switch self {
    case .png, .jpeg, .gif, .bmp, .webp: true
    case .tiff, .heic, .avif, .jpeg2000, .jpegXL, .photoshop, .svg, .pdf: false
    }
  }

  /// The kind of a file; nil where its first bytes are those of no kind that is known.
  public init?(start bytes: some Collection<UInt8>) {
    let start = Array(bytes.prefix(Self.startLength))
    let found =
      Self.signatures.first { start.starts(with: $0.bytes) }?.format
      ?? Self.inContainer(start) ?? (Self.looksLikeSVG(start) ? .svg : nil)
    guard let found else { return nil }
    self = found
  }

  private static let signatures: [(bytes: [UInt8], format: ImageFormat)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
    (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
    ([0x49, 0x49, 0x2A, 0], .tiff), ([0x4D, 0x4D, 0, 0x2A], .tiff),
    ([0x49, 0x49, 0x2B, 0], .tiff), ([0x4D, 0x4D, 0, 0x2B], .tiff),
    ([0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20], .jpeg2000), ([0xFF, 0x4F, 0xFF, 0x51], .jpeg2000),
    ([0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20], .jpegXL), ([0xFF, 0x0A], .jpegXL),
    (Array("8BPS".utf8), .photoshop), (Array("%PDF".utf8), .pdf),
  ]

  /// Kinds that name themselves behind the size of the file or of a box, and a BMP, whose two
  /// letters alone would be those of many a text: its header's length follows.
  private static func inContainer(_ start: [UInt8]) -> ImageFormat? {
    guard start.count >= 12 else { return nil }
    let name = String(decoding: start[8..<12], as: UTF8.self)
    if start.starts(with: "RIFF".utf8) { return name == "WEBP" ? .webp : nil }
    if start[4..<8].elementsEqual("ftyp".utf8) {
      let end = min(start.count, max(12, start[..<4].reduce(0) { $0 << 8 | Int($1) }))
      let brands = stride(from: 8, to: end - 3, by: 4).map {
        String(decoding: start[$0..<$0 + 4], as: UTF8.self)
      }
      if brands.contains(where: { $0.hasPrefix("avi") && $0 != "avi " }) { return .avif }
      return brands.contains(where: { ["heic", "heix", "hevc", "heim", "mif1"].contains($0) })
        ? .heic : nil
    }
    let isBMP =
      start.starts(with: "BM".utf8) && start.count >= 18
      && [12, 40, 52, 56, 64, 108, 124].contains(start[14]) && start[15..<18].allSatisfy { $0 == 0 }
    return isBMP ? .bmp : nil
  }

  /// Whether a text begins with the mark of an SVG, behind a declaration and notes at most.
  private static func looksLikeSVG(_ start: [UInt8]) -> Bool {
    let text = String(decoding: start, as: UTF8.self).drop { $0 == "\u{FEFF}" || $0.isWhitespace }
    guard text.hasPrefix("<") else { return false }
    return text.hasPrefix("<svg") || (text.contains("<svg") && !text.contains("<html"))
  }
}
