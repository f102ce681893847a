/// What a block of HTML says without its tags.
enum HTMLText {
  /// The text between the tags with white space run together; empty for comments, scripts, style
  /// sheets and other blocks without text. This reads HTML as a person skims it, not as a
  /// browser does.
  static func text(of html: String) -> String {
    var rest = html[...]
    var text = ""
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[start...]
      let end = endOfTag(rest)
      if isLineBreaking(rest[..<end]) { text += " " }
      rest = rest[end...]
    }
    text += rest
    return decoded(text).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Behind the tag, comment or element without text that a text begins with.
  private static func endOfTag(_ html: Substring) -> Substring.Index {
    if html.hasPrefix("<!--") { return end(of: "-->", in: html) }
    for name in ["script", "style"] where html.dropFirst().prefix(name.count).lowercased() == name {
      return end(of: "</\(name)>", in: html)
    }
    return end(of: ">", in: html)
  }

  private static func end(of mark: String, in html: Substring) -> Substring.Index {
    var index = html.startIndex
    while index < html.endIndex {
      let rest = html[index...]
      if rest.prefix(mark.count).lowercased() == mark {
        return html.index(index, offsetBy: mark.count)
      }
      index = html.index(after: index)
    }
    return html.endIndex
  }

  /// All tags separate words but those that only style them.
  private static func isLineBreaking(_ tag: Substring) -> Bool {
    let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    return !["a", "b", "i", "em", "strong", "code", "span", "sub", "sup", "kbd"].contains(name)
  }

  private static func decoded(_ text: String) -> String {
    var parts = text.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let reference = references.first { parts[index].hasPrefix($0.name) }
      parts[index] =
        reference.map { $0.text + parts[index].dropFirst($0.name.count) } ?? "&" + parts[index]
    }
    return parts.joined()
  }

  private static let references = [
    (name: "lt;", text: "<"), (name: "gt;", text: ">"), (name: "amp;", text: "&"),
    (name: "quot;", text: "\""), (name: "nbsp;", text: " "), (name: "#39;", text: "'"),
  ]
}
