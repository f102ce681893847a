import TerminalText

/// Markdown between cells, to the byte as it stands in the file.
package struct Prose: Sendable, Equatable {
  /// The lines with their endings; no empty lines at either end.
  package let source: String
  /// The lines of the file, counted from 1.
  package let lines: ClosedRange<Int>
  /// What the lines mean in their file: a link may be defined far from here.
  package let nodes: [MarkdownNode]

  /// The prose cut before each block of Markdown (paragraph, heading, list, table, …), so that a
  /// lesson can be walked piece by piece. Together they are the prose again, but for empty lines.
  package var paragraphs: [Prose] {
    pieces { _ in true }
  }

  /// What it is called, if it begins with a heading, and the heading's level from 1.
  package var heading: (level: Int, title: String)? {
    guard let node = nodes.first, case .heading(let level) = node.kind else { return nil }
    return (level, node.plainText.cleaned(.prose))
  }

  /// Whether it ends with a heading, under which nothing stands.
  package var endsWithHeading: Bool {
    if case .heading? = nodes.last?.kind { true } else { false }
  }

  /// The prose cut before those blocks of Markdown that stand behind an empty line.
  var notes: [Prose] {
    pieces { $0.isBlank }
  }

  /// Cuts before the nodes that begin under a line that is a border.
  private func pieces(under isBorder: (String) -> Bool) -> [Prose] {
    let sourceLines = TextLine.lines(of: source)
    var pieces: [Prose?] = []
    var start = 0
    var gathered: [MarkdownNode] = []
    for node in nodes {
      let index = node.line - lines.lowerBound
      if index > start, index < sourceLines.count, isBorder(sourceLines[index - 1].text) {
        pieces.append(Prose(sourceLines[start..<index], linesBefore: linesBefore, nodes: gathered))
        start = index
        gathered = []
      }
      gathered.append(node)
    }
    pieces.append(Prose(sourceLines[start...], linesBefore: linesBefore, nodes: gathered))
    return pieces.compactMap { $0 }
  }

  private var linesBefore: Int { lines.lowerBound - 1 }
}

extension Prose {
  /// The prose on some lines, without the empty ones at its ends; nil if all are empty.
  /// - Parameters:
  ///   - sourceLines: Lines of a text, of which the file has `linesBefore` more before its first.
  ///   - nodes: The blocks of Markdown that begin on these lines.
  init?(_ sourceLines: ArraySlice<TextLine>, linesBefore: Int = 0, nodes: [MarkdownNode]) {
    guard let first = sourceLines.firstIndex(where: { !$0.text.isBlank }),
      let last = sourceLines.lastIndex(where: { !$0.text.isBlank })
    else { return nil }
    self.init(
      source: TextLine.text(of: sourceLines[first...last]),
      lines: (linesBefore + first + 1)...(linesBefore + last + 1), nodes: nodes)
  }

  /// A Markdown text of its own that stands on a line of the file; nil for an empty one.
  package init?(markdown: String, line: Int) {
    let document = MarkdownDocument(Array(markdown.utf8), linesBefore: line - 1)
    self.init(
      TextLine.lines(of: markdown)[...], linesBefore: line - 1, nodes: document.blocks)
  }
}
