import Notebooks
import Workbench

/// What a course is to show, row by row: the file `checklist.md` in its folder. A row is a line of a table
/// in Markdown, `| B10 | Three splits |`; a third cell says why no lesson shows it yet.
package struct Checklist: Sendable {
  /// The name of the file.
  static let file = "checklist.md"

  /// A row of it.
  struct ChecklistRow: Sendable, Equatable {
    /// "B10"
    let name: String
    /// What a student does or sees.
    let text: String
    /// Why no lesson shows it yet; empty for a row that one must show.
    let exemption: String
    /// The heading that it stands under.
    let section: String
    /// The line of the file, counted from 1.
    let line: Int
  }

  /// The rows, in the order of the file.
  let rows: [ChecklistRow]
  /// What can't be read in it.
  let faults: [LessonFinding]

  /// Reads the checklist of a folder; nil where it has none.
  init?(folder: String, files: WorkingFolder) {
    guard let bytes = try? files.read("\(folder)/\(Self.file)") else { return nil }
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  init(_ text: String) {
    var (rows, faults): ([ChecklistRow], [LessonFinding]) = ([], [])
    var section = ""
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      guard line.hasPrefix("|") else { continue }
      let cells = Self.cells(of: line)
      guard let name = cells.first, ShownRow.isRow(name) else { continue }
      if rows.contains(where: { $0.name == name }) {
        faults.append(LessonFinding(.course, line: index + 1, "\(name) stands here a second time"))
      } else if !(2...3).contains(cells.count) || cells[1].isEmpty {
        faults.append(
          LessonFinding(
            .course, line: index + 1, "the row \(name) says nothing: write | \(name) | TEXT |"))
      }
      rows.append(
        ChecklistRow(
          name: name, text: cells.count > 1 ? cells[1] : "",
          exemption: cells.count > 2 ? cells[2] : "", section: section, line: index + 1))
    }
    (self.rows, self.faults) = (rows, faults)
  }

  /// What stands between the bars of a line, but for those behind a backslash.
  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells.map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
