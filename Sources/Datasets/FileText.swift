import TerminalText

/// A text of a file on one line: a space for whatever a terminal obeys, and none at the ends.
func printable(_ text: String) -> String {
  let text = text.cleaned(.name).unicodeScalars.drop { $0 == " " }
  let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
  return String(text[..<end])
}

/// A text of a file for a message: printable, in quotes, and cut off after 40 characters.
package func quoted(_ text: String) -> String {
  "\"\(cutOff(printable(String(text.unicodeScalars.prefix(200)))))\""
}

/// A text of a file among others in a sentence: cut off after 40 characters.
package func cutOff(_ text: String) -> String {
  text.prefix(41).count <= 40 ? text : "\(text.prefix(39))…"
}
