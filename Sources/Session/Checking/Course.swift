import Notebooks
package import Workbench

/// The lessons of a folder in the order of their numbers: what a lesson can build on.
package struct Course: Sendable {
  /// A lesson with a number before its name: `03-dropout.md`.
  struct CourseLesson: Sendable {
    let number: Int
    /// "03-dropout"
    let name: String
    let frontMatter: FrontMatter
  }

  /// The lessons that can be read, by their numbers.
  let lessons: [CourseLesson]
  /// The numbers of all files that have one, those that can't be read among them.
  let numbers: [(number: Int, file: String)]

  /// Reads the heads of the lessons in a folder.
  package init(folder: String, files: WorkingFolder) {
    let names = ((try? files.names(in: folder)) ?? []).filter { $0.hasSuffix(".md") }
    numbers = names.compactMap { name in Self.number(of: name).map { ($0, name) } }
    lessons = numbers.sorted { ($0.number, $0.file) < ($1.number, $1.file) }.compactMap { entry in
      guard let bytes = try? files.read(folder.isEmpty ? entry.file : "\(folder)/\(entry.file)"),
        let notebook = try? Notebook(bytes: bytes, name: entry.file)
      else { return nil }
      return CourseLesson(
        number: entry.number, name: String(entry.file.dropLast(3)),
        frontMatter: notebook.frontMatter)
    }
  }

  /// The number that a lesson to come would have.
  package var nextNumber: Int { (numbers.map(\.number).max() ?? 0) + 1 }

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
