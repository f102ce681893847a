/// All that the command line asks of the rooms behind it.
protocol House {
  init(_ settings: HouseSettings)
  /// An empty notebook.
  func notebook() -> any Conversation
  /// An empty notebook for the cells of a file, which may write only where the call allows it.
  func notebookOfStrangers() -> any Conversation
  /// A lesson, picked up where it was left.
  func lesson(_ name: String) throws(Complaint) -> any Conversation
  func lessonList(_ page: Page) -> String
  /// The cells of a script or a notebook, in order.
  func cells(ofFile path: String) throws(Complaint) -> [FileCell]
  /// Replays the notebooks and hands over a report for each, as soon as it is done.
  func replay(
    _ paths: [String], update: Bool, control: RunControl, report: (ReplayReport) -> Void
  ) throws(Complaint)
}

/// A cell of a script or a notebook.
struct FileCell {
  var source: String
  /// The output that the notebook has for it; nil in a script.
  var output: [String]?
}

/// What became of one notebook.
struct ReplayReport {
  var differs: Bool
  /// The unified diff of one that differs; a line for one that does not, or nothing.
  var text: String
}

/// What the command line has settled.
struct HouseSettings {
  /// Fetches a file: address, path, SHA-256 digest.
  typealias Fetch =
    @Sendable (_ url: String, _ path: String, _ sha256: String, RunControl)
    throws(Complaint) -> Void

  var seed: UInt64?
  var threads: Int?
  var datasetFolders: [String] = []
  /// Where notebooks of strangers may write.
  var writableFolder: String?
  var fetch: Fetch
}
