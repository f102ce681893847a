/// The file of a notebook: what it was opened from or last saved to, and what it held then.
struct NotebookFile: Sendable {
  /// The path as it was typed.
  let path: String
  /// Tells the content that it had from another one.
  let digest: UInt64
  /// The sources of its cells.
  let sources: [String]
  /// The file into which the notebook is written back; nil for one that this session has begun.
  var manuscript: Manuscript?
}
