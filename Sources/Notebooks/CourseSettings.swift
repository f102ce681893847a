import Language
import TerminalText

/// What a folder of lessons says of itself, in the file `course.yaml`:
///
/// ~~~
/// title: Regularization, autumn term
/// order: 02-dropout, 01-warm-up
/// skips: no
/// tries: 2
/// draw: 5
/// seed: 7
/// ~~~
///
/// Each key may be left out. `order` names the lessons, without their endings, in the order in which they
/// are walked; without it they come by their names. `skips: no` lets nobody skip an exercise. `tries: 2`
/// takes two answers to a question, and nothing that the lesson has shown. `draw: 5` draws five of the
/// lessons for each student, by a seed; `seed` is that seed where nobody gives another.
package struct CourseSettings: Sendable, Equatable {
  /// The name of the file.
  package static let file = "course.yaml"
  private static let keys = ["title", "order", "skips", "tries", "draw", "seed"]
  /// No such file is larger, in bytes.
  private static let mostBytes = 1 << 16
  /// No question takes more answers that are counted.
  private static let mostTries: UInt64 = 100
  /// No folder of lessons is drawn from further.
  private static let mostDrawn: UInt64 = 1000

  /// What the folder is called; nil for its own name.
  package private(set) var title: String?
  /// The names of the lessons, without their endings; empty for all, by their names.
  package private(set) var order: [String] = []
  /// Whether an exercise may be skipped.
  package private(set) var allowsSkips = true
  /// How many answers a question takes, at least 1; nil for any number. Where they are counted, what the
  /// lesson has shown is no answer of the student's.
  package private(set) var tries: Int?
  /// How many lessons are drawn for each student, at least 1; nil for all of them.
  package private(set) var draw: Int?
  /// What the draw is drawn from where no other seed is given.
  package private(set) var seed: UInt64?

  /// A folder that says nothing of itself.
  package init() {}

  /// Reads the file of a folder.
  /// - Parameter file: Its path, as errors name it.
  /// - Throws: `NotebookError` where it is no mapping in YAML, or a key or a value is none of these.
  package init(bytes: [UInt8], file: String) throws(NotebookError) {
    guard bytes.count <= Self.mostBytes else {
      throw NotebookError(
        file: file, line: 1,
        problem: "the file has \(bytes.count) bytes, and what a folder says of itself has at most "
          + "\(Self.mostBytes)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw NotebookError(file: file, line: 1, problem: "the file is not text in UTF-8")
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for entry in try HeadMapping(lines.map(String.init), file: file, firstLine: 1).entries {
      guard let expected = take(entry.key, entry.value) else { continue }
      let shown = String(entry.value.prefix(40)).cleaned(.quoted)
      throw NotebookError(
        file: file, line: entry.line,
        problem: Self.keys.contains(entry.key)
          ? "\"\(entry.key)\" must be \(expected), not \"\(shown)\"" : expected)
    }
  }

  /// Takes over a value; what is expected instead where it is none.
  private mutating func take(_ key: String, _ value: String) -> String? {
    switch key {
    case "title":
      title = value.isEmpty ? nil : value
    case "order":
      order = FrontMatter.list(value).map { $0.hasSuffix(".md") ? String($0.dropLast(3)) : $0 }
      let isPlain = order.allSatisfy { FrontMatter.isLessonName($0) }
      if !isPlain || order.isEmpty { return "a list of lessons, like 01-warm-up, 02-dropout" }
      if Set(order).count < order.count { return "a list that names each lesson once" }
    case "skips":
      guard ["yes", "no", "true", "false"].contains(value) else { return "yes or no" }
      allowsSkips = value == "yes" || value == "true"
    case "tries":
      guard let number = FrontMatter.number(value), (1...Self.mostTries).contains(number) else {
        return "a whole number from 1 to \(Self.mostTries)"
      }
      tries = Int(number)
    case "draw":
      guard let number = FrontMatter.number(value), (1...Self.mostDrawn).contains(number) else {
        return "a whole number from 1 to \(Self.mostDrawn)"
      }
      draw = Int(number)
    case "seed":
      guard let number = FrontMatter.number(value) else {
        return "a whole number from 0 to \(UInt64.max)"
      }
      seed = number
    default:
      let near = Spelling.nearest(key, among: Self.keys).first.map { "; did you mean: \($0)" }
      return "there is no key \"\(String(key.prefix(40)).cleaned(.quoted))\""
        + (near ?? "; there are \(Self.keys.joined(separator: ", "))")
    }
    return nil
  }
}
