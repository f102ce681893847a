import Language
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
    /// How it was found: by its name, or by the path of a file.
    package let way: FileWay
    /// Whether it lies in a folder of its own beside the lessons.
    var isOfCourse = false

    /// The name under which the place in it is kept; no other lesson has it.
    package var key: String {
      way == .lesson && !isOfCourse
        ? name : "\(name)-\(String(ContentMark.of(Array(path.utf8)), radix: 16))"
    }

    /// Tells one content of the lesson from another one.
    package var digest: UInt64 { ContentMark.of(Array(notebook.text.utf8)) }

    /// "02-mnist" without its number; nil for a name without one.
    fileprivate var word: Substring? {
      number == nil ? nil : name.split(separator: "-", maxSplits: 1).last
    }

    /// The number that its name begins with.
    fileprivate var number: Int? {
      let parts = name.split(separator: "-", maxSplits: 1)
      return parts.count == 2 ? Int(parts[0]) : nil
    }

    /// The words of its name and its title, in lower case.
    fileprivate var words: [String] {
      "\(name) \(notebook.title)".lowercased().split { !$0.isLetter && !$0.isNumber }
        .map(String.init)
    }
  }

  /// Why no lesson was found.
  package enum Failure: Error {
    /// No lesson is meant by these words.
    case unknown(String, known: [String])
    /// Several may be.
    case ambiguous(String, among: [String])
    /// The file can't be read.
    case unreadable(FileError)
    /// There is no lesson in the folder.
    case empty(String)
    /// The file is no lesson.
    case malformed(NotebookError)
  }

  /// The lessons, folder by folder, by name.
  package let lessons: [Lesson]
  /// The files beside them that hold cards and nothing to run.
  let decks: [Lesson]
  let settings: SessionSettings

  /// Looks into the lesson folders of the settings; a name found twice counts once.
  package init(_ settings: SessionSettings) {
    let files = settings.files.ofProgram
    var lessons: [Lesson] = []
    var decks: [Lesson] = []
    for folder in settings.lessonFolders {
      for file in (try? files.names(in: folder)) ?? [] where file.hasSuffix(".md") {
        let name = String(file.dropLast(3))
        let path = "\(folder)/\(file)"
        guard !(lessons + decks).contains(where: { $0.name == name }),
          let bytes = try? files.read(path),
          let notebook = try? Notebook(bytes: bytes, name: path)
        else { continue }
        let lesson = Lesson(name: name, path: path, notebook: notebook, way: .lesson)
        if !notebook.cells.isEmpty {
          lessons.append(lesson)
        } else if !notebook.cards.isEmpty {
          decks.append(lesson)
        }
      }
    }
    (self.lessons, self.decks) = (lessons, decks)
    self.settings = settings
  }

  /// The names of the files in the lesson folders, without a look into them, and of the folders there
  /// that are walked as a whole.
  package static func names(_ settings: SessionSettings) -> [String] {
    let files = settings.files.ofProgram
    return settings.lessonFolders.flatMap { folder in
      ((try? files.names(in: folder)) ?? []).compactMap { name in
        if files.exists("\(folder)/\(name)/\(CourseSettings.file)") { return name }
        return name.hasSuffix(".md") && !Course.isOfCourse(name) ? String(name.dropLast(3)) : nil
      }
    }
  }

  /// The names that begin with what is typed; without their numbers where letters are typed.
  package static func names(_ settings: SessionSettings, beginning typed: String) -> [String] {
    let isWord = typed.first.map { !$0.isNumber } ?? false
    return names(settings).flatMap { name in
      let word = String(name.drop { $0.isNumber || $0 == "-" })
      return isWord && word != name ? [name, word] : [name]
    }.filter { $0.hasPrefix(typed) }
  }

  /// The names of the folders that are walked as a whole.
  private static func folders(_ settings: SessionSettings) -> [String] {
    let files = settings.files.ofProgram
    return settings.lessonFolders.flatMap { folder in
      ((try? files.names(in: folder)) ?? []).filter { name in
        files.exists("\(folder)/\(name)/\(CourseSettings.file)")
      }
    }
  }

  /// "did you mean: circles": the names near to a word, with their numbers or without; nil for none.
  package static func suggestion(for wanted: String, among known: [String]) -> [String]? {
    let words = known.map { String($0.drop { $0.isNumber || $0 == "-" }) }
    return Wording.suggestion(for: wanted, among: known + words)
  }

  /// The lesson that is meant: "01-circles", "circles", "1", a word of its title ("clever"), or the path
  /// of a file that ends in .md.
  package func find(_ wanted: String) throws(Failure) -> Lesson {
    if let lesson = lessons.first(where: { $0.name == wanted })
      ?? lessons.first(where: { lesson in
        lesson.word.map { $0 == wanted } ?? false
          || lesson.number.map { $0 == Int(wanted) } ?? false
      })
    {
      return lesson
    }
    if wanted.hasSuffix(".md") { return try file(wanted) }
    let asked = wanted.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let meant = lessons.filter { lesson in
      !asked.isEmpty && asked.allSatisfy { word in lesson.words.contains { $0.hasPrefix(word) } }
    }
    if let only = meant.first, meant.count == 1 { return only }
    throw meant.isEmpty
      ? .unknown(wanted, known: lessons.map(\.name) + Self.folders(settings))
      : .ambiguous(wanted, among: meant.map(\.name))
  }

  private func file(_ path: String) throws(Failure) -> Lesson {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try settings.files.read(path) } catch {
      throw .unreadable(error)
    }
    do throws(NotebookError) {
      let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? path
      return Lesson(
        name: name, path: settings.files.fullPath(path),
        notebook: try Notebook(bytes: bytes, name: path), way: .learn)
    } catch {
      throw .malformed(error)
    }
  }
}
