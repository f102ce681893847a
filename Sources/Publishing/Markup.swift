import TerminalText

/// Texts as HTML has them: nothing in them is a tag, an attribute or an entity.
enum Markup {
  /// A line of prose, or an attribute, without what turns or hides text.
  static func escaped(_ text: String) -> String { entities(of: text.cleaned(.prose)) }

  /// Lines as they are, where spaces count; a mark stands for what turns or hides text.
  static func verbatim(_ lines: some Sequence<String>) -> String {
    entities(of: lines.map { $0.cleaned(.text) }.joined(separator: "\n"))
  }

  private static func entities(of text: String) -> String {
    var marked = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": marked += "&amp;"
      case "<": marked += "&lt;"
      case ">": marked += "&gt;"
      case "\"": marked += "&quot;"
      case "'": marked += "&#39;"
      default: marked.unicodeScalars.append(scalar)
      }
    }
    return marked
  }
}
