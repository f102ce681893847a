package import Charts
package import Notebooks
package import Workbench

/// The lessons that are on this machine.
package struct LessonShelf {
  /// A lesson's file with what its head says.
  package struct Lesson: Sendable {
    /// "01-circles"
    package let name: String
    /// Where the file is.
    package let path: String
    /// The lesson itself.
    package let notebook: Notebook
  }

  /// The lessons, folder by folder, by name.
  package let lessons: [Lesson]

  /// Looks into the lesson folders of the settings; a name found twice counts once.
  package init(_ settings: SessionSettings) {
    let files = settings.files.ofProgram
    var lessons: [Lesson] = []
    for folder in settings.lessonFolders {
      for file in (try? files.names(in: folder)) ?? [] where file.hasSuffix(".md") {
        let name = String(file.dropLast(3))
        let path = "\(folder)/\(file)"
        guard !lessons.contains(where: { $0.name == name }),
          let bytes = try? files.read(path),
          let notebook = try? Notebook(bytes: bytes, name: path), !notebook.cells.isEmpty
        else { continue }
        lessons.append(Lesson(name: name, path: path, notebook: notebook))
      }
    }
    self.lessons = lessons
  }

  /// The names of the files in the lesson folders, without a look into them.
  package static func names(_ settings: SessionSettings) -> [String] {
    settings.lessonFolders.flatMap { folder in
      ((try? settings.files.ofProgram.names(in: folder)) ?? [])
        .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
    }
  }

  /// The lesson of a name: "01-circles", "circles" or "1".
  package func lesson(named wanted: String) -> Lesson? {
    lessons.first { $0.name == wanted }
      ?? lessons.first { lesson in
        let parts = lesson.name.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { return false }
        return String(parts[1]) == wanted || Int(wanted) == number
      }
  }

  /// The list of lessons, with what they need and how long they take.
  package var document: Document {
    guard !lessons.isEmpty else { return Document([.text("there are no lessons here")]) }
    let rows = lessons.map { lesson -> [Table.Cell] in
      let matter = lesson.notebook.frontMatter
      return [
        .text(lesson.name), .text(lesson.notebook.title),
        .text(matter.minutes.map { "\($0) min" } ?? ""),
        .text(matter.needs.joined(separator: ", ")),
      ]
    }
    return Document([
      .table(
        Table(
          columns: [.init("lesson"), .init("title"), .init("time"), .init("needs")], rows: rows)),
      .text("overfit learn LESSON walks one."),
    ])
  }
}
