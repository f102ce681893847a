import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("The checklist and the page of a course")
struct CourseTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.lesson(shows: "A1 print 1, A2"), to: "01-one.md")
    try folder.write("# Gallery | more\n\n```overfit\n> print 2\n2\n```\n", to: "gallery.md")
    try folder.write(Self.checklist, to: "checklist.md")
  }

  private static func lesson(shows: String) -> String {
    "---\ntitle: One\nminutes: 1\nteaches: dropout, error\nshows: \(shows)\n---\n# One\n\n"
      + "## The first part\n\n```overfit\n> print 1\n1\n```\n\n## Dropout | error\n"
  }

  private static let checklist = """
    # Rows

    ## Sums

    | row | what | not yet |
    | --- | --- | --- |
    | A1 | Print a \\| b | |
    | A2 | See it |
    | B10 | Wait | it is \\| to come |

    """

  /// What is found in a file of the folder, but for its minutes and the like.
  private func findings(_ file: String) throws -> [String] {
    let path = "\(folder.path)/\(file)"
    let notebook = try Notebook(bytes: WorkingFolder().read(path), name: path)
    let course = Course(folder: folder.path, files: WorkingFolder())
    return LessonReading(notebook, path: path, course: course, .testing()).findings
      .filter { $0.rule == .course }.map { "\($0.line): \($0.problem)" }
  }

  private var page: String {
    Course(folder: folder.path, files: WorkingFolder()).newPage?.text ?? "none"
  }

  @Test("the page has the way through the lessons, and each row with its place")
  func text() {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.suffix(20) == [
        "## The way through them", "", "| lesson | what it teaches | minutes | needs |",
        "| --- | --- | --- | --- |", "| [1. One](01-one.md) | dropout, error | 1 |  |", "",
        "Together that is 1 minute.", "", "Beside them: [Gallery \\| more](gallery.md).", "",
        "## What you will have done and seen", "", "### Sums", "",
        "| row | what it is | where |", "| --- | --- | --- |",
        "| A1 | Print a \\| b | [01-one](01-one.md#the-first-part) `print 1` |",
        "| A2 | See it | [01-one](01-one.md) |", "| B10 | Wait | it is \\| to come |", "",
      ])
  }

  @Test("a page that is not true, or is not there, is told with what to type")
  func stale() throws {
    let update = "overfit check --update \(folder.path) writes"
    #expect(
      try findings("checklist.md") == ["1: the course has no page, README.md: \(update) it"])
    try folder.write(page, to: "README.md")
    #expect(try findings("checklist.md").isEmpty)
    #expect(try findings("README.md").isEmpty)
    try folder.write(page.replacing("| 1 |  |", with: "| 2 |  |"), to: "README.md")
    let line = try #require(
      page.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("| [1. One]") })
    #expect(
      try findings("README.md") == [
        "\(line + 1): the page is not that of the lessons as they are: \(update) it anew"
      ])
    // A page without its last line is another one.
    try folder.write(String(page.dropLast()), to: "README.md")
    #expect(try findings("README.md").count == 1)
  }

  @Test("a row without a lesson, one that stands twice and an empty one are found")
  func rows() throws {
    try folder.write(Self.lesson(shows: "A1"), to: "01-one.md")
    try folder.write(Self.checklist + "| A1 | again |\n| C1 |\n", to: "checklist.md")
    try folder.write(page, to: "README.md")
    #expect(
      try findings("checklist.md") == [
        "10: A1 stands here a second time", "11: the row C1 says nothing: write | C1 | TEXT |",
        "8: no lesson shows A2, \"See it\": write \"shows: A2\" into the head of the one that does",
        "11: no lesson shows C1, \"\": write \"shows: C1\" into the head of the one that does",
      ])
  }

  @Test(
    "a lesson shows rows that are there, at places that are there",
    arguments: [
      ("A1 print 1", nil), ("A1 the first", nil), ("A1 dropout | error", nil),
      ("A3", "5: checklist.md has no row A3"),
      (
        "A1 print 3",
        "5: no cell begins with \"print 3\", and no step or heading is called so, which shows A1"
      ),
    ])
  func shown(shows: String, finding: String?) throws {
    try folder.write(Self.lesson(shows: shows), to: "01-one.md")
    #expect(try findings("01-one.md") == [finding].compactMap { $0 })
  }

  @Test("what is no row is an error of the head", arguments: ["a1", "A", "A1234", "10", "A1,"])
  func malformed(shows: String) {
    let error = #expect(throws: NotebookError.self) {
      try Notebook(text: Self.lesson(shows: shows), name: "a.md")
    }
    #expect(error?.line == 5)
  }

  @Test("a folder without a checklist is held to nothing")
  func none() throws {
    let other = try TemporaryFolder()
    try other.write(Self.lesson(shows: "Z9 nothing"), to: "01-one.md")
    let course = Course(folder: other.path, files: WorkingFolder())
    #expect(course.newPage == nil && course.hasNewPage)
    let path = "\(other.path)/01-one.md"
    let notebook = try Notebook(bytes: WorkingFolder().read(path), name: path)
    #expect(
      !LessonReading(notebook, path: path, course: course, .testing()).findings
        .contains { $0.rule == .course })
  }

  @Test("a folder that can't say what it is, is told of once; one within is a part of the course")
  func settings() throws {
    try folder.write("skips: perhaps\n", to: "course.yaml")
    #expect(
      try findings("01-one.md") == [
        "1: course.yaml:1: \"skips\" must be yes or no, not \"perhaps\""
      ])
    #expect(try findings("gallery.md").isEmpty)
    try folder.write("draw: 1\n", to: "clinic/course.yaml")
    try folder.write(Self.lesson(shows: "B10"), to: "clinic/01-a.md")
    #expect(page.contains("[clinic](clinic) (`overfit learn clinic`) with 1 lesson of its own."))
    #expect(page.contains("| B10 | Wait | [clinic/01-a](clinic/01-a.md) |"))
    try folder.write("title: The clinic\ndraw: 1\n", to: "clinic/course.yaml")
    #expect(
      page.contains("[The clinic](clinic) (`overfit learn clinic`) with 1 lesson of its own."))
    let inner = "\(folder.path)/clinic"
    let notebook = try Notebook(text: Self.lesson(shows: "Z1"), name: "\(inner)/01-a.md")
    #expect(
      LessonReading(
        notebook, path: "\(inner)/01-a.md",
        course: Course(folder: inner, files: WorkingFolder()), .testing()
      ).findings.filter { $0.rule == .course }.map(\.problem) == ["checklist.md has no row Z1"])
  }

  @Test("every row of the real course stands in its checklist, once")
  func complete() throws {
    let checklist = try #require(
      Checklist(folder: "\(LessonTests.root)/lessons", files: WorkingFolder()))
    #expect(checklist.faults.isEmpty)
    let rows = ChecklistTests.parts.flatMap { part in
      (1...part.rows).map { "\(part.letter)\($0)" }
    }
    let names = checklist.rows.map(\.name)
    #expect(Set(names).isSuperset(of: rows))
    #expect(Set(names).subtracting(rows).allSatisfy { "NO".contains($0.prefix(1)) })
  }
}
