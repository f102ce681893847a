import Charts
import Language

/// A file that was saved while a cell was the last one.
///
/// `save` is no cell. But what a later cell reads of it depends on the cells above the `save`, so a
/// notebook is written with those lines that a replay needs, and they are done again, in memory, when
/// a cell above them changes.
struct KeptSave: Sendable {
  /// The line, as it was read.
  let script: Script
  /// The file's full path.
  let key: String
  /// What a replay shows of it.
  let document: Document
}
