internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder in which the places in lessons are kept: a text for each lesson, which nobody else may
/// read or write.
struct LessonFolder {
  private static let drawn = "Overfit draw 1\n"
  private static let placed = "Overfit course 1\nlesson "

  /// No larger file is read, in bytes.
  private static let mostBytes = 1 << 26

  private let path: String

  /// nil where there is no place to keep them.
  init?() {
    guard let folder = StateFolder.path else { return nil }
    path = folder + "/lessons"
  }

  /// How far the student is in a lesson; nil where nothing is kept.
  func progress(of key: String) -> LessonProgress? {
    guard let file = try? JournalFile(reading: path(of: key), atMost: Self.mostBytes) else {
      return nil
    }
    return LessonProgress(file.contents())
  }

  /// Keeps a text that tells how far the student is, in the place of what was kept; nil, with the
  /// reason in `errno`, where that fails.
  func keep(_ text: String, of key: String) -> JournalFile? {
    guard StateFolder.make(path) else { return nil }
    return JournalFile(making: path(of: key), with: text)
  }

  /// The lesson of a folder that the student was in last; nil where none is kept.
  func place(ofCourse key: String) -> String? {
    line(behind: Self.placed, of: path(of: key, ending: "course"))
  }

  /// Keeps it. Nothing waits for that.
  func keep(place name: String, ofCourse key: String) {
    guard name != place(ofCourse: key), StateFolder.make(path) else { return }
    _ = JournalFile(
      making: path(of: key, ending: "course"), with: "\(Self.placed)\(name)\n")
  }

  /// What stands in a file behind its heading; nil for another file.
  private func line(behind heading: String, of path: String) -> String? {
    guard let file = try? JournalFile(reading: path, atMost: Self.mostBytes),
      let text = String(validating: file.contents(), as: UTF8.self),
      text.hasPrefix(heading), text.hasSuffix("\n")
    else { return nil }
    return String(text.dropFirst(heading.count).dropLast())
  }

  /// What the lessons of a folder are drawn by; nil where none is kept.
  func draw(of key: String) -> LessonDraw? {
    line(behind: Self.drawn, of: path(of: key, ending: "draw")).flatMap { LessonDraw($0) }
  }

  /// Keeps it. Nothing waits for that.
  func keep(_ draw: LessonDraw, of key: String) {
    guard draw != self.draw(of: key), StateFolder.make(path) else { return }
    _ = JournalFile(making: path(of: key, ending: "draw"), with: "\(Self.drawn)\(draw.text)")
  }

  /// Forgets it.
  func forget(_ key: String) { unlink(path(of: key)) }

  /// What the list of lessons says of one.
  func place(in key: String, _ digest: UInt64) -> String? {
    guard let progress = progress(of: key) else { return nil }
    if progress.digest != digest { return "changed since" }
    if progress.isAtEnd { return LessonShelf.end }
    return progress.place.components(before: " · ").cleaned(.text)
  }

  private func path(of key: String, ending: String = "progress") -> String {
    let name = key.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar)
        ? String(scalar) : "_"
    }
    return "\(path)/\(name.joined()).\(ending)"
  }
}

extension String {
  /// What stands before the first of a separator, or all of it.
  fileprivate func components(before separator: String) -> String {
    firstRange(of: separator).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
