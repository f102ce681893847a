internal import Language
internal import TerminalText

/// The call that was probably meant.
enum NearMiss {
  static let calls = ["learn", "run", "replay", "check", "new", "trial", "describe", "help"]

  static func message(for word: String) -> String {
    let near = Spelling.nearest(word, among: calls)
    let hint = near.isEmpty ? "try overfit help" : "did you mean \(near.joined(separator: ", "))?"
    return "no call is named \"\(word.cleaned(.text))\"; \(hint)"
  }
}
