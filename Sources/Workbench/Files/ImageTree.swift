import Datasets

/// The image files of a folder, one class a folder in it; nothing is read yet.
package struct ImageTree {
  /// A file: the name by which messages speak of it, and where it is.
  package struct File {
    /// The file below the folder that was named, without the folders above it.
    package var name: String
    /// Where the file is.
    package var path: String
  }

  /// A folder that is a class, with the images in it and in the folders below it.
  package struct Class {
    /// The name of the class, which is that of its folder.
    package var name: String
    /// The images of the class, in ascending order of their names.
    package var files: [File]
  }

  /// The most files that are looked at.
  private static let fileLimit = 1_000_000

  /// The name of the folder, without the folders above it.
  package let name: String
  /// The door through which the images are read.
  package let files: WorkingFolder
  /// The classes, in ascending order of their names.
  package private(set) var classes: [Class] = []
  private var fileCount = 0
  private var otherCount = 0

  /// Looks into a folder, or one of that name where data sets are looked for.
  ///
  /// - Throws: `FileError` if the folder or one in it can't be read; `DatasetError` if there are
  ///   too many files.
  package init(_ path: String, _ settings: SessionSettings) throws {
    files = settings.files
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    name = path.split(separator: "/").last.map(String.init) ?? path
    let root = Self.place(of: path, settings)
    for entry in try files.names(in: root)
    where !entry.hasPrefix(".") && files.isFolder("\(root)/\(entry)") {
      var found = Class(name: entry, files: [])
      try collect("\(root)/\(entry)", named: entry, into: &found)
      classes.append(found)
    }
  }

  /// What was passed over.
  package var notes: [String] {
    otherCount == 0
      ? []
      : ["\(Wording.count(otherCount, "file")) not .png, .jpg or .jpeg: left out"]
  }

  /// The folder itself, or one of that name where data sets are looked for.
  private static func place(of path: String, _ settings: SessionSettings) -> String {
    guard !settings.files.isFolder(path), !path.hasPrefix("/") else { return path }
    return settings.datasetFolders.map { "\($0)/\(path)" }.first { settings.files.isFolder($0) }
      ?? path
  }

  private mutating func collect(
    _ path: String, named name: String, into found: inout Class
  ) throws {
    for entry in try files.names(in: path) where !entry.hasPrefix(".") {
      let place = "\(path)/\(entry)"
      if files.isFolder(place) {
        // A link may lead back to a folder above it.
        if !files.isLink(place) { try collect(place, named: "\(name)/\(entry)", into: &found) }
        continue
      }
      fileCount += 1
      guard fileCount <= Self.fileLimit else {
        throw DatasetError(file: self.name, .image(.fileCount(limit: Self.fileLimit)))
      }
      let ending = entry.lowercased()
      if [".png", ".jpg", ".jpeg"].contains(where: { ending.hasSuffix($0) }) {
        found.files.append(File(name: "\(name)/\(entry)", path: place))
      } else {
        otherCount += 1
      }
    }
  }
}
