import Synchronization
import TensorEngine

/// The files that the cells so far have saved, as a value that goes with the state: what a cell finds
/// under a path is decided by the cells above it, and not by what was written since.
package struct SavedFiles: Sendable {
  /// The most bytes that are kept, in all files together.
  package static let limit = 512 << 20

  /// The contents by the files' full paths.
  package fileprivate(set) var contents: [String: [UInt8]] = [:]

  /// Begins without files.
  package init() {}

  /// How many bytes these files take beyond those that others hold already.
  package func bytes(notIn others: SavedFiles) -> Int {
    contents.isEmpty ? 0 : storages.bytes(notIn: others.storages)
  }

  private var storages: StorageCount {
    var storages = StorageCount()
    for bytes in contents.values { storages.add(bytes) }
    return storages
  }

  /// Keeps a file; false, and the path is forgotten, where there is no room or all files would exceed
  /// ``limit``.
  fileprivate mutating func keep(_ bytes: [UInt8], as key: String, in room: Int) -> Bool {
    contents[key] = nil
    guard contents.reduce(bytes.count, { $0 + $1.value.count }) <= Self.limit, bytes.count <= room
    else { return false }
    contents[key] = bytes
    return true
  }
}

/// The saved files while a line runs: what the cells above it saved, and what it saves itself.
package final class MemoryFiles: Sendable {
  private struct Content {
    var files: SavedFiles
    var reads: Set<String> = []
    var replaced: [ReplacedFile] = []
    var folders: Set<String> = []
    var mustNotBeRecorded = false
    /// The digests of what was read on the disk, in the order of the reading.
    var digests: [[UInt8]] = []
    /// The real paths of the files that were read on the disk, in the order of the first reading.
    var paths: [String] = []
    /// How many bytes may still be kept.
    var room: Int
  }

  /// Whether the line is that of a cell, and so is run again by a replay.
  let isOfCell: Bool
  /// Whether it is noted what was read on the disk.
  private let notesContent: Bool
  private let content: Mutex<Content>

  /// Begins with what the cells above have saved.
  ///
  /// - Parameters:
  ///   - room: How many bytes the notebook has left.
  ///   - notesContent: Whether ``digests`` are wanted.
  package init(
    _ files: SavedFiles = SavedFiles(), room: Int = .max, ofCell: Bool = false,
    notesContent: Bool = false
  ) {
    isOfCell = ofCell
    self.notesContent = notesContent
    content = Mutex(Content(files: files, room: room))
  }

  /// Whether the line has read and written nothing, neither here nor on the disk.
  package var isUntouched: Bool {
    content.withLock { content in
      content.reads.isEmpty && content.folders.isEmpty && content.digests.isEmpty
        && content.paths.isEmpty && content.replaced.isEmpty
    }
  }
  /// What is saved now.
  package var files: SavedFiles { content.withLock { $0.files } }
  /// What stood on the disk where the line has written, in the order of the writing.
  package var replaced: [ReplacedFile] { content.withLock { $0.replaced } }
  /// The paths whose saved content the line has read.
  package var reads: Set<String> { content.withLock { $0.reads } }
  /// The real paths of the folders from which the line has read on the disk.
  package var folders: Set<String> { content.withLock { $0.folders } }

  /// Whether what the line came to depends on what a replay does not find again, such as a folder to
  /// write into: it then becomes no cell.
  package var mustNotBeRecorded: Bool { content.withLock { $0.mustNotBeRecorded } }

  /// Says that a failure of the line is none that a replay would have too.
  package func refuseRecording() { content.withLock { $0.mustNotBeRecorded = true } }

  /// The content of a file; nil if none was saved under this full path.
  func bytes(of key: String) -> [UInt8]? { content.withLock { $0.files.contents[key] } }

  /// The digests of what the line has read on the disk, in the order of the reading, where they are
  /// noted; an empty one for what none could be made of.
  package var digests: [[UInt8]] { content.withLock { $0.digests } }

  /// The most files that are noted by their paths.
  package static let mostPaths = 1000

  /// The real paths of the files that the line has read on the disk, in the order of the first reading;
  /// of more than ``mostPaths`` the first ones.
  package var paths: [String] { content.withLock { $0.paths } }

  /// Notes what the line has read on the disk.
  func noteRead(_ bytes: [UInt8], ofFileAt path: String) {
    content.withLock { content in
      guard content.paths.count < Self.mostPaths, !content.paths.contains(path) else { return }
      content.paths.append(path)
    }
    guard notesContent else { return }
    let digest = ContentDigest(of: [Array(path.utf8), bytes])?.bytes ?? []
    content.withLock { $0.digests.append(digest) }
  }

  /// Notes that the line has taken the content that was saved.
  func noteRead(_ key: String) { content.withLock { _ = $0.reads.insert(key) } }

  /// Notes that the line has read in a folder on the disk.
  func noteRead(inFolder path: String) { content.withLock { _ = $0.folders.insert(path) } }

  /// Whether the line has written under a full path.
  func hasReplaced(_ key: String) -> Bool {
    content.withLock { content in content.replaced.contains { $0.key == key } }
  }

  /// Notes what stood there before the line wrote for the first time.
  func noteReplaced(_ file: ReplacedFile) { content.withLock { $0.replaced.append(file) } }

  /// Keeps a file; false where there is no room for it.
  func keep(_ bytes: [UInt8], as key: String) -> Bool {
    content.withLock { content in
      guard content.files.keep(bytes, as: key, in: content.room) else { return false }
      content.room -= bytes.count
      return true
    }
  }
}
