internal import Language
internal import TerminalText

/// The call that was probably meant.
enum NearMiss {
  /// - Parameter call: The call behind whose name the word stands; nil for the program's own.
  static func message(for word: String, behind call: String? = nil) -> String {
    let program = call.map { "overfit \($0) " } ?? "overfit "
    let near = Spelling.nearest(word, among: Handbook.names(behind: program) + ["help"])
    let hint =
      near.isEmpty
      ? "try overfit help\(call.map { " \($0)" } ?? "")"
      : "did you mean \(near.joined(separator: ", "))?"
    let named = (call.map { "\($0) " } ?? "") + word.cleaned(.text)
    return "no call is named \"\(named)\"; \(hint)"
  }
}
