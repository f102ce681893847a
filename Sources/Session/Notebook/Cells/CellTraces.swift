import TensorEngine
import Workbench

/// What a cell has left beside its state, and what it depends on beside the cells above it: nothing,
/// for most cells.
struct CellTraces: Sendable {
  static let none = CellTraces()

  /// The files that were saved while it was the last cell, in order.
  var saves: [KeptSave] = []
  /// The full paths of saved files that it read.
  var savedReads: Set<String> = []
  /// The real paths of the folders that it read from.
  var foldersRead: Set<String> = []
  /// The digests of what it read from the disk, where they are noted.
  var digestsRead: [[UInt8]] = []
  /// The real paths of the files that it read from the disk.
  var filesRead: [String] = []
  /// What stood on the disk where it wrote: its checkpoints.
  var replaced: [ReplacedFile] = []
  /// What is said at a terminal of how it ran, and stands in no notebook.
  var remark: String?
  /// Tells it, with all cells above it and what they read, from every other cell; nil where nothing is
  /// kept.
  var lineage: ContentDigest?
}
