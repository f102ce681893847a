/// Shows Markdown on a terminal.
///
/// Paragraphs are wrapped to the width; headings are underlined, lists and quotes indented, tables
/// aligned and wrapped inside their columns. Code blocks are indented by 4 and never wrapped.
/// Nothing that a terminal would obey comes through, whatever the source holds: see
/// `Cleaning`.
///
/// ```
/// let renderer = ProseRenderer(width: 60)
/// for paragraph in prose.paragraphs { print(renderer.lines(paragraph).joined(separator: "\n")) }
/// ```
package struct ProseRenderer: Sendable {
  /// The columns of a line, at least 20. Only lines of code blocks are ever wider.
  package let width: Int
  /// Whether bold, italic and underlined text is set off by escape codes; without them
  /// emphasis and code keep their Markdown marks.
  package let isStyled: Bool

  /// Makes a renderer for a width, by default one without escape codes.
  ///
  /// - Parameter width: In columns; less than 20 counts as 20.
  package init(width: Int = 80, isStyled: Bool = false) {
    self.width = max(20, width)
    self.isStyled = isStyled
  }

  /// The lines that show a piece of a notebook, without empty lines at either end. Links
  /// that are defined elsewhere in the notebook are resolved.
  package func lines(_ prose: Prose) -> [String] {
    lines(of: prose.nodes)
  }

  /// The lines that show a Markdown text of its own, such as a hint or a note.
  package func lines(markdown: String) -> [String] {
    lines(of: MarkdownDocument(Array(markdown.utf8)).blocks)
  }

  private func lines(of nodes: [MarkdownNode]) -> [String] {
    BlockLayout(width: width, isStyled: isStyled).lines(of: nodes, isTight: false)
      .map { $0.text(isStyled: isStyled) }
  }
}
