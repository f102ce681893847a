extension HeatMapChart {
  func drawing(in space: DrawingSpace) -> Drawing {
    let layout = HeatMapSquares(self, in: space)
    var svg = SVGText()
    layout.draw(on: &svg)
    let text = PictureSpace(width: 80, pictures: .blocks, isInGrid: space.isInGrid)
    let name = valueAxis.heading.isEmpty ? "" : valueAxis.heading + " "
    let ends = CaptionText.ends(extent.lower, extent.upper, on: valueAxis)
    let scale = Drawing.Entry(
      symbol: .region(0, isConfident: true),
      text: layout.isSigned
        ? "\(name)\(ends[0]) (-, orange) to \(ends[1]) (blue)"
        : "\(name)\(ends[0]) (white) to \(ends[1]) (blue)")
    return Drawing(
      title: title, plot: svg, height: layout.height,
      legend: [scale]
        + Misplaced.entries(for: values, gapName: gapName, in: text).map {
          .init(symbol: .text($0.glyph), text: $0.text)
        })
  }
}

/// The cells of a heat map as rectangles, with their names around them.
private struct HeatMapSquares {
  /// The most cells along a side; of more, every so many are shown.
  private static let mostSquares = 200

  let height: Double
  let isSigned: Bool
  private let map: HeatMapChart
  private let extent: Extent
  private let columns: Int
  private let rows: Int
  private let left: Double
  private let top: Double
  private let across: Double
  private let down: Double

  init(_ map: HeatMapChart, in space: DrawingSpace) {
    self.map = map
    columns = min(map.columns, Self.mostSquares)
    rows = min(map.rows, Self.mostSquares)
    extent = map.extent
    isSigned = extent.lower < 0 && extent.upper > 0
    let labels = map.rowLabels + [map.rowTitle]
    left = 12 + min(labels.map { SVGText.width($0) }.max() ?? 0, space.width / 3)
    top = 6 + (map.columnTitle.isEmpty ? 0 : 16) + (map.columnLabels.isEmpty ? 0 : 16)
    let room = max(space.width - left - 12, 20)
    let wide = room / Double(max(columns, 1))
    let high = space.plotHeight / Double(max(rows, 1))
    across = min(map.style == .pixels ? min(wide, high) : wide, 80)
    down = min(map.style == .pixels ? across : high, 36)
    height = top + Double(rows) * down + 10
  }

  func draw(on svg: inout SVGText) {
    let middle = left + Double(columns) * across / 2
    svg.label(map.columnTitle, middle, 14, anchor: .middle)
    svg.label(map.rowTitle, left - 6, top - 4, anchor: .end)
    for row in 0..<rows {
      if row < map.rowLabels.count, rows == map.rows {
        svg.label(
          map.rowLabels[row], left - 6, top + (Double(row) + 0.5) * down + 4, anchor: .end)
      }
      if isLarge { for column in 0..<columns { draw(row, column, on: &svg) } }
    }
    if !isLarge { drawSmall(on: &svg) }
    for (column, label) in map.columnLabels.prefix(columns).enumerated() {
      let isShown = columns == map.columns && SVGText.width(label) <= across + 8
      guard isShown else { continue }
      svg.label(label, left + (Double(column) + 0.5) * across, top - 4, anchor: .middle)
    }
    svg.rectangle(
      left, top, width: Double(columns) * across, height: Double(rows) * down,
      "fill=\"none\" stroke=\"#333\"")
  }

  /// Whether there is room for a sign in a cell.
  private var isLarge: Bool { across >= 8 && down >= 10 }

  private func index(_ row: Int, _ column: Int) -> Int {
    row * map.rows / rows * map.columns + column * map.columns / columns
  }

  /// How strong the colour of a value is, 0 to 1, and which of the two it has.
  private func shade(_ value: Double) -> (isNegative: Bool, strength: Double) {
    let isNegative = isSigned && value < 0
    let share =
      isSigned
      ? value / (isNegative ? extent.lower : extent.upper)
      : extent.fraction(of: value)
    return (isNegative, min(max(share, 0), 1))
  }

  private static func style(_ isNegative: Bool, strength: Double) -> String {
    "fill=\"\(SVGSymbol.color(isNegative ? 1 : 0))\" "
      + "fill-opacity=\"\(NumberText.fixed(strength * 0.8, places: 2))\" "
      + "shape-rendering=\"crispEdges\""
  }

  /// Cells without text, those of one shade as one path.
  private func drawSmall(on svg: inout SVGText) {
    let shades = 100
    var paths = [String](repeating: "", count: 2 * (shades + 1))
    for row in 0..<rows {
      for column in 0..<columns {
        let value = map.values[index(row, column)]
        guard value.isFinite else {
          draw(row, column, on: &svg)
          continue
        }
        let (isNegative, strength) = shade(value)
        let place = Int((strength * Double(shades)).rounded())
        guard place > 0 else { continue }
        paths[place + (isNegative ? shades + 1 : 0)] +=
          SVGText.cell(
            left: left + Double(column) * across, top: top + Double(row) * down,
            right: left + Double(column + 1) * across, bottom: top + Double(row + 1) * down)
      }
    }
    for (place, path) in paths.enumerated() {
      let isNegative = place > shades
      let strength = Double(place - (isNegative ? shades + 1 : 0)) / Double(shades)
      svg.path(path, Self.style(isNegative, strength: strength))
    }
  }

  private func draw(_ row: Int, _ column: Int, on svg: inout SVGText) {
    let index = index(row, column)
    let value = map.values[index]
    let (x, y) = (left + Double(column) * across, top + Double(row) * down)
    guard value.isFinite else {
      let glyph = String(Misplaced(value, isBelow: false).glyph)
      svg.label(glyph, x + across / 2, y + down / 2 + 4, anchor: .middle)
      return
    }
    let (isNegative, strength) = shade(value)
    if strength > 0.005 {
      svg.rectangle(
        x, y, width: across, height: down, Self.style(isNegative, strength: strength))
    }
    let text = index < map.texts.count ? map.texts[index] : isNegative ? "-" : ""
    if SVGText.width(text) <= across {
      svg.label(text, x + across / 2, y + down / 2 + 4, anchor: .middle)
    }
  }
}
