import Foundation

/// Where a walk through a lesson waits for a key.
enum LessonStop {
  /// A cell that stands at the prompt, with its source.
  case cell(String)
  /// A step that asks for something; `skip` goes on.
  case step

  /// The stops of a lesson of this checkout, in their order.
  static func all(of lesson: String) throws -> [LessonStop] {
    let text = try String(contentsOfFile: Repository.path("lessons/\(lesson).md"), encoding: .utf8)
    var stops: [LessonStop] = []
    var kind = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        kind = kind.isEmpty ? String(line.dropFirst(3).prefix { $0 != " " }) : ""
        if ["exercise", "question", "prediction", "cards"].contains(kind) { stops.append(.step) }
      } else if kind == "overfit", line.hasPrefix("> ") {
        stops.append(.cell(String(line.dropFirst(2))))
      } else if kind == "overfit", line.hasPrefix(". "), case .cell(let source)? = stops.popLast() {
        stops.append(.cell(source + "\n" + line.dropFirst(2)))
      }
    }
    return stops
  }

  /// The cell's source; empty for a step, where the prompt is empty.
  var source: String {
    if case .cell(let source) = self { source } else { "" }
  }

  /// What goes on from there.
  var keys: String {
    if case .cell = self { "\r" } else { "skip\r" }
  }
}
