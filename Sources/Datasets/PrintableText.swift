/// A text of a file on one line: control characters and line ends become spaces, spaces at the
/// ends are dropped.
func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      result.append(" ")
    default:
      result.append(scalar)
    }
  }
  while result.last == " " { result.removeLast() }
  return String(result.drop(while: { $0 == " " }))
}

/// A text of a file for a message: printable, in quotes, and cut off after 40 characters.
func quoted(_ text: String) -> String {
  let text = printable(String(text.unicodeScalars.prefix(200)))
  return text.count <= 40 ? "\"\(text)\"" : "\"\(text.prefix(39))…\""
}
