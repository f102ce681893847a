/// All that the command line asks of the rooms behind it.
protocol House {
  init(_ settings: HouseSettings)
  /// An empty notebook.
  func notebook() -> any Conversation
  /// An empty notebook for a file, which may write only where the call allows it; its own seed
  /// counts unless the call gives one.
  func notebook(for file: CellFile) -> any Conversation
  /// A lesson, picked up where it was left.
  func lesson(_ name: String) throws(Complaint) -> any Conversation
  func lessonList(_ page: Page) -> String
  func file(_ path: String) throws(Complaint) -> CellFile
  /// Replays the notebooks and hands over a report for each, as soon as it is done.
  func replay(
    _ paths: [String], update: Bool, control: RunControl, report: (ReplayReport) -> Void
  ) throws(Complaint)
}

/// A script or a notebook that is to be run.
struct CellFile {
  struct Cell {
    var source: String
    /// The output that the notebook has for it; nil in a script.
    var output: [String]?
  }

  var cells: [Cell]
  /// The seed that the notebook names.
  var seed: UInt64?
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
