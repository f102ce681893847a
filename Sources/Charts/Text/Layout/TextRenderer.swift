import TerminalText

/// Makes characters of documents.
///
/// The text is the same for the same document, whatever the terminal, the platform or the locale.
/// Only with `colors` are there escape codes, around the same characters as without.
package struct TextRenderer: Equatable, Sendable {
  /// The columns there are, 40 to 200.
  package let width: Int
  /// The characters that pictures are made of.
  package let pictures: Pictures
  /// The colours that there are.
  package let colors: Colors
  /// The lines there are, 24 to 200: a picture with its caption takes no more of them.
  package let height: Int

  /// Makes a renderer for a width and a height.
  ///
  /// - Parameters:
  ///   - width: What is beyond 40 to 200 counts as the nearer of these.
  ///   - height: What is beyond 24 to 200 counts as the nearer of these.
  package init(
    width: Int = 80, height: Int = 24, pictures: Pictures = .ascii, colors: Colors = .none
  ) {
    self.width = min(max(width, 40), 200)
    self.height = min(max(height, 24), 200)
    self.pictures = pictures
    self.colors = colors
  }

  /// The lines of a document, joined by line ends and without one behind the last.
  package func render(_ document: Document) -> String {
    lines(document).joined(separator: "\n")
  }

  /// The lines of a document, without blanks at their ends.
  package func lines(_ document: Document) -> [String] {
    document.blocks.flatMap(lines).map { line in
      var line = Substring(line)
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The picture of a chart without its caption: all lines are of one width, no wider than there is.
  package func picture(_ chart: Chart) -> [String] { styledPicture(chart).map(text) }

  /// The picture of a grid of charts without its caption, its lines of one width.
  package func picture(_ grid: ChartGrid) -> [String] { styledPicture(grid).map(text) }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .text(let text): text.cleanedLines(.label).flatMap { $0.wrapped(to: width) }
    case .verbatim(let text): text.cleanedLines(.label)
    case .facts(let facts): FactLines.of(facts, width: width)
    case .table(let table): TableText(table, width: width, pictures: pictures).lines
    case .chart(let chart): trimmed(styledPicture(chart)) + caption(chart.caption)
    case .grid(let grid): trimmed(styledPicture(grid)) + caption(grid.text)
    }
  }

  private func styledPicture(_ chart: Chart) -> [StyledLine] {
    let space = PictureSpace(width: width, height: height, pictures: pictures)
    return chart.content.picture(in: space).lines(width: width, pictures: pictures)
  }

  private func styledPicture(_ grid: ChartGrid) -> [StyledLine] {
    GridText(grid, width: width, pictures: pictures).lines
  }

  private func text(_ line: StyledLine) -> String { line.text(colors: colors) }

  private func trimmed(_ lines: [StyledLine]) -> [String] {
    lines.map { line in
      var line = line
      line.trimTrailingBlanks()
      return line.text(colors: colors)
    }
  }

  private func caption(_ text: String) -> [String] {
    text.isEmpty ? [] : text.cleanedLines(.label).flatMap { $0.wrapped(to: width) }
  }
}
