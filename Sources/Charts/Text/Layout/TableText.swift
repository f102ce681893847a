import TerminalText

/// Lays out a table in lines no wider than there is.
///
/// What is too wide is first wrapped within its left-aligned columns, then cut into groups of
/// columns below each other, each of which begins with the columns that say which row it is. Nothing
/// is ever left out.
struct TableText {
  private static let gap = 2
  private let table: Table
  private let width: Int
  private let pictures: Pictures
  /// The titles, then the rows, then the footer; every row has a text for each column.
  private let texts: [[String]]

  init(_ table: Table, width: Int, pictures: Pictures) {
    self.table = table
    self.width = width
    self.pictures = pictures
    let columns = table.columns.indices
    texts =
      [table.columns.map { $0.title.cleaned(.label) }]
      + (table.rows + table.footer).map { row in
        columns.map { $0 < row.count ? row[$0].text.cleaned(.label) : "" }
      }
  }

  var lines: [String] {
    let title = table.title.map { $0.cleaned(.label).wrapped(to: width) } ?? []
    guard !table.columns.isEmpty else { return title }
    let groups = groups(fitted(table.columns.indices.map(naturalWidth)))
    let blocks = groups.map { lines(of: $0.columns, widths: $0.widths) }
    return title + Array(blocks.joined(separator: [""]))
  }

  private func naturalWidth(_ column: Int) -> Int {
    texts.map { $0[column].columns }.max() ?? 0
  }

  /// Narrows the widest of the columns that may wrap until the table fits or none can give more.
  private func fitted(_ natural: [Int]) -> [Int] {
    var widths = natural
    let least = table.columns.indices.map { column in
      table.columns[column].alignment == .left
        ? min(max(longestWord(in: column), 8), natural[column]) : natural[column]
    }
    while total(widths) > width {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap * max(widths.count - 1, 0)
  }

  private func longestWord(in column: Int) -> Int {
    texts.flatMap { $0[column].split(separator: " ") }.map { $0.columns }.max()
      ?? 0
  }

  /// The columns that stand beside each other, and how wide each is.
  private func groups(_ widths: [Int]) -> [(columns: [Int], widths: [Int])] {
    guard total(widths) > width else { return [(Array(widths.indices), widths)] }
    // Keys that leave no room for anything else are no help.
    let wished = max(1, min(table.keyColumns, widths.count - 1))
    let count = total(Array(widths.prefix(wished))) <= width / 2 ? wished : 1
    let keys = Array(widths.indices.prefix(count))
    let first = count > 1 ? Array(widths.prefix(count)) : [min(widths[0], width / 2)]
    let room = width - total(first) - Self.gap
    var groups: [(columns: [Int], widths: [Int])] = []
    for column in widths.indices.dropFirst(count) {
      let own = min(widths[column], room)
      if let last = groups.last, total(last.widths + [own]) <= width {
        groups[groups.count - 1].columns.append(column)
        groups[groups.count - 1].widths.append(own)
      } else {
        groups.append((keys + [column], first + [own]))
      }
    }
    return groups.isEmpty ? [([0], [min(widths[0], width)])] : groups
  }

  private func lines(of columns: [Int], widths: [Int]) -> [String] {
    let rule = widths.map { String(repeating: pictures.horizontal, count: $0) }
      .joined(separator: String(repeating: " ", count: Self.gap))
    let firstFooter = 1 + table.rows.count
    var lines: [String] = []
    for (index, row) in texts.enumerated() {
      if index == 1 || index == firstFooter && !table.footer.isEmpty { lines.append(rule) }
      lines += self.lines(of: columns.map { row[$0] }, columns: columns, widths: widths)
    }
    if texts.count == 1 { lines.append(rule) }
    return lines
  }

  /// One row, on as many lines as its tallest cell has.
  private func lines(of row: [String], columns: [Int], widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { Self.broken($0, width: $1) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let texts = columns.indices.map { place in
        let text = line < cells[place].count ? cells[place][line] : ""
        let padding = String(
          repeating: " ", count: max(widths[place] - text.columns, 0))
        return table.columns[columns[place]].alignment == .left ? text + padding : padding + text
      }
      let text = texts.joined(separator: String(repeating: " ", count: Self.gap))
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A text on lines of a width, broken between words and within those that are too long.
  private static func broken(_ text: String, width: Int) -> [String] {
    guard text.columns > width else { return [text] }
    return text.wrapped(to: max(width, 1)).flatMap { $0.cut(to: max(width, 1)) }
  }
}
