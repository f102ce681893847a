/// Lays out a table: columns as wide as what they hold, and where that is too wide for the line,
/// the widest columns wrapped. Where not even the words fit beside each other, the table becomes
/// a list of its cells.
///
/// ```
/// layer   | parameters
/// --------+-----------
/// dense 8 |         24
/// ```
struct TableLayout {
  private let rows: [[StyledText]]
  private let alignments: [MarkdownNode.Alignment]
  private let width: Int

  /// A word may be cut in two only if it is wider than this.
  private static let widestWord = 20

  init(
    _ node: MarkdownNode, _ alignments: [MarkdownNode.Alignment], width: Int, isStyled: Bool
  ) {
    let inline = InlineText(isStyled: isStyled)
    rows = node.children.map { row in
      let style: TextStyle = row.kind == .tableRow(isHeader: true) ? .bold : []
      return row.children.map { inline.text(of: $0.children, style: style) }
    }
    self.alignments = alignments
    self.width = width
  }

  var lines: [StyledText] {
    guard let head = rows.first, !head.isEmpty else { return [] }
    guard let widths = columnWidths(count: head.count) else { return list(head) }
    let cells = rows.map { row in
      head.indices.map { column in
        column < row.count ? row[column].wrapped(to: widths[column]) : [StyledText()]
      }
    }
    let rule = StyledText(
      widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-"))
    let isWrapped = cells.dropFirst().contains { row in row.contains { $0.count > 1 } }
    var lines: [StyledText] = []
    for (index, row) in cells.enumerated() {
      if index == 1 || index > 1 && isWrapped { lines.append(rule) }
      lines += self.lines(of: row, widths)
    }
    return cells.count == 1 ? lines + [rule] : lines
  }

  /// The columns' natural widths, or as much of the line as there is, shared so that only the
  /// widest are wrapped; nil if their words don't fit beside each other.
  private func columnWidths(count: Int) -> [Int]? {
    let room = width - 3 * (count - 1)
    let natural = (0..<count).map { column in
      max(1, rows.map { column < $0.count ? Self.naturalWidth($0[column]) : 0 }.max() ?? 0)
    }
    if natural.reduce(0, +) <= room { return natural }
    let least = (0..<count).map { column in
      let widest = rows.map { column < $0.count ? $0[column].widestWord : 0 }.max() ?? 0
      return max(1, min(widest, Self.widestWord))
    }
    let widths = { (cap: Int) in zip(least, natural).map { max($0, min($1, cap)) } }
    guard widths(0).reduce(0, +) <= room else { return nil }
    var cap = 0
    while widths(cap + 1).reduce(0, +) <= room { cap += 1 }
    return widths(cap)
  }

  private static func naturalWidth(_ text: StyledText) -> Int {
    text.wrapped(to: .max).map(\.width).max() ?? 0
  }

  private func lines(of row: [[StyledText]], _ widths: [Int]) -> [StyledText] {
    let height = row.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = StyledText()
      for (column, cell) in row.enumerated() {
        if column > 0 { line.append(" | ") }
        let text = index < cell.count ? cell[index] : StyledText()
        line.glyphs += aligned(text, widths[column], column).glyphs
      }
      return line
    }
  }

  private func aligned(_ text: StyledText, _ width: Int, _ column: Int) -> StyledText {
    let room = max(0, width - text.width)
    let before =
      switch column < alignments.count ? alignments[column] : .left {
      case .left: 0
      case .center: room / 2
      case .right: room
      }
    return StyledText(String(repeating: " ", count: before)) + text
      + StyledText(String(repeating: " ", count: room - before))
  }

  /// Each row as lines of `heading: cell`, with an empty line between rows.
  private func list(_ head: [StyledText]) -> [StyledText] {
    var lines: [StyledText] = []
    for row in rows.dropFirst() {
      if !lines.isEmpty { lines.append(StyledText()) }
      for (name, cell) in zip(head, row) {
        lines += (name + StyledText(": ") + cell).wrapped(to: width)
      }
    }
    return lines
  }
}
