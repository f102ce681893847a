import GoldenTexts
import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// Lessons that were broken on purpose, each in one way, stand in `Broken`; what is said of each stands
/// in `Pictures/broken-lessons.txt`.
@Suite("Broken lessons")
struct BrokenLessonTests {
  private static let folder = "\(LessonTests.root)/Tests/SessionTests/Checking/Broken"
  private static let settings = SessionSettings(
    datasetFolders: [], lessonFolders: [], files: WorkingFolder())

  private static func names(in folder: String) throws -> [String] {
    try WorkingFolder().names(in: folder).filter { $0.hasSuffix(".md") }.sorted()
  }

  private static func check(_ name: String, in folder: String) throws -> LessonCheck {
    let bytes = try WorkingFolder().read("\(folder)/\(name)")
    do throws(NotebookError) {
      return LessonCheck(
        try Notebook(bytes: bytes, name: name), path: "\(folder)/\(name)",
        course: Course(folder: folder, files: WorkingFolder()), seeds: 0, settings: settings)
    } catch {
      return LessonCheck(error, path: "\(folder)/\(name)")
    }
  }

  @Test("each is refused, with its line and what to do")
  func messages() throws {
    var lines: [String] = []
    var broken = 0
    for folder in [Self.folder, "\(Self.folder)/course"] {
      for name in try Self.names(in: folder) {
        let check = try Self.check(name, in: folder)
        lines += check.findings.map { "\(name):\($0.line): \($0.problem)" }
        if check.passes { lines.append("\(name): passes") } else { broken += 1 }
      }
    }
    #expect(broken >= 40)
    try GoldenText.expect(lines.joined(separator: "\n"), equals: "broken-lessons.txt")
  }

  @Test("the lesson that they were made of passes, and no other one does")
  func whole() throws {
    for name in try Self.names(in: Self.folder) {
      #expect(try Self.check(name, in: Self.folder).passes == (name == "whole.md"), "\(name)")
    }
  }

  @Test("an update leaves a lesson alone that can't be read to its end")
  func untouched() throws {
    for name in try Self.names(in: Self.folder) {
      let bytes = try WorkingFolder().read("\(Self.folder)/\(name)")
      guard let notebook = try? Notebook(bytes: bytes, name: name) else { continue }
      let updated = Replay(notebook, settings: Self.settings).updatedText
      let again = try Notebook(text: updated, name: name)
      #expect(again.cells.map(\.source) == notebook.cells.map(\.source))
      #expect(again.steps.map(\.lines.count) == notebook.steps.map(\.lines.count))
    }
  }
}
