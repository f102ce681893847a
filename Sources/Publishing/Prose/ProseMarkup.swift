import Notebooks

/// Markdown as HTML. What is HTML in it already is shown as the letters that it is.
struct ProseMarkup {
  let links: LinkRule
  var outline = Outline()

  init(links: LinkRule) { self.links = links }

  /// Blocks, one under the other.
  mutating func blocks(_ nodes: [MarkdownNode]) -> String {
    var text = ""
    for node in nodes { text += block(node) }
    return text
  }

  /// A text of a step; one paragraph is not marked as such.
  mutating func short(_ text: PlacedText) -> String { short(text.text) }

  /// The same of a text without a place.
  mutating func short(_ text: String) -> String {
    guard let prose = Prose(markdown: text, line: 1) else { return "" }
    if prose.nodes.count == 1, prose.nodes[0].kind == .paragraph {
      return inline(prose.nodes[0].children)
    }
    return blocks(prose.nodes)
  }

  /// What stands within a line.
  func inline(_ nodes: [MarkdownNode]) -> String {
    nodes.map(inline).joined()
  }

  private func inline(_ node: MarkdownNode) -> String {
    let inner = { inline(node.children) }
    return switch node.kind {
    case .text(let text), .html(let text): Markup.escaped(text)
    case .code(let text): "<code>\(Markup.escaped(text))</code>"
    case .softBreak: "\n"
    case .lineBreak: "<br>\n"
    case .emphasis: "<em>\(inner())</em>"
    case .strong: "<strong>\(inner())</strong>"
    case .image: "<em>\(inner())</em>"
    case .link(let url): link(url, inner())
    default: inner()
    }
  }

  private func link(_ url: String, _ inner: String) -> String {
    guard let target = links.target(of: url), !inner.contains("<a ") else { return inner }
    return "<a href=\"\(Markup.escaped(target))\">\(inner)</a>"
  }

  private mutating func block(_ node: MarkdownNode) -> String {
    switch node.kind {
    case .paragraph: return "<p>\(inline(node.children))</p>\n"
    case .heading(let wanted):
      let level = outline.level(of: wanted)
      let id = outline.id(of: node.plainText)
      return "<h\(level) id=\"\(Markup.escaped(id))\">\(inline(node.children))</h\(level)>\n"
    case .blockQuote: return "<blockquote>\n\(blocks(node.children))</blockquote>\n"
    case .list(let style): return list(node, style)
    case .codeBlock(let text, _):
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return Preformatted(lines, label: "code").text
    case .htmlBlock(let text):
      if text.hasPrefix("<!--"), text.hasSuffix("-->\n") || text.hasSuffix("-->") { return "" }
      return "<p>\(Markup.escaped(text))</p>\n"
    case .thematicBreak: return "<hr>\n"
    case .table(let sides): return table(node, sides)
    default: return node.isInline ? "<p>\(inline([node]))</p>\n" : blocks(node.children)
    }
  }

  private mutating func list(_ node: MarkdownNode, _ style: MarkdownNode.ListStyle) -> String {
    var items = ""
    for item in node.children { items += "<li>\(content(of: item, style))</li>\n" }
    guard let start = style.start else { return "<ul>\n\(items)</ul>\n" }
    return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\n\(items)</ol>\n"
  }

  /// An item; the paragraphs of a tight list are not marked as such.
  private mutating func content(
    of item: MarkdownNode, _ style: MarkdownNode.ListStyle
  ) -> String {
    var text = ""
    for node in item.children {
      let isBare = style.isTight && node.kind == .paragraph
      text += isBare ? inline(node.children) : block(node)
    }
    return text
  }

  private func table(_ node: MarkdownNode, _ sides: [MarkdownNode.Alignment]) -> String {
    var head = ""
    var body = ""
    for row in node.children {
      let isHead = row.kind == .tableRow(isHeader: true)
      let cells = row.children.enumerated().map { index, cell in
        let side = sides.indices.contains(index) ? sides[index] : .left
        let name = side == .left ? "" : " class=\"\(side == .right ? "right" : "middle")\""
        let text = inline(cell.children)
        return isHead && !text.isEmpty
          ? "<th scope=\"col\"\(name)>\(text)</th>" : "<td\(name)>\(text)</td>"
      }
      let line = "<tr>\(cells.joined())</tr>\n"
      if isHead { head += line } else { body += line }
    }
    return "<div class=\"scroll\" role=\"group\" aria-label=\"table\" tabindex=\"0\"><table>\n"
      + "<thead>\n\(head)</thead>\n" + (body.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n")
      + "</table></div>\n"
  }
}
