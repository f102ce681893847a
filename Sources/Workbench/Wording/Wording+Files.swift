package import Language
package import Networks

extension Wording {
  /// A file that is no network, or a broken one.
  package static func diagnostic(
    for error: NetworkFileError, file: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("\(file): \(error.problem)", at: range, hints: error.hint.map { [$0] } ?? [])
  }
}
