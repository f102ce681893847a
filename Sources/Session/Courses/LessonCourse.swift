package import Notebooks
import TensorEngine
package import Workbench

/// A folder of lessons that are walked one after the other: those of a class, or the capstone.
package struct LessonCourse: Sendable {
  /// What it is asked for by: "capstone", or the path of the folder.
  package let name: String
  /// What the folder is called.
  package let title: String
  /// What the folder says of itself.
  package let settings: CourseSettings
  /// The name under which a draw from it is kept; no other folder has it.
  package let key: String
  /// Whether it says of itself what it is.
  let isDescribed: Bool
  /// All its lessons, in their order.
  package let lessons: [LessonShelf.Lesson]

  /// Reads the lessons of a folder.
  /// - Parameters:
  ///   - way: How its lessons are found: by the name of the folder, or by its path.
  /// - Throws: `LessonShelf.Failure` where its settings or a lesson can't be read, `order` names none of
  ///   its files, or there is no lesson in it.
  package init(
    _ name: String, folder: String, by way: FileWay, files: WorkingFolder
  ) throws(LessonShelf.Failure) {
    self.name = name
    let described = try Self.settings(ofFolder: folder, files)
    isDescribed = described != nil
    settings = described ?? CourseSettings()
    title = settings.title ?? name
    let path = files.fullPath(folder)
    key = "\(Course.parts(of: path).file)-\(String(ContentMark.of(Array(path.utf8)), radix: 16))"
    let found: [String]
    do throws(FileError) { found = try files.names(in: folder) } catch { throw .unreadable(error) }
    var lessons: [LessonShelf.Lesson] = []
    for file in found where file.hasSuffix(".md") {
      let lesson = try Self.lesson(String(file.dropLast(3)), folder, way, files)
      let isRead = lesson.notebook.cells.isEmpty && lesson.notebook.steps.isEmpty
      if !isRead { lessons.append(lesson) }
    }
    if !settings.order.isEmpty {
      let file = "\(folder)/\(CourseSettings.file)"
      lessons = try settings.order.map { (wanted) throws(LessonShelf.Failure) in
        guard let lesson = lessons.first(where: { $0.name == wanted }) else {
          throw .malformed(
            NotebookError(
              file: file, line: 1, problem: "\"order\" names \(wanted).md, and there is none"))
        }
        return lesson
      }
    }
    guard !lessons.isEmpty else { throw .empty(folder) }
    self.lessons = lessons
  }

  private static func lesson(
    _ name: String, _ folder: String, _ way: FileWay, _ files: WorkingFolder
  ) throws(LessonShelf.Failure) -> LessonShelf.Lesson {
    let path = "\(folder)/\(name).md"
    let bytes: [UInt8]
    do throws(FileError) { bytes = try files.read(path) } catch { throw .unreadable(error) }
    do throws(NotebookError) {
      return LessonShelf.Lesson(
        name: name, path: files.fullPath(path), notebook: try Notebook(bytes: bytes, name: path),
        way: way, isOfCourse: true)
    } catch {
      throw .malformed(error)
    }
  }

  /// What a folder says of itself; nil where it has no such file.
  static func settings(
    ofFolder folder: String, _ files: WorkingFolder
  ) throws(LessonShelf.Failure) -> CourseSettings? {
    let path = "\(folder)/\(CourseSettings.file)"
    guard files.exists(path) else { return nil }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try files.read(path) } catch { throw .unreadable(error) }
    do throws(NotebookError) {
      return try CourseSettings(bytes: bytes, file: path)
    } catch {
      throw .malformed(error)
    }
  }

  /// Whether a student gets some of the lessons, and not all.
  package var isDrawn: Bool { (settings.draw ?? lessons.count) < lessons.count }

  /// The lessons of a student: all in their order, or as many as are drawn, in the order of the draw.
  package func lessons(drawnBy seed: UInt64) -> [LessonShelf.Lesson] {
    guard isDrawn, let count = settings.draw else { return lessons }
    return RandomStream(seed: seed, name: "draw of lessons").permutation(count: lessons.count)
      .prefix(count).map { lessons[Int($0)] }
  }
}
