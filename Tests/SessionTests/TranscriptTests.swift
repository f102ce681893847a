import Foundation
import Testing

@testable import Commands
@testable import Session

@Suite("Transcripts")
struct TranscriptTests {
  static let files = TranscriptFile.all(in: TestFolders.transcripts)

  @Test("replay to the same bytes", arguments: files)
  func replay(_ file: TranscriptFile) throws { try file.replay() }

  @Test("and the rows of the course show each verb but the one that ends them")
  func completeness() throws {
    var typed: Set<Substring> = []
    for file in Self.files + TranscriptFile.all(in: TestFolders.checklist) {
      for line in try String(contentsOf: file.url, encoding: .utf8).split(separator: "\n")
      where line.hasPrefix("> ") || line.hasPrefix(". ") {
        let words = line.split(separator: " ")
        typed.formUnion(words.dropFirst().prefix(1))
        // What a rule does stands behind its condition.
        if let place = words.firstIndex(of: "do") { typed.formUnion(words[place...].prefix(2)) }
      }
    }
    let missing = Vocabulary.standard.table.verbs.filter { !typed.contains(Substring($0)) }
    #expect(missing == ["quit"])
    #expect(Self.files.contains { $0.name == "errors.md" })
  }
}
