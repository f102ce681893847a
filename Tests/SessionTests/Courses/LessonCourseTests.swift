import Charts
import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("A folder of lessons")
struct LessonCourseTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 1...8 {
      try folder.write(
        "# L\(number)\n\n```overfit\n> print \(number)\n```\n", to: "c/0\(number)-l.md")
    }
    try folder.write("# Nothing to do\n", to: "c/README.md")
  }

  private func course(_ settings: String?) throws -> LessonCourse {
    if let settings { try folder.write(settings, to: "c/course.yaml") }
    return try LessonCourse(
      "c", folder: "\(folder.path)/c", by: .learn, files: WorkingFolder())
  }

  private func failure(_ settings: String) throws -> LessonShelf.Failure? {
    #expect(throws: LessonShelf.Failure.self) { try course(settings) }
  }

  @Test("has its lessons by their names, or in the order that it says")
  func order() throws {
    let names = (1...8).map { "0\($0)-l" }
    #expect(try course(nil).lessons.map(\.name) == names)
    #expect(try course("order: 03-l, 01-l").lessons.map(\.name) == ["03-l", "01-l"])
    #expect(try course("title: Term").title == "Term")
    #expect(try course("").lessons.map(\.key).count == Set(try course("").lessons.map(\.key)).count)
  }

  @Test("an order that names no file, settings that can't be read, and a folder without lessons")
  func broken() throws {
    guard case .malformed(let error)? = try failure("order: 09-l") else {
      Issue.record("09-l was found")
      return
    }
    #expect(error.problem == "\"order\" names 09-l.md, and there is none")
    guard case .malformed(let error)? = try failure("draw: many") else {
      Issue.record("many were drawn")
      return
    }
    #expect(error.line == 1)
    let empty = try TemporaryFolder()
    let none = #expect(throws: LessonShelf.Failure.self) {
      try LessonCourse("e", folder: empty.path, by: .learn, files: WorkingFolder())
    }
    guard case .empty? = none else {
      Issue.record("there were lessons")
      return
    }
  }

  @Test("a draw is so many different lessons, the same for a seed, and any for some seed")
  func draw() throws {
    let course = try course("draw: 5")
    #expect(course.isDrawn)
    var firsts: Set<String> = []
    var sets: Set<[String]> = []
    for seed in 0..<400 {
      let names = course.lessons(drawnBy: UInt64(seed)).map(\.name)
      #expect(names.count == 5 && Set(names).count == 5)
      #expect(course.lessons(drawnBy: UInt64(seed)).map(\.name) == names)
      firsts.insert(names[0])
      sets.insert(names.sorted())
    }
    // 8 over 5 is 56, and 400 draws hardly miss one.
    #expect(firsts.count == 8 && sets.count == 56)
    #expect(try !self.course("draw: 8").isDrawn)
    #expect(try self.course("draw: 8").lessons(drawnBy: 3).map(\.name).first == "01-l")
  }

  @Test("where no lesson is found it is said where they were looked for, and what to type")
  func none() {
    var settings = SessionSettings.testing()
    settings.lessonFolders = ["/nowhere/lessons", "/nowhere/beside"]
    #expect(
      LessonShelf(settings).document
        == Document([
          .text("there are no lessons here: none in /nowhere/lessons, /nowhere/beside"),
          .text("learn FILE.md walks one by its path, and learn FOLDER/ a folder of them"),
        ]))
  }

  @Test("is found by its name beside the lessons, by its path, and cards and lessons as ever")
  func found() throws {
    try folder.write("draw: 2", to: "c/course.yaml")
    try folder.write("# One\n\n```overfit\n> print 1\n```\n", to: "01-one.md")
    try folder.write("# Two\n\n```overfit\n> print 1\n```\n", to: "plain/01-two.md")
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    settings.lessonFolders = [folder.path]
    let shelf = LessonShelf(settings)
    #expect(shelf.courses.map(\.name) == ["c"])
    for words in ["c", "\(folder.path)/c", "\(folder.path)/c/", "\(folder.path)/plain"] {
      guard case .course(let course) = try shelf.learning(words) else {
        Issue.record("\(words) is no folder")
        continue
      }
      #expect(course.lessons.count == (words.hasSuffix("plain") ? 1 : 8))
    }
    guard case .lesson(let lesson) = try shelf.learning("1") else {
      Issue.record("1 is no lesson")
      return
    }
    #expect(lesson.name == "01-one")
    let document = shelf.document
    guard case .table(let table)? = document.blocks.first else {
      Issue.record("there is no list")
      return
    }
    #expect(table.rows.last?[1] == .text("c") && table.rows.last?[3] == .text("2 of 8 lessons"))
  }

  @Test("says whether an exercise may be skipped, for the lesson by itself too")
  func skips() throws {
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    let lesson = try course("skips: no").lessons[0]
    #expect(!LessonShelf.course(of: lesson, settings).allowsSkips)
    #expect(LessonShelf.course(of: try course("").lessons[0], settings).allowsSkips)
    var walk = try WalkedLesson.walk()
    walk.allowsSkips = false
    let last = try #require(walk.sections.last)
    #expect(walk.go(to: last) == .arrived(cells: 2))
    let place = walk.progress.done
    while walk.nextStep?.isExercise == false { _ = walk.advance() }
    #expect(walk.progress.done > place)
    #expect(walk.standing.lines.last == "Not tried yet: hint helps, solution shows one way.")
  }
}
