import Commands
import Language
import Testing

@testable import Session

@Suite("A script")
struct VocabularyTests {
  private let vocabulary = Vocabulary.standard

  private func script(_ source: String) -> Script {
    Script(parsing: source, forms: vocabulary.table.forms)
  }

  @Test(
    "stays within the notebook where it makes a cell or an error, and no file",
    arguments: [
      "let a = 1", "print (", "trane", "show names", "add dense 8", "data a.csv", "plot surface",
    ])
  func within(_ source: String) {
    #expect(vocabulary.staysWithin(script(source)))
  }

  @Test(
    "may go beyond it where it writes files, asks others, or works on the notebook itself",
    arguments: [
      "train", "save a.md", "fetch mnist", "search random rate=0.1..1", "undo", "quit",
      "set pictures ascii", "for a in 1..2\n  train\nend", "learn", "edit 1 print 2",
    ])
  func beyond(_ source: String) {
    #expect(!vocabulary.staysWithin(script(source)))
  }
}
