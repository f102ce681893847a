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
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": scalars.append(contentsOf: "&amp;".unicodeScalars)
      case "<": scalars.append(contentsOf: "&lt;".unicodeScalars)
      case ">": scalars.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": scalars.append(contentsOf: "&quot;".unicodeScalars)
      case "'": scalars.append(contentsOf: "&#39;".unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
