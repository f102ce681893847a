import Language
import Testing

@Suite("The catalogue of errors")
struct ErrorCatalogueTests {
  @Test("shows each wrong line with what is said about it", arguments: entries)
  func entry(_ entry: Case) {
    let script = Script(parsing: entry.source)
    let lines = script.diagnostics.flatMap {
      DiagnosticText.lines(for: $0, source: entry.source, indent: 2, width: 80)
    }
    #expect(lines.joined(separator: "\n") == entry.expected)
    #expect(script.printed == entry.source)
    #expect(!script.isIncomplete)
  }

  /// The inputs and what stands under them: `> ` begins an input, `. ` continues it.
  static let entries: [Case] = {
    var entries: [Case] = []
    for line in (ErrorCatalogue.commands + ErrorCatalogue.formulasAndBlocks).split(separator: "\n")
    {
      if line.hasPrefix("> ") {
        entries.append(Case(String(line.dropFirst(2)), ""))
      } else if line.hasPrefix(". ") {
        entries[entries.count - 1].source += "\n" + line.dropFirst(2)
      } else {
        let expected = entries[entries.count - 1].expected
        entries[entries.count - 1].expected = expected + (expected.isEmpty ? "" : "\n") + line
      }
    }
    return entries
  }()

  @Test("has no entry twice")
  func unique() {
    #expect(
      Set(ErrorCatalogueTests.entries.map(\.source)).count == ErrorCatalogueTests.entries.count)
  }
}
