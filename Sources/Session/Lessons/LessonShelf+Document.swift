package import Charts
import Notebooks
import Workbench

extension LessonShelf {
  /// The folders that are walked as a whole, a row each.
  private func courseRows(width: Int) -> [[Table.Cell]] {
    courses.map { course in
      let count =
        course.isDrawn
        ? "\(course.settings.draw ?? 0) of \(course.lessons.count) lessons"
        : "\(course.lessons.count) lessons"
      let cells: [Table.Cell] = [.text(course.name), .text("\(course.title) (\(count))")]
      return cells + Array(repeating: .text(""), count: width - 2)
    }
  }

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
    let places = lessons.map { settings.placeInLesson?($0.key, $0.digest) ?? "" }
    let isBegun = places.contains { !$0.isEmpty }
    let rows = zip(lessons, places).map { lesson, place -> [Table.Cell] in
      let matter = lesson.notebook.frontMatter
      return [
        .text(lesson.name), .text(lesson.notebook.title),
        .text(matter.minutes.map { "\($0) min" } ?? ""),
        .text(matter.needs.joined(separator: ", ")),
      ] + (isBegun ? [.text(place)] : [])
    }
    let columns = ["lesson", "title", "time", "needs"] + (isBegun ? ["you are at"] : [])
    return Document([
      .table(
        Table(columns: columns.map { .init($0) }, rows: rows + courseRows(width: columns.count))),
      .text("learn LESSON walks one; from the shell, overfit learn LESSON."),
    ])
  }
}
