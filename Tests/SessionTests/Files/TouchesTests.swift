import Language
import Reports
import Testing

@testable import Commands
@testable import Session
@testable import Workbench

@Suite("What verbs touch")
struct TouchesTests {
  @Test("is declared: few write, one contacts a server, two start a program")
  func declared() {
    let definitions = Vocabulary.standard.table.definitions
    let verbs = { (touch: Touches) in
      definitions.filter { $0.touches.contains(touch) }.map(\.verb).sorted()
    }
    #expect(verbs(.writes) == ["fetch", "resume", "save", "search", "train"])
    #expect(verbs(.network) == ["fetch"])
    #expect(verbs(.programs) == ["resume", "search"])
    #expect(
      verbs(.reads) == [
        "data", "explain", "inspect", "learn", "lessons", "load", "network", "predict", "resume",
        "run",
      ])
  }

  @Test("is all that the door lets a verb do, whoever types it", arguments: [Touches.reads, []])
  func undeclared(_ touches: Touches) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("content", to: "a.txt")
    let other = folder.path + "/b.txt"
    let command = CellCommand(
      CommandDefinition(
        verb: "try", family: .data, summary: "", forms: ["try"], touches: touches, example: [])
    ) { (execution, arguments) throws(Diagnostic) in
      let files = execution.settings.files
      let reads = (try? files.read(file)) != nil
      let saves = (try? files.save([1], to: other)) != nil
      #expect(reads == touches.contains(.reads))
      #expect(!saves && execution.settings.fetch == nil)
      #expect(files.exists(file) == touches.contains(.reads))
      return SentenceReport()
    }
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    settings.fetch = { _, _, _, _, _ in Issue.record("a server was contacted") }
    var session = NotebookSession(settings: settings, vocabulary: Vocabulary([.cell(command)]))
    _ = session.submit("try")
    #expect(session.cells.count == 1)
    #expect(folder.names == ["a.txt"])
  }
}
