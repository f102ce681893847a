package import Charts
import Notebooks

extension LessonCourse {
  /// The list of a student's lessons, each with how far they are in it.
  /// - Parameters:
  ///   - lessons: The lessons in the order in which they are walked.
  ///   - states: How far the student is in each, in a few words.
  ///   - seed: What they were drawn by; nil where they were not drawn.
  package func document(
    of lessons: [LessonShelf.Lesson], states: [String], seed: UInt64?
  ) -> Document {
    let rows = zip(lessons, states).enumerated().map { index, entry -> [Table.Cell] in
      let (lesson, state) = entry
      let minutes = lesson.notebook.frontMatter.minutes.map { "\($0) min" } ?? ""
      return [
        .text("\(index + 1)"), .text(lesson.name), .text(lesson.notebook.title), .text(minutes),
        .text(state),
      ]
    }
    let drawn =
      seed.map { " · \(lessons.count) of \(self.lessons.count), drawn by seed \($0)" } ?? ""
    let columns = ["", "lesson", "title", "time", "you are"].map { Table.Column($0) }
    return Document([.text(title + drawn), .table(Table(columns: columns, rows: rows))])
  }
}
