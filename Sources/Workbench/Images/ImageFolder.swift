import Datasets
import TensorEngine

/// A folder as it was found, with the folders in it: which of its files may be images, by name and
/// by first bytes; none of them is read yet.
struct ImageFolder {
  /// The most files that are looked at.
  private static let fileLimit = 1_000_000
  /// So many folders may stand in each other.
  private static let mostLevels = 64

  /// Its own name.
  let name: String
  /// Its name below the folder that was named.
  let place: String
  /// The images that lie in it itself, in ascending order of their names.
  private(set) var images: [ImageTree.File] = []
  /// The folders in it, in ascending order of their names.
  private(set) var folders: [ImageFolder] = []

  /// Looks into a folder and all below it.
  ///
  /// - Throws: `FileError` if one of them can't be read; `DatasetError` if there are too many files.
  init(
    _ path: String, name: String, place: String = "", level: Int = 0, files: WorkingFolder,
    passedOver: inout DatasetNote.PassedOver, count: inout Int
  ) throws {
    (self.name, self.place) = (name, place)
    for entry in try files.names(in: path) {
      let (inner, below) = ("\(path)/\(entry)", place.isEmpty ? entry : "\(place)/\(entry)")
      count += 1
      if Interruption.current.isAsked() { throw FileError.interrupted(path) }
      guard count <= Self.fileLimit else {
        throw DatasetError(file: name, .image(.fileCount(limit: Self.fileLimit)))
      }
      guard !Self.isSystems(entry) else {
        passedOver.hidden += 1
        continue
      }
      guard files.isFolder(inner) else {
        if Self.isImage(inner, named: entry, files) {
          images.append(ImageTree.File(name: below, path: inner))
        } else {
          passedOver.take(other: entry)
        }
        continue
      }
      // A link may stand for a class, and may lead back to a folder above it.
      guard level < 2 || !files.isLink(inner), level < Self.mostLevels else { continue }
      folders.append(
        try ImageFolder(
          inner, name: entry, place: below, level: level + 1, files: files,
          passedOver: &passedOver, count: &count))
    }
  }

  /// The images in it and in all folders below it: its own ones first.
  var allImages: [ImageTree.File] { images + folders.flatMap(\.allImages) }

  /// Whether an image is in it or below it.
  var hasImages: Bool { !images.isEmpty || folders.contains(where: \.hasImages) }

  /// Names that systems give, and that no student has chosen.
  private static func isSystems(_ name: String) -> Bool {
    name.hasPrefix(".")
      || ["thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"].contains(name.lowercased())
  }

  /// Whether a file says that it is an image: its name does, or else its first bytes.
  private static func isImage(_ path: String, named name: String, _ files: WorkingFolder) -> Bool {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    if name.contains("."), endings.contains(ending) { return true }
    let format = files.start(of: path, count: ImageFormat.startLength)
      .flatMap { ImageFormat(start: $0) }
    return format != nil && format != .pdf
  }

  private static let endings: Set<String> = [
    "png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "dib", "webp", "tif", "tiff", "heic", "heif",
    "avif", "svg", "jp2", "jxl", "psd",
  ]
}
