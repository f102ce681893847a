import Foundation
import Testing

@testable import Session
@testable import Workbench

/// The list that `learn` shows.
@Suite("The list of lessons")
struct LessonListTests {
  private static let folder = TestFolders.sessionTests.deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "lessons").path

  private func lines(_ place: (@Sendable (String, UInt64) -> String?)? = nil) -> [String] {
    var settings = SessionSettings.testing()
    settings.lessonFolders = [Self.folder]
    settings.placeInLesson = place
    var session = NotebookSession(settings: settings)
    return session.lines(of: "learn")
  }

  @Test("fits a screen of 24 rows, a line each, however far one is in them")
  func screen() {
    let count = LessonShelf(settings).lessons.count + 1
    let all = [
      lines(), lines { _, _ in "cell 123 of 145" }, lines { _, _ in "the end" },
      lines { key, _ in key.hasPrefix("06") ? "changed since" : nil },
    ]
    for lines in all {
      #expect(lines.count == count + 3 && lines.count <= 23)
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }

  private var settings: SessionSettings {
    var settings = SessionSettings.testing()
    settings.lessonFolders = [Self.folder]
    return settings
  }

  @Test("says how far one is in a folder that is walked as a whole")
  func course() throws {
    let capstone = try #require(lines().first { $0.hasPrefix("capstone ") })
    #expect(capstone.hasSuffix("5 of 8 lessons"))
    let keys = LessonShelf(settings).courses[0].lessons.map(\.key)
    let row = { (lines: [String]) in lines.first { $0.hasPrefix("capstone ") } ?? "" }
    #expect(
      row(lines { key, _ in key == keys[0] ? "cell 2 of 9" : nil }).hasSuffix("0 of 5 walked"))
    #expect(
      row(lines { key, _ in keys[..<2].contains(key) ? "the end" : nil })
        .hasSuffix("2 of 5 walked"))
    // Who has begun an ordinary lesson alone has not begun the folder.
    let other = lines { key, _ in key == "01-circles" ? "the end" : nil }
    #expect(!row(other).contains("walked"))
    #expect(other.contains { $0.hasPrefix("01-circles") && $0.hasSuffix("the end") })
  }
}
