import Charts
import Notebooks

/// The page of a course, `README.md` in its folder: the way through the lessons, and where each row of the
/// checklist is shown. It is made from the lessons' heads and the checklist, so that a check can ask for it
/// to the byte.
package struct CoursePage {
  /// The name of the file.
  static let file = "README.md"
  /// What only such a page says of itself.
  static let mark = "This page is written by `overfit check --update` with the path of this folder;"

  /// The page as it is to be.
  package let text: String

  init(_ course: Course, _ checklist: Checklist) {
    let parts = [Self.beginning, Self.way(through: course), Self.rows(of: checklist, in: course)]
    text = parts.joined(separator: "\n")
  }

  private static let beginning = """
    # Lessons

    \(mark) what is changed here by
    hand is lost.

    `overfit learn` lists the lessons, `overfit learn NAME` walks through one, and `overfit learn cards` asks
    what they leave to be kept.

    """

  private static func way(through course: Course) -> String {
    var lines = [
      "## The way through them", "", "| lesson | what it teaches | minutes | needs |",
      "| --- | --- | --- | --- |",
    ]
    for lesson in course.lessons {
      let matter = lesson.notebook.frontMatter
      lines.append(
        "| [\(lesson.number). \(cell(lesson.notebook.title))](\(lesson.name).md) | "
          + "\(cell(matter.teaches.joined(separator: ", "))) | "
          + "\(matter.minutes.map(String.init) ?? "") | "
          + "\(cell(matter.needs.joined(separator: ", "))) |")
    }
    let minutes = course.lessons.compactMap(\.notebook.frontMatter.minutes).reduce(0, +)
    lines += ["", "Together that is \(minutes) \(minutes == 1 ? "minute" : "minutes")."]
    let others =
      course.others.filter { !$0.name.contains("/") }.map {
        "[\(cell($0.notebook.title))](\($0.name).md)"
      }
      + course.folders.compactMap { name, title in
        let count = course.others.count { $0.name.hasPrefix("\(name)/") }
        let lessons = count == 1 ? "1 lesson" : "\(count) lessons"
        return count == 0
          ? nil : "[\(cell(title))](\(name)) (`overfit learn \(name)`) with \(lessons) of its own"
      }
    if !others.isEmpty { lines += ["", "Beside them: \(others.joined(separator: ", "))."] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(of checklist: Checklist, in course: Course) -> String {
    var lines = ["## What you will have done and seen"]
    var section: String?
    for row in checklist.rows {
      if row.section != section {
        section = row.section
        lines += [
          "", "### \(row.section)", "", "| row | what it is | where |", "| --- | --- | --- |",
        ]
      }
      let places = course.places(of: row.name).map(link)
      let place = places.isEmpty ? row.exemption : places.joined(separator: ", ")
      lines.append("| \(row.name) | \(row.text) | \(place) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// "[01-circles](01-circles.md#too-simple) `plot boundary`"
  private static func link(_ place: Course.ShownPlace) -> String {
    let anchor = place.heading.map { "#\(Course.anchor($0))" } ?? ""
    let source = place.source.map { " `\($0)`" } ?? ""
    return "[\(place.lesson)](\(place.lesson).md\(anchor))\(cell(source))"
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
