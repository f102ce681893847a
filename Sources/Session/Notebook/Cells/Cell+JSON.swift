import Charts
package import JSON
import Language

extension Cell {
  /// The cell as data: its source, and its document's data, its prose or its error.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [.init("source", .string(source))]
    switch result {
    case .reports:
      members.append(.init("result", (document ?? Document()).json))
      if omittedLines > 0 { members.append(.init("more_lines", .integer(omittedLines))) }
    case .note(let text): members.append(.init("note", .string(text)))
    case .failure(let diagnostic): members.append(.init("error", diagnostic.json))
    }
    return .object(members)
  }
}

extension Diagnostic {
  /// The error as data; `from` and `to` are UTF-8 offsets into the source.
  var json: JSONValue {
    .object([
      .init("message", .string(message)), .init("from", .integer(range.lowerBound)),
      .init("to", .integer(range.upperBound)),
      .init("hints", .array(hints.map { .string($0) })),
    ])
  }
}

extension NotebookSession.Outcome {
  /// What a line did, as data; `nil` for a line that did nothing.
  package func json(source: String) -> JSONValue? {
    switch self {
    case .cell(_, let cell):
      return cell.json
    case .notebook(let document, _, _):
      return .object([.init("source", .string(source)), .init("result", document.json)])
    case .refused(let diagnostic):
      return .object([.init("source", .string(source)), .init("error", diagnostic.json)])
    case .unable(let message):
      return .object([
        .init("source", .string(source)),
        .init("error", .object([.init("message", .string(message))])),
      ])
    case .interrupted(let message):
      return .object([.init("source", .string(source)), .init("interrupted", .string(message))])
    case .lesson:
      return .object([
        .init("source", .string(source)),
        .init("error", .object([.init("message", .string("a lesson is read as text"))])),
      ])
    case .nothing, .quit, .editing, .view:
      return nil
    }
  }
}
