import Testing

/// Each row of the course on tuning that Overfit teaches has a notebook here that does it or
/// shows it, named after the row.
@Suite("Rows of the course")
struct ChecklistTests {
  static let files = TranscriptFile.all(in: TestFolders.checklist)

  /// How many rows each part of the course has: hyperparameters and counting, data, bias and
  /// variance, L1 and L2, dropout, batch normalization, early stopping and callbacks, optimizers,
  /// schedules, batches and epochs, initialization, transfer, files and process, losses.
  static let parts: [(letter: String, rows: Int)] = [
    ("A", 11), ("B", 14), ("C", 9), ("D", 13), ("E", 7), ("F", 16), ("G", 8), ("H", 10),
    ("I", 10), ("J", 5), ("K", 3), ("M", 4), ("P", 6), ("Q", 15),
  ]

  /// Rows that nothing can do or show yet.
  static let missing: [String] = []

  @Test("replay to the same bytes", arguments: files)
  func replay(_ file: TranscriptFile) throws { try file.replay() }

  @Test("are all there, but for those that are listed as missing")
  func completeness() {
    let rows = Self.parts.flatMap { part in (1...part.rows).map { "\(part.letter)\($0)" } }
    let shown = Set(Self.files.map { String($0.name.dropLast(".md".count)) })
    #expect(rows.filter { !shown.contains($0) } == Self.missing)
    #expect(shown.isSubset(of: rows))
  }
}
