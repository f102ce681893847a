import Testing

/// Each row of the course on tuning that Overfit teaches has a notebook here that does it or
/// shows it, named after the row.
@Suite("Rows of the course")
struct ChecklistTests {
  static let files = TranscriptFile.all(in: TestFolders.checklist)

  @Test("replay to the same bytes", arguments: files)
  func replay(_ file: TranscriptFile) throws { try file.replay() }
}
