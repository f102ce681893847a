import Charts
import JSON
import Language

extension Cell {
  /// What came of the cell, as data: its document's data, its prose or its error.
  var json: [JSONValue.Member] {
    switch result {
    case .reports:
      let more: [JSONValue.Member] =
        omittedLines > 0 ? [.init("more_lines", .integer(omittedLines))] : []
      return [.init("result", (document ?? Document()).json)] + more
    case .note(let text): return [.init("note", .string(text))]
    case .failure(let diagnostic): return [.init("error", diagnostic.json)]
    }
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
