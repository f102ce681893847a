package import Datasets

/// The image files of a folder, one class a folder in it, or in its folders of splits; nothing is
/// read yet.
///
/// ```
/// photos/cats/1.png                   one class a folder
/// photos/train/cats/1.png             train, validation and test are splits
/// ```
///
/// Folders of splits are `train`, `validation` and `test` with the names that other programs give
/// them, in any case: training, val, valid, testing. A folder below that of a class belongs to it.
package struct ImageTree {
  /// A file: the name by which messages speak of it, and where it is.
  package struct File {
    /// The file below the folder that was named, without the folders above it.
    package var name: String
    /// Where the file is.
    package var path: String
  }

  /// An image that is to be read.
  package struct Image {
    /// Where it is.
    package let file: File
    /// The number of its class.
    package let number: Int
    /// The split that it is for.
    package let part: ImageSet.Part
  }

  /// The name of the folder, without the folders above it.
  package let name: String
  /// The door through which the images are read.
  package let files: WorkingFolder
  /// The names of the classes of all splits, in ascending order.
  package private(set) var classNames: [String] = []
  /// The images: those for training first, and in each split a class after the other.
  package private(set) var images: [Image] = []
  /// What was passed over.
  package private(set) var passedOver = DatasetNote.PassedOver()

  /// Looks into a folder, or one of that name where data sets are looked for.
  ///
  /// - Parameter splits: Whether folders with the names of splits are such; nil asks the folder,
  ///   which may not say it clearly.
  /// - Throws: `FileError` if the folder or one in it can't be read; `DatasetError` if there are
  ///   too many files, fewer than two classes, or two ways to read it.
  package init(_ path: String, splits: Bool? = nil, _ settings: SessionSettings) throws {
    files = settings.files
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    name = path.split(separator: "/").last.map(String.init) ?? path
    var count = 0
    let root = try ImageFolder(
      Self.place(of: path, settings), name: name, files: files, passedOver: &passedOver,
      count: &count)
    passedOver.strays = root.images.count
    let division = try ImageDivision(of: root, splits: splits)
    passedOver.otherFolders = division.others.map(\.place)
    passedOver.strays += division.strays
    let found = division.parts.flatMap { part, folders in folders.map { (part, $0) } }
    passedOver.emptyFolders =
      (division.empty + found.map(\.1).filter { !$0.hasImages }).map(\.place)
    let classes = found.filter(\.1.hasImages)
    classNames = Set(classes.map(\.1.name)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try checkClasses(root, path: path, isDivided: division.isDivided)
    for (part, folder) in classes {
      guard let number = classNames.firstIndex(of: folder.name) else { continue }
      images += folder.allImages.map { Image(file: $0, number: number, part: part) }
    }
  }

  /// The folder itself, or one of that name where data sets are looked for.
  private static func place(of path: String, _ settings: SessionSettings) -> String {
    guard !settings.files.isFolder(path), !path.hasPrefix("/") else { return path }
    return settings.datasetFolders.map { "\($0)/\(path)" }.first { settings.files.isFolder($0) }
      ?? path
  }

  /// Refuses fewer than two classes.
  private func checkClasses(
    _ root: ImageFolder, path: String, isDivided: Bool
  ) throws(DatasetError) {
    guard classNames.count < 2 else { return }
    guard let only = classNames.first else {
      throw DatasetError(
        file: name,
        .image(root.folders.isEmpty ? .noFolders(imageCount: root.images.count) : .noImages))
    }
    let folder = isDivided ? nil : root.folders.first { $0.name == only }
    let isDeeper = folder.map { $0.folders.count { $0.hasImages } > 1 } ?? false
    throw DatasetError(
      file: name, .image(.oneFolder(only, inner: isDeeper ? "\(path)/\(only)" : nil)))
  }
}
