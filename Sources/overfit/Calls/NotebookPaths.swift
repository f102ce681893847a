internal import Workbench

/// The notebooks that a path of a call stands for.
enum NotebookPaths {
  /// The file itself, or all notebooks in a folder and the folders below.
  /// - Throws: `FileError` where a folder can't be listed, `CallError` where there is none in it or
  ///   where the name of a file is no notebook's: what has no cells would pass for equal.
  static func at(_ path: String, _ files: WorkingFolder) throws -> [String] {
    guard files.isFolder(path) else {
      guard path.hasSuffix(".md") else { throw CallError.noNotebookFile(path: path) }
      return [path]
    }
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let found = try notebooks(inFolder: folder, files)
    if found.isEmpty { throw CallError.noNotebook(folder: path) }
    return found
  }

  private static func notebooks(
    inFolder folder: String, _ files: WorkingFolder
  ) throws -> [String] {
    try files.names(in: folder).flatMap { name -> [String] in
      let entry = "\(folder)/\(name)"
      guard files.isFolder(entry) else { return name.hasSuffix(".md") ? [entry] : [] }
      // A link may lead back to a folder above it.
      if files.isLink(entry) { return [] }
      // What can't be listed can't be read either, and is told of in its turn.
      return (try? notebooks(inFolder: entry, files)) ?? [entry]
    }
  }
}
