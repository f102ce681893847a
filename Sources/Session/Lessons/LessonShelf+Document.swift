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

  /// The list of lessons, with what they need and how long they take, and where the student is in them
  /// where that is known.
  package var document: Document {
    guard !lessons.isEmpty else { return Document([.text("there are no lessons here")]) }
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
