package import Notebooks

/// What a student hands in, as text: how far they are in each lesson, how they answered, and their own
/// cells. In rules:
///
/// 1. The first line is ``heading``; behind it may stand what the lessons were drawn by (`LessonDraw`).
/// 2. `lesson NAME` begins what a lesson came to, and behind it stands its progress (`LessonProgress`),
///    up to the next such line.
package struct HandedProgress: Sendable {
  /// How the file begins.
  package static let heading = "Overfit progress 1"
  /// No file of this size is read, in bytes.
  package static let mostBytes = 1 << 22

  /// What came of a lesson.
  package struct Part: Sendable {
    /// The lesson's name, "01-warm-up".
    package let lesson: String
    /// How far the student is in it.
    package let progress: LessonProgress

    /// Makes it of its parts.
    package init(lesson: String, progress: LessonProgress) {
      (self.lesson, self.progress) = (lesson, progress)
    }
  }

  /// What the lessons were drawn by; nil where they were not drawn.
  package let draw: LessonDraw?
  /// What came of the lessons, in the order in which they were walked.
  package let parts: [Part]

  /// Makes it of its parts.
  package init(draw: LessonDraw?, parts: [Part]) {
    (self.draw, self.parts) = (draw, parts)
  }

  /// It as text.
  package var text: String {
    "\(Self.heading)\n\(draw?.text ?? "")"
      + parts.map { "lesson \($0.lesson)\n\($0.progress.text)" }.joined()
  }

  /// The lines, also of a text that came by an editor that begins files with a mark and ends lines with
  /// two characters.
  private static func lines(of text: String) -> [Substring] {
    let isMarked = text.unicodeScalars.first == "\u{FEFF}"
    let body = isMarked ? String(text.unicodeScalars.dropFirst()) : text
    return body.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// Reads it.
  /// - Parameter file: The file's path, as errors name it.
  /// - Throws: `NotebookError` for a text that is none to its last line.
  package init(_ bytes: [UInt8], file: String) throws(NotebookError) {
    guard bytes.count <= Self.mostBytes, let text = String(validating: bytes, as: UTF8.self) else {
      throw NotebookError(file: file, line: 1, problem: "this is no progress that was handed in")
    }
    let lines = Self.lines(of: text)
    guard lines.first == Self.heading[...] else {
      throw NotebookError(
        file: file, line: 1, problem: "this is no progress that was handed in",
        hint: "handin FILE.txt writes one, in a walk")
    }
    let starts = lines.indices.filter { lines[$0].hasPrefix("lesson ") }
    let end = lines.last == "" ? lines.endIndex - 1 : lines.endIndex
    var draw: LessonDraw?
    let head = lines[1..<(starts.first ?? end)]
    for index in head.indices {
      let line = String(lines[index])
      let isFirst = draw == nil
      if isFirst { draw = LessonDraw(line) }
      guard isFirst ? draw != nil : draw?.take(line) == true else {
        throw NotebookError(
          file: file, line: index + 1,
          problem: "here stands seed, before or lost with its numbers, or lesson with its name")
      }
    }
    var parts: [Part] = []
    for (start, end) in zip(starts, starts.dropFirst() + [end]) {
      let rest = lines[(start + 1)..<end].map { $0 + "\n" }.joined()
      guard let progress = LessonProgress(Array(rest.utf8)) else {
        throw NotebookError(
          file: file, line: start + 1, problem: "what is said of this lesson can't be read")
      }
      parts.append(Part(lesson: String(lines[start].dropFirst(7)), progress: progress))
    }
    self.init(draw: draw, parts: parts)
  }
}
