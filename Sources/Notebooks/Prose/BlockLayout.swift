import TerminalText

/// Lays out blocks of Markdown as lines of a width.
struct BlockLayout {
  /// The columns left of those that the surrounding blocks take.
  let width: Int
  let isStyled: Bool

  /// Blocks inside blocks are indented down to this width, and no further.
  private static let narrowest = 20

  /// The lines of blocks under each other, with an empty line between two unless they are tight.
  func lines(of nodes: [MarkdownNode], isTight: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    for block in gathered(nodes) {
      let inner = self.lines(of: block)
      if inner.isEmpty { continue }
      if !lines.isEmpty, !isTight { lines.append(StyledText()) }
      lines += inner
    }
    return lines
  }

  /// Text that stands beside blocks, as flattened levels leave it, becomes paragraphs.
  private func gathered(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    var blocks: [MarkdownNode] = []
    var isGathering = false
    for node in nodes {
      if !node.isInline {
        blocks.append(node)
        isGathering = false
      } else if isGathering {
        blocks[blocks.count - 1].children.append(node)
      } else {
        blocks.append(MarkdownNode(kind: .paragraph, line: node.line, children: [node]))
        isGathering = true
      }
    }
    return blocks
  }

  private func lines(of node: MarkdownNode) -> [StyledText] {
    switch node.kind {
    case .heading(let level):
      heading(node, level)
    case .blockQuote:
      indented(node.children, first: "| ", others: "| ", isTight: false)
    case .list(let style):
      list(node, style)
    case .codeBlock(let text, _):
      code(text)
    case .htmlBlock(let source):
      paragraph(StyledText(HTMLText.text(of: source).cleaned(.prose)))
    case .thematicBreak:
      [StyledText(String(repeating: "-", count: min(width, 60)))]
    case .table(let alignments):
      TableLayout(node, alignments, width: width, isStyled: isStyled).lines
    default:
      paragraph(InlineText(isStyled: isStyled).text(of: node.children))
    }
  }

  private func paragraph(_ text: StyledText) -> [StyledText] {
    text.glyphs.isEmpty ? [] : text.wrapped(to: width)
  }

  /// The two upper levels are underlined, the others begin with their number signs; with styles
  /// all are bold.
  private func heading(_ node: MarkdownNode, _ level: Int) -> [StyledText] {
    let inline = InlineText(isStyled: isStyled)
    if isStyled {
      let style: TextStyle = level == 1 ? [.bold, .underlined] : .bold
      return paragraph(inline.text(of: node.children, style: style))
    }
    let text = inline.text(of: node.children)
    if level > 2 {
      return paragraph(StyledText(String(repeating: "#", count: level) + " ") + text)
    }
    let lines = paragraph(text)
    guard let widest = lines.map(\.width).max() else { return [] }
    return lines + [StyledText(String(repeating: level == 1 ? "=" : "-", count: widest))]
  }

  private func list(_ node: MarkdownNode, _ style: MarkdownNode.ListStyle) -> [StyledText] {
    var lines: [StyledText] = []
    let markers = node.children.indices.map { index in
      style.start.map { "\($0 &+ index)\(style.delimiter) " } ?? "- "
    }
    let widest = markers.map(\.count).max() ?? 0
    for (item, marker) in zip(node.children, markers) {
      if !lines.isEmpty, !style.isTight { lines.append(StyledText()) }
      let padding = String(repeating: " ", count: widest - marker.count)
      let inner = indented(
        item.children, first: padding + marker, others: String(repeating: " ", count: widest),
        isTight: style.isTight)
      lines += inner.isEmpty ? [StyledText(padding + marker)] : inner
    }
    return lines
  }

  /// Blocks behind a margin, which narrows them as long as there is room.
  private func indented(
    _ nodes: [MarkdownNode], first: String, others: String, isTight: Bool
  ) -> [StyledText] {
    let room = width - others.count
    let hasRoom = room >= Self.narrowest
    let inner = BlockLayout(width: hasRoom ? room : width, isStyled: isStyled)
    let lines = inner.lines(of: nodes, isTight: isTight)
    guard hasRoom else { return lines }
    return lines.enumerated().map { index, line in
      StyledText(index == 0 ? first : others) + line
    }
  }

  private func code(_ text: String) -> [StyledText] {
    NotebookCell.canonical([text]).map { line in
      StyledText("    " + line.cleaned(.prose))
    }
  }
}
