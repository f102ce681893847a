package import Notebooks
package import Workbench

// Folders of lessons that are walked as a whole.
extension LessonShelf {
  /// The folders beside the lessons that say of themselves that they are walked as a whole, by name.
  package var courses: [LessonCourse] {
    let files = settings.files.ofProgram
    var courses: [LessonCourse] = []
    for folder in settings.lessonFolders {
      for name in (try? files.names(in: folder)) ?? []
      where !courses.contains(where: { $0.name == name }) {
        guard files.exists("\(folder)/\(name)/\(CourseSettings.file)"),
          let course = try? LessonCourse(
            name, folder: "\(folder)/\(name)", by: .lesson, files: files)
        else { continue }
        courses.append(course)
      }
    }
    return courses
  }

  /// The folder that words mean: one beside the lessons, or the path of one that says that it is a
  /// course or has a slash in it; nil for other words.
  func course(_ words: String) throws(Failure) -> LessonCourse? {
    let isName = !words.contains("/") && !words.hasPrefix(".")
    let own = settings.files.ofProgram
    for folder in settings.lessonFolders where isName {
      let path = "\(folder)/\(words)"
      guard own.exists("\(path)/\(CourseSettings.file)") else { continue }
      return try LessonCourse(words, folder: path, by: .lesson, files: own)
    }
    let files = settings.files
    guard files.isFolder(words),
      words.contains("/") || files.exists("\(words)/\(CourseSettings.file)")
    else { return nil }
    return try folder(words)
  }

  /// The lessons in which something was handed in, by the path of their folder or, where none lies there,
  /// by the name by which they are learned.
  package func handedOut(_ words: String) throws(Failure) -> LessonCourse {
    let folder = words.count > 1 && words.hasSuffix("/") ? String(words.dropLast()) : words
    if !settings.files.isFolder(folder), let named = try course(folder) { return named }
    return try LessonCourse(folder, folder: folder, by: .progress, files: settings.files)
  }

  /// The lessons of a folder that was named by its path.
  func folder(_ path: String) throws(Failure) -> LessonCourse {
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    return try LessonCourse(folder, folder: folder, by: .learn, files: settings.files)
  }

  /// What the folder says of itself in which a lesson lies.
  package static func course(of lesson: Lesson, _ settings: SessionSettings) -> CourseSettings {
    course(ofFolder: Course.parts(of: lesson.path).folder, settings.files.ofProgram)
  }

  /// What a folder says of itself; nothing where it can't be read.
  package static func course(ofFolder folder: String, _ files: WorkingFolder) -> CourseSettings {
    let found = try? LessonCourse.settings(ofFolder: folder, files)
    return found ?? CourseSettings()
  }
}
