import Language
import Networks

extension Wording {
  static func diagnostic(
    for error: NetworkFileError, file: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("\(file): \(error.problem)", at: range, hints: error.hint.map { [$0] } ?? [])
  }
}
