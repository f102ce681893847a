package import Charts
import Notebooks
import Workbench

extension LessonShelf {
  /// The folders that are walked as a whole, a row each.
  private var courseRows: [[Table.Cell]] {
    courses.map { course in
      [
        .text(course.name), .text(course.title), .text(""),
        .text(
          course.isDrawn
            ? "\(course.settings.draw ?? 0) of \(course.lessons.count) lessons"
            : "\(course.lessons.count) lessons"),
      ]
    }
  }

  /// How far the student is in folders that are walked as a whole, in a few words each.
  private var placesInCourses: [String] {
    courses.map { course in
      let places = course.lessons.compactMap { placeInLesson($0) }
      let count = course.isDrawn ? course.settings.draw ?? 0 : course.lessons.count
      let ended = places.count { $0 == Self.end }
      return places.isEmpty ? "" : "\(min(ended, count)) of \(count) walked"
    }
  }

  private func placeInLesson(_ lesson: Lesson) -> String? {
    settings.placeInLesson?(lesson.key, lesson.digest)
  }

  /// The place of who has been through a lesson.
  package static let end = "the end"

  /// Where none was found, and what to do.
  private var noLessons: Document {
    let files = settings.files.ofProgram
    let folders = settings.lessonFolders.map { files.fullPath($0) }.joined(separator: ", ")
    return Document([
      .text("there are no lessons here" + (folders.isEmpty ? "" : ": none in \(folders)")),
      .text("learn FILE.md walks one by its path, and learn FOLDER/ a folder of them"),
    ])
  }

  /// The list of lessons, with what they need and how long they take, and where the student is in them
  /// where that is known.
  package var document: Document {
    guard !lessons.isEmpty || !courses.isEmpty else { return noLessons }
    var rows = lessons.map { lesson -> [Table.Cell] in
      let matter = lesson.notebook.frontMatter
      return [
        .text(lesson.name), .text(lesson.notebook.title),
        .text(matter.minutes.map { "\($0) min" } ?? ""),
        .text(matter.needs.joined(separator: ", ")),
      ]
    }
    rows += courseRows
    let places = lessons.map { placeInLesson($0) ?? "" } + placesInCourses
    let isBegun = places.contains { !$0.isEmpty }
    // A lesson is a line: what it needs gives way to where the student is.
    if isBegun { rows = zip(rows, places).map { $0.dropLast() + [.text($1)] } }
    let columns = ["lesson", "title", "time", isBegun ? "you are at" : "needs"]
    return Document([
      .table(Table(columns: columns.map { .init($0) }, rows: rows)),
      .text("learn LESSON walks one; from the shell, overfit learn LESSON."),
    ])
  }
}
