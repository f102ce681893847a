import Charts
package import JSON

/// The lines of `--format json`, an object each: a contract with the programs that read them, which
/// `docs/format/overfit-1.schema.json` writes down.
///
/// Within a version members are added, and none is taken away or changed.
package enum JSONLine {
  /// The version that each line carries.
  package static let version = 1

  /// How the lines end.
  package enum End: String, CaseIterable, Sendable {
    /// All was run, and nothing has failed.
    case success
    /// A line has failed: those behind it were not run.
    case failure
    /// Someone has stopped it.
    case interrupted
  }

  /// The last line, without which a reader knows that some are missing.
  package static func end(_ end: End) -> JSONValue { line([.init("end", .string(end.rawValue))]) }

  /// What the line `source` did; nil where it did nothing.
  package static func value(
    of outcome: NotebookSession.Outcome, source: String
  ) -> JSONValue? {
    let source = JSONValue.Member("source", .string(source))
    switch outcome {
    case .cell(let number, let cell):
      return line(
        [.init("cell", .integer(number)), .init("source", .string(cell.source))] + cell.json)
    case .notebook(let document, _, _): return line([source, .init("result", document.json)])
    case .refused(let diagnostic): return line([source, .init("error", diagnostic.json)])
    case .unable(let message): return line([source, error(message)])
    case .interrupted(let message): return line([source, .init("interrupted", .string(message))])
    case .lesson: return line([source, error("a lesson is read as text")])
    case .nothing, .quit, .editing, .view: return nil
    }
  }

  private static func error(_ message: String) -> JSONValue.Member {
    .init("error", .object([.init("message", .string(message))]))
  }

  private static func line(_ members: [JSONValue.Member]) -> JSONValue {
    .object([.init("version", .integer(version))] + members)
  }
}
