internal import Language
internal import Session
internal import TerminalText
internal import Workbench

/// The page that `man overfit` shows, in the language of man(7).
enum ManualPage {
  /// The whole page.
  static var text: String {
    let verbs = NotebookSession(settings: SessionSettings()).candidates(for: "", cursor: 0)
    var page = """
      .TH OVERFIT 1 \(Version.date) "Overfit \(Version.number)"
      .SH NAME
      overfit \\- \(escaped(Handbook.summary))
      .SH SYNOPSIS

      """
    page +=
      (Handbook.calls + Handbook.otherCalls).map { ".B \(escaped($0.usage))" }.joined(
        separator: "\n.br\n") + "\n"
    page += """
      .SH DESCRIPTION
      A small language builds and trains networks, pictures made of characters show what happens,
      and a lesson is a Markdown file that replays byte for byte. At a terminal
      .B overfit
      is a notebook: a line becomes a numbered cell, and
      .B undo
      takes the last one back.

      """
    page += section("CALLS", Handbook.calls + Handbook.otherCalls)
    page += section("OPTIONS", Handbook.options + Handbook.otherOptions)
    page += section("COMMANDS AT THE PROMPT", verbs.map { Handbook.Entry($0.text, $0.meaning) })
    page += section("KEYS AT THE PROMPT", Handbook.keys)
    page += section("ENVIRONMENT", Handbook.variables)
    page += section("FILES", Handbook.files)
    page += section("EXIT STATUS", Handbook.statuses)
    return page
  }

  private static func section(_ title: String, _ entries: [Handbook.Entry]) -> String {
    ".SH \(title)\n"
      + entries.map { ".TP\n.B \(escaped($0.usage))\n\(line($0.meaning))\n" }.joined()
  }

  /// A line of text, whatever it begins with.
  private static func line(_ text: String) -> String {
    let line = escaped(text)
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.cleaned(.label) {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case _ where character.isASCII: result.append(character)
      default:
        for scalar in character.unicodeScalars {
          let code = String(scalar.value, radix: 16, uppercase: true)
          result += "\\[u\(String(repeating: "0", count: max(4 - code.count, 0)))\(code)]"
        }
      }
    }
    return result
  }
}
