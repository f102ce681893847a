import TerminalText

/// Lays out charts side by side.
struct GridText {
  private static let gap = 2
  /// The narrowest cell of a compact grid: three stand side by side on 80 columns.
  private static let compactWidth = 25
  private let grid: ChartGrid
  private let width: Int
  private let pictures: Pictures
  /// How many charts stand in a row.
  private let across: Int
  private let cellWidth: Int

  init(_ grid: ChartGrid, width: Int, pictures: Pictures) {
    self.grid = grid
    self.width = width
    self.pictures = pictures
    let usual = grid.charts.map(\.content.smallestWidth).max() ?? 1
    let smallest = grid.isCompact ? min(usual, Self.compactWidth) : usual
    across = grid.across(room: (width + Self.gap) / (smallest + Self.gap))
    cellWidth = (width - Self.gap * (across - 1)) / across
  }

  var lines: [StyledLine] {
    let isTall = across < grid.charts.count
    let space = PictureSpace(
      width: cellWidth, rows: isTall ? (grid.isCompact ? 5...6 : 8...10) : 12...14,
      pictures: pictures,
      isSmall: cellWidth < 30, isInGrid: true, shared: grid.sharedExtents)
    let drawn = grid.charts.map { $0.content.picture(in: space) }
    let shared = Self.sharedLegend(drawn)
    var lines: [StyledLine] = []
    for row in grid.rows {
      if let name = row.name {
        lines += pictures.text(name).wrapped(to: width).map { StyledLine($0) }
      }
      for first in stride(from: row.charts.lowerBound, to: row.charts.upperBound, by: across) {
        let cells = drawn[first..<min(first + across, row.charts.upperBound)]
        lines += beside(cells.map { cell($0, hasLegend: shared == nil, isSmall: space.isSmall) })
      }
    }
    let legend = (shared ?? []).map { $0.spelled(in: pictures) }
    lines += Picture.legendLines(legend, inset: 0, width: width)
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
    return picture.lines(width: cellWidth, pictures: pictures)
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
      if entries.contains(where: { $0.glyph == entry.glyph }) { return nil }
      entries.append(entry)
    }
    return entries
  }
}
