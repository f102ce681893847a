import Notebooks
package import Workbench

/// The lessons of a folder in the order of their numbers: what a lesson can build on.
package struct Course: Sendable {
  /// A lesson with a number before its name: `03-dropout.md`.
  struct CourseLesson: Sendable {
    let number: Int
    /// "03-dropout"
    let name: String
    let notebook: Notebook

    var frontMatter: FrontMatter { notebook.frontMatter }
  }

  /// The lessons that can be read, by their numbers.
  let lessons: [CourseLesson]
  /// The other notebooks with cells or steps, by their names; those of folders within, "capstone/01-a".
  let others: [CourseLesson]
  /// The folders within that are walked as a whole, by name, and what they are called.
  let folders: [(name: String, title: String)]
  /// The numbers of all files that have one, those that can't be read among them.
  let numbers: [(number: Int, file: String)]

  /// What the course is to show; nil where nothing says it.
  let checklist: Checklist?
  /// What is wrong with what the folder says of itself, and the file that tells it: its first notebook.
  let fault: (file: String, problem: String)?
  /// The checklist of the course around a folder that is walked as a whole; nil for other folders.
  let outerChecklist: Checklist?
  /// The page of the course as it stands there; nil for none.
  let page: [UInt8]?

  /// The folder's path.
  private let folder: String

  /// Reads the lessons of a folder.
  package init(folder: String, files: WorkingFolder) {
    let folder = folder.isEmpty ? "." : folder
    self.folder = folder
    let names = ((try? files.names(in: folder)) ?? []).filter { $0.hasSuffix(".md") }
    numbers = names.compactMap { name in Self.number(of: name).map { ($0, name) } }
    let read = { @Sendable (number: Int, file: String) -> CourseLesson? in
      guard let bytes = try? files.read("\(folder)/\(file)"),
        let notebook = try? Notebook(bytes: bytes, name: file)
      else { return nil }
      return CourseLesson(number: number, name: String(file.dropLast(3)), notebook: notebook)
    }
    lessons = numbers.sorted { ($0.number, $0.file) < ($1.number, $1.file) }.compactMap {
      read($0.number, $0.file)
    }
    checklist = Checklist(folder: folder, files: files)
    fault = Self.fault(in: folder, files).flatMap { problem in names.first.map { ($0, problem) } }
    outerChecklist =
      checklist == nil && files.exists("\(folder)/\(CourseSettings.file)")
      ? Checklist(folder: "\(folder)/..", files: files) : nil
    page = try? files.read("\(folder)/\(CoursePage.file)")
    let isCourse = checklist != nil
    let within = isCourse ? Self.folders(in: folder, files) : []
    folders = within.map { ($0.name, $0.title) }
    let beside = names.filter { Self.number(of: $0) == nil && !Self.isOfCourse($0) }
    let files = isCourse ? beside + within.flatMap(\.files) : []
    others = files.compactMap { read(0, $0) }.filter {
      !$0.notebook.cells.isEmpty || !$0.notebook.steps.isEmpty
    }
  }

  /// Why what a folder says of itself can't be read; nil where it can, or says nothing.
  private static func fault(in folder: String, _ files: WorkingFolder) -> String? {
    do throws(LessonShelf.Failure) {
      _ = try LessonCourse.settings(ofFolder: folder, files)
      return nil
    } catch {
      guard case .malformed(let error) = error else { return nil }
      return "\(CourseSettings.file):\(error.line): \(error.problem)"
    }
  }

  /// The folders in a folder that say of themselves what they are, each with its notebooks.
  private static func folders(
    in folder: String, _ files: WorkingFolder
  ) -> [(name: String, title: String, files: [String])] {
    ((try? files.names(in: folder)) ?? []).compactMap { name in
      guard files.exists("\(folder)/\(name)/\(CourseSettings.file)"),
        let found = try? files.names(in: "\(folder)/\(name)")
      else { return nil }
      let settings = try? LessonCourse.settings(ofFolder: "\(folder)/\(name)", files)
      let notebooks = found.filter { $0.hasSuffix(".md") }.map { "\(name)/\($0)" }
      return (name, settings?.title ?? name, notebooks)
    }
  }

  /// The number that a lesson to come would have.
  package var nextNumber: Int { (numbers.map(\.number).max() ?? 0) + 1 }

  /// The page of the course as it is to be, and its path; nil where no checklist asks for one.
  package var newPage: (path: String, text: String)? {
    checklist.map { ("\(folder)/\(CoursePage.file)", CoursePage(self, $0).text) }
  }

  /// Whether the page stands there as it is to be.
  package var hasNewPage: Bool { newPage.map { Array($0.text.utf8) == page } ?? true }

  /// Whether what stands where the page is to be is a page that was made here, of whatever lessons.
  package var hasPage: Bool {
    page.map { String(decoding: $0, as: UTF8.self).contains(CoursePage.mark) } ?? false
  }

  /// Whether a file is the page of a course or its checklist.
  static func isOfCourse(_ file: String) -> Bool {
    file == CoursePage.file || file == Checklist.file
  }

  /// The number that the name of a file begins with; nil for one without.
  package static func number(of file: String) -> Int? {
    let digits = file.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 6, file.dropFirst(digits.count).first == "-" else {
      return nil
    }
    return Int(digits)
  }

  /// The folder of a path, and the name of the file in it.
  package static func parts(of path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }
}
