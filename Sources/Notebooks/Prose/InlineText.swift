import TerminalText

/// Turns what stands within a paragraph into styled text.
///
/// Where there are no styles, emphasis and code keep their Markdown marks: `*this*`, `**this**` and
/// `` `this` ``. A link is followed by its address, unless that is what it reads
/// or leads elsewhere on the page. Tags are left out.
struct InlineText {
  let isStyled: Bool

  func text(of nodes: [MarkdownNode], style: TextStyle = []) -> StyledText {
    var text = StyledText()
    for node in nodes {
      text.glyphs += self.text(of: node, style: style).glyphs
    }
    return text
  }

  private func text(of node: MarkdownNode, style: TextStyle) -> StyledText {
    var text = StyledText()
    switch node.kind {
    case .text(let words):
      text.append(words.cleaned(.prose), style: style)
    case .softBreak:
      text.append(" ", style: style)
    case .lineBreak:
      text.appendLineBreak()
    case .code(let code):
      appendCode(code.cleaned(.prose), style, to: &text)
    case .html(let tag):
      if Self.isLineBreakTag(tag) { text.appendLineBreak() }
    case .emphasis:
      text = marked(node, "*", style.union(.italic))
    case .strong:
      text = marked(node, "**", style.union(.bold))
    case .link(let url):
      text = self.text(of: node.children, style: style.union(.underlined))
      appendAddress(url, of: node, style, to: &text)
    case .image:
      let alternative = node.plainText.cleaned(.prose)
      text.append(alternative.isEmpty ? "[image]" : "[image: \(alternative)]", style: style)
    default:
      text = self.text(of: node.children, style: style)
    }
    return text
  }

  private func marked(_ node: MarkdownNode, _ mark: String, _ style: TextStyle) -> StyledText {
    let inner = text(of: node.children, style: style)
    return isStyled ? inner : StyledText(mark) + inner + StyledText(mark)
  }

  /// Code is kept on one line if it fits there: a command cut in two is hard to type.
  private func appendCode(_ code: String, _ style: TextStyle, to text: inout StyledText) {
    if isStyled {
      text.append(code, style: style.union(.bold), isHard: true)
    } else {
      let mark = code.contains("`") ? "``" : "`"
      text.append(mark + code + mark, style: style, isHard: true)
    }
  }

  private func appendAddress(
    _ url: String, of node: MarkdownNode, _ style: TextStyle, to text: inout StyledText
  ) {
    let address = url.cleaned(.prose)
    let shown = node.plainText
    guard !address.isEmpty, !address.hasPrefix("#"), address != shown,
      address != "mailto:" + shown
    else { return }
    text.append(text.glyphs.isEmpty ? "(" : " (", style: style)
    text.append(address, style: style, isHard: true)
    text.append(")", style: style)
  }

  /// `<br>`, `<br/>`, `<br />`
  private static func isLineBreakTag(_ tag: String) -> Bool {
    ["<br>", "<br/>", "<br />"].contains(tag.lowercased())
  }
}
