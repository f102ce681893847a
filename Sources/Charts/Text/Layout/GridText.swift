import TerminalText

/// Lays out charts side by side.
struct GridText {
  private static let gap = 2
  /// The narrowest cell of a compact grid: three stand side by side on 80 columns.
  private static let compactWidth = 25
  private let grid: ChartGrid
  private let width: Int
  /// How many charts stand in a row.
  private let across: Int
  private let cellWidth: Int
  private let space: PictureSpace
  private let drawn: [Picture]

  /// - Parameters:
  ///   - height: The lines of the screen; where it is higher than usual, so are the plots.
  ///   - form: How high and how narrow the plots may be.
  init(
    _ grid: ChartGrid, width: Int, height: Int, form: FittedDocument.Form, pictures: Pictures
  ) {
    self.grid = grid
    self.width = width
    let usual =
      grid.charts.map {
        form.isNarrow ? $0.content.narrowestWidth : $0.content.smallestWidth
      }.max() ?? 1
    let smallest = grid.isCompact ? min(usual, Self.compactWidth) : usual
    let across = grid.across(room: (width + Self.gap) / (smallest + Self.gap))
    let cellWidth = (width - Self.gap * (across - 1)) / across
    let isTall = across < grid.charts.count
    var space = PictureSpace(
      width: cellWidth, rows: isTall ? (grid.isCompact ? 5...6 : 8...10) : 12...14,
      pictures: pictures,
      isSmall: cellWidth < 30, isInGrid: true, shared: grid.sharedExtents)
    let lines = grid.rows.reduce(0) { $0 + ($1.charts.count + across - 1) / across }
    let high = min((height - 6) / max(lines, 1) - 5, cellWidth * 2 / 5)
    if height > 24, high > space.rows.upperBound { space.rows = high * 3 / 4...high }
    space.lower(to: form.mostRows)
    self.across = across
    self.cellWidth = cellWidth
    space.labelWidth = grid.labelWidth(rows: space.rows)
    self.space = space
    drawn = grid.charts.enumerated().map { index, chart in
      var space = space
      if !grid.heights.isEmpty {
        let rows = Double(space.rows.upperBound) * grid.share(of: index)
        space.lower(to: max(Int(rows.rounded()), 3))
      }
      space.hasHeadings = index == 0 || across > 1 || !chart.hasHeadings(of: grid.charts[index - 1])
      var picture = chart.content.picture(in: space)
      if grid.sharesAxisBelow(index) {
        picture.xTitle = ""
        picture.body.removeLast()
      }
      return picture
    }
  }

  /// What the caption says of the signs that stand for several points.
  var sharing: String? { SharedSigns.text(of: drawn.compactMap(\.shared)) }

  var lines: [StyledLine] {
    let shared = Self.sharedLegend(drawn)
    var lines: [StyledLine] = []
    for row in grid.rows {
      if let name = row.name {
        lines += name.wrapped(to: width).map { StyledLine($0) }
      }
      for first in stride(from: row.charts.lowerBound, to: row.charts.upperBound, by: across) {
        let cells = drawn[first..<min(first + across, row.charts.upperBound)]
        lines += beside(cells.map { cell($0, hasLegend: shared == nil, isSmall: space.isSmall) })
      }
    }
    lines += Picture.legendLines(shared ?? [], inset: 0, width: width)
    return Picture.aligned(lines, width: width)
  }

  private func cell(_ picture: Picture, hasLegend: Bool, isSmall: Bool) -> [StyledLine] {
    var picture = picture
    picture.prefersLegendBeside = false
    if !hasLegend { picture.legend = [] }
    if isSmall {
      picture.yTitle = ""
      picture.xTitle = ""
    }
    return picture.lines(width: cellWidth)
  }

  private func beside(_ cells: [[StyledLine]]) -> [StyledLine] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = StyledLine()
      for (index, cell) in cells.enumerated() {
        if index > 0 { line.pad(to: index * (cellWidth + Self.gap)) }
        if row < cell.count { line.append(cell[row]) }
      }
      return line
    }
  }

  /// All the entries there are, or nil if a glyph means one thing here and another there.
  private static func sharedLegend(_ pictures: [Picture]) -> [LegendEntry]? {
    var entries: [LegendEntry] = []
    for entry in pictures.flatMap(\.legend) where !entries.contains(entry) {
      if !entry.glyph.isEmpty, entries.contains(where: { $0.glyph == entry.glyph }) { return nil }
      entries.append(entry)
    }
    return entries
  }
}

extension Chart {
  /// Whether it is a diagram under the same headings as another one.
  fileprivate func hasHeadings(of other: Chart) -> Bool {
    guard case .diagram(let own) = self, case .diagram(let other) = other else { return false }
    return own.columns.map(\.heading) == other.columns.map(\.heading)
  }
}
