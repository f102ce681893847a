import TerminalText

/// Lines in which spaces count. Where they may be wider than a page it scrolls them, also by keys.
struct Preformatted {
  /// The columns that a narrow screen has room for.
  private static let narrow = 33

  /// The element.
  let text: String

  /// Makes an element of lines, or of markup that shows such lines.
  ///
  /// - Parameters:
  ///   - label: What it is, for who hears the page.
  ///   - kind: The class that its style is told by.
  init(_ lines: [String], markup: String? = nil, label: String, kind: String = "") {
    let isWide = lines.contains { $0.columns > Self.narrow }
    let name = kind.isEmpty ? "" : " class=\"\(kind)\""
    let scrolls =
      isWide ? " role=\"group\" aria-label=\"\(Markup.escaped(label))\" tabindex=\"0\"" : ""
    // A line end at the very beginning is none to HTML.
    let markup = "\n" + (markup ?? Markup.verbatim(lines))
    text = "<pre\(name)\(scrolls)>\(markup)</pre>\n"
  }
}
