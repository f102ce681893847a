import Language
import Notebooks

// The checklist of the course, and its page.
extension LessonReading {
  /// What a lesson shows are rows of the checklist and places that are in it; the checklist has a lesson
  /// for each row, and the page of the course is as it is made from both.
  mutating func findCourse() {
    if let fault = course.fault, fault.file == Course.parts(of: path).file {
      add(.course, line: 1, fault.problem)
    }
    guard let checklist = course.checklist else {
      if let around = course.outerChecklist { findShown(around) }
      return
    }
    switch Course.parts(of: path).file {
    case Checklist.file: findRows(of: checklist)
    case CoursePage.file: findPage(checklist)
    default: findShown(checklist)
    }
  }

  private var updating: String {
    "overfit check --update \(Course.parts(of: path).folder)"
  }

  private mutating func findPage(_ checklist: Checklist) {
    let lines = CoursePage(course, checklist).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let here = notebook.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard here != lines else { return }
    let same = zip(here, lines).prefix { $0 == $1 }.count
    add(
      .course, line: min(same + 1, max(here.count, 1)),
      "the page is not that of the lessons as they are: \(updating) writes it anew")
  }

  private mutating func findRows(of checklist: Checklist) {
    for fault in checklist.faults { add(fault.rule, line: fault.line, fault.problem) }
    for row in checklist.rows where row.exemption.isEmpty && course.places(of: row.name).isEmpty {
      add(
        .course, line: row.line,
        "no lesson shows \(row.name), \"\(row.text)\": write \"shows: \(row.name)\" into the head of "
          + "the one that does")
    }
    if course.page == nil {
      add(.course, line: 1, "the course has no page, \(CoursePage.file): \(updating) writes it")
    }
  }

  private mutating func findShown(_ checklist: Checklist) {
    let known = checklist.rows.map(\.name)
    for shown in notebook.frontMatter.shows {
      if !known.contains(shown.row) {
        add(
          .course, line: line(of: "shows"),
          "\(Checklist.file) has no row \(shown.row)")
      } else if Course.place(of: shown, in: notebook, "") == nil {
        add(
          .course, line: line(of: "shows"),
          "no cell begins with \"\(shown.place)\", and no step or heading is called so, which shows "
            + shown.row)
      }
    }
  }
}
