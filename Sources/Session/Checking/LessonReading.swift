import Language
import Notebooks
import Workbench

/// What can be held against a lesson without a run of it.
struct LessonReading {
  let notebook: Notebook
  let path: String
  let course: Course
  let settings: SessionSettings
  private(set) var findings: [LessonFinding] = []

  init(_ notebook: Notebook, path: String, course: Course, _ settings: SessionSettings) {
    (self.notebook, self.path, self.course, self.settings) = (notebook, path, course, settings)
    findHead()
    findNumbering()
    findMinutes()
    findLinks()
    findTypedLines()
    findPictures()
    findTerms()
    findCourse()
  }

  /// The number of the lesson; nil for a notebook that is none of a course.
  var number: Int? { Course.number(of: Course.parts(of: path).file) }

  mutating func add(_ rule: LessonFinding.Rule, line: Int, _ problem: String) {
    findings.append(LessonFinding(rule, line: line, problem))
  }

  /// The line of a key in the head; 1 where it has none.
  func line(of key: String) -> Int {
    notebook.frontMatter.entries.first { $0.key == key }?.line ?? 1
  }

  /// The sources of all cells and solutions, with their lines.
  var sources: [(source: String, line: Int)] {
    notebook.blocks.flatMap { block -> [(String, Int)] in
      switch block {
      case .prose: []
      case .cells(let block): block.cells.map { ($0.source, $0.line) }
      case .step(let step): step.solution.map { ($0.source, $0.line) }
      }
    }
  }
}
