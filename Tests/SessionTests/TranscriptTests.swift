import Testing

@Suite("Transcripts")
struct TranscriptTests {
  static let files = TranscriptFile.all(in: TestFolders.transcripts)

  @Test("replay to the same bytes", arguments: files)
  func replay(_ file: TranscriptFile) throws { try file.replay() }

  @Test("are there, one for each verb and one for errors")
  func completeness() {
    #expect(Self.files.count >= 25)
    #expect(Self.files.contains { $0.name == "errors.md" })
  }
}
