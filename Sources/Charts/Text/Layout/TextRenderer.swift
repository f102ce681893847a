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
  /// The lines there are, 24 to 200: pictures are drawn so low that a document takes no more of
  /// them than one less, which is left for the prompt, unless its text is longer than that.
  package let height: Int
  /// Whether 7-bit pictures have the names of the data as they are, where the terminal can show
  /// them; else those that 7-bit characters can't tell apart get letters, told below the picture.
  package let showsNames: Bool
  /// How many of the lines something else takes, beside the prompt.
  package let reserved: Int

  /// Makes a renderer for a width and a height.
  ///
  /// - Parameters:
  ///   - width: What is beyond 40 to 200 counts as the nearer of these.
  ///   - height: What is beyond 24 to 200 counts as the nearer of these.
  ///   - reserved: How many of these lines are not for documents, beside the prompt's; at most 18.
  package init(
    width: Int = 80, height: Int = 24, pictures: Pictures = .ascii, colors: Colors = .none,
    showsNames: Bool = false, reserved: Int = 0
  ) {
    self.width = min(max(width, 40), 200)
    self.height = min(max(height, 24), 200)
    self.pictures = pictures
    self.colors = colors
    self.showsNames = showsNames
    self.reserved = min(max(reserved, 0), 18)
  }

  /// The lines of a document, joined by line ends and without one behind the last.
  package func render(_ document: Document) -> String {
    lines(document).joined(separator: "\n")
  }

  /// The lines of a document, without blanks at their ends.
  package func lines(_ document: Document) -> [String] {
    fitted(document).map { line in
      guard line.utf8.last == UInt8(ascii: " ") else { return line }
      var line = Substring(line)
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The lines of a document; without pictures there is nothing to be fitted.
  private func fitted(_ document: Document) -> [String] {
    guard document.blocks.contains(where: \.isPicture) else {
      return document.blocks.flatMap { lines($0, usualForm, names: document.names) }
    }
    return FittedDocument(document, room: height - 1 - reserved) { blocks, form in
      blocks.flatMap { lines($0, form, names: document.names) }
    }.lines
  }

  /// The picture of a chart without its caption: all lines are of one width, no wider than there is.
  package func picture(_ chart: Chart) -> [String] {
    drawn(spelled(chart, names: []).chart, usualForm).lines(width: width).map(text)
  }

  /// The picture of a grid of charts without its caption, its lines of one width.
  package func picture(_ grid: ChartGrid) -> [String] {
    drawn(spelled(grid, names: []).grid, usualForm).lines.map(text)
  }

  private var usualForm: FittedDocument.Form { .init(mostRows: height) }

  private func lines(
    _ block: Block, _ form: FittedDocument.Form, names: [String]
  ) -> [String] {
    switch block {
    case .text(let text): return text.cleanedLines(.label).flatMap { $0.wrapped(to: width) }
    case .verbatim(let text): return text.cleanedLines(.label)
    case .facts(let facts): return FactLines.of(facts, width: width)
    case .table(let table): return TableText(table, width: width, pictures: pictures).lines
    case .chart(let chart):
      let (spelled, key) = spelled(chart, names: names)
      let picture = drawn(spelled, form)
      let lines = trimmed(picture.lines(width: width)) + prose(key)
      return form.hasCaptions ? lines + prose(chart.caption, picture.shared?.text) : lines
    case .grid(let grid):
      let (spelled, key) = spelled(grid, names: names)
      let picture = drawn(spelled, form)
      let lines = trimmed(picture.lines) + prose(key)
      return form.hasCaptions ? lines + prose(grid.text, picture.sharing) : lines
    }
  }

  private func drawn(_ chart: Chart, _ form: FittedDocument.Form) -> Picture {
    var space = PictureSpace(width: width, height: height, pictures: pictures)
    space.lower(to: form.mostRows)
    return chart.content.picture(in: space)
  }

  private func drawn(_ grid: ChartGrid, _ form: FittedDocument.Form) -> GridText {
    GridText(
      form.isNarrow ? grid.flattened : grid, width: width, height: height, form: form,
      pictures: pictures)
  }

  private func text(_ line: StyledLine) -> String { line.text(colors: colors) }

  private func trimmed(_ lines: [StyledLine]) -> [String] {
    lines.map { line in
      var line = line
      line.trimTrailingBlanks()
      return line.text(colors: colors)
    }
  }

  /// What stands below a picture: a caption, with what is said of the signs in this form of it.
  private func prose(_ texts: String?...) -> [String] {
    let all = texts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    return all.isEmpty ? [] : all.cleanedLines(.label).flatMap { $0.wrapped(to: width) }
  }
}

extension TextRenderer {
  /// A chart with its texts in the characters that there are, and the key of the names that
  /// letters stand for.
  private func spelled(_ chart: Chart, names: [String]) -> (chart: Chart, key: String?) {
    let (grid, key) = spelled(ChartGrid(charts: [chart]), names: names)
    return (grid.charts[0], key)
  }

  private func spelled(_ grid: ChartGrid, names: [String]) -> (grid: ChartGrid, key: String?) {
    guard isSevenBit else { return (grid.spelled { $0.cleaned(.label) }, nil) }
    var texts: [String] = []
    _ = grid.spelled { text in
      texts.append(text)
      return text
    }
    let spelling = NameSpelling(names, in: texts)
    return (grid.spelled { spelling($0) }, spelling.key(of: texts))
  }

  private var isSevenBit: Bool { pictures == .ascii && !showsNames }
}
