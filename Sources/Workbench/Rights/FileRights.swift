/// What commands may do with files: as much as the person at the prompt, or as a file that was opened.
///
/// The person reads what they may and writes where they say. A file's commands read the folders that
/// are listed here and no others, write where the person has allowed it, over no file that they did
/// not write themselves, and contact no server.
package struct FileRights: Equatable, Sendable {
  /// Where something is allowed.
  package enum Region: Equatable, Sendable {
    /// Wherever the user may.
    case everywhere
    /// Nowhere.
    case nowhere
    /// In these folders, given by their real paths, and in the folders below them; in hidden ones
    /// only if they are named.
    case inside([String])
  }

  /// The file whose commands these are; nil for the person.
  package var holder: String?
  /// Where files are read.
  package var reading = Region.everywhere
  /// Where files are written.
  package var writing = Region.everywhere
  /// Whether a file that may not be written is kept in memory instead.
  package var keepsInMemory = false
  /// Whether files may be run: by the person, and not by a file.
  package var runsFiles = true
  /// Whether a search may name a file to keep its study in.
  package var namesStudies = true
  /// The most bytes that it may ask for by `set memory`, unless the session has more already; nil
  /// where that is any number.
  package var memory: Int?
  /// What the person is asked about where it is not allowed.
  package var asks: Set<FileAction> = []
  /// Where the person is asked about each file that is written, and what they have not allowed is
  /// refused; nil where they are asked about any, and what they don't allow is kept in memory.
  package var home: Region?
  /// Whether the person runs its lines one by one, as at the prompt: they are asked about long work, and a
  /// line that fails is no cell.
  package var isTyped = false

  /// The rights of the person.
  package static let person = FileRights()

  /// The same for what is only to be kept in memory.
  package var inMemory: FileRights {
    var rights = self
    (rights.writing, rights.keepsInMemory, rights.asks) = (.nowhere, true, [])
    rights.home = nil
    return rights
  }

  /// The same for what was written before and is not to be written again: it is kept in memory.
  package var withoutWriting: FileRights {
    var rights = self
    (rights.writing, rights.keepsInMemory) = (.nowhere, true)
    rights.asks.remove(.writing)
    rights.home = nil
    return rights
  }

  /// The region of an action.
  func region(of action: FileAction) -> Region {
    switch action {
    case .reading: reading
    case .writing: writing
    }
  }
}

extension FileRights.Region {
  /// These folders, by the real paths that they have now; the root of all files is none of them.
  package static func folders(_ paths: [String]) -> Self {
    let real = paths.compactMap { PathWalk.realPath($0) }.filter { $0 != "/" }
    return real.isEmpty ? .nowhere : .inside(real)
  }

  /// Whether a place is inside; `location` has the parts of its real path.
  func admits(_ location: [String]) -> Bool {
    switch self {
    case .everywhere: true
    case .nowhere: false
    case .inside(let folders):
      folders.contains { folder in
        let root = PathWalk.parts(of: folder)
        return location.starts(with: root)
          && !location.dropFirst(root.count).contains { $0.hasPrefix(".") }
      }
    }
  }

  /// Whether the place of a real path is inside.
  package func admits(path: String) -> Bool { admits(PathWalk.parts(of: path)) }

  /// Whether a place is inside, or on the way to what is.
  func leads(to location: [String]) -> Bool {
    if admits(location) { return true }
    guard case .inside(let folders) = self else { return false }
    return folders.contains { PathWalk.parts(of: $0).starts(with: location) }
  }
}
