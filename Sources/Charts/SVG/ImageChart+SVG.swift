extension ImageChart {
  /// The most squares along a side; of a larger image, every so many pixels are shown.
  private static let mostSquares = 200

  private static let barHeight = 18.0

  func drawing(in space: DrawingSpace) -> Drawing {
    guard width > 0, height > 0 else { return Drawing(title: title, plot: SVGText(), height: 10) }
    let columns = min(width, Self.mostSquares)
    let rows = min(height, Self.mostSquares)
    let pixel = min(
      (space.width - 24) / Double(width), space.plotHeight / Double(height), 16)
    let across = pixel * Double(width) / Double(columns)
    let down = pixel * Double(height) / Double(rows)
    let left = (space.width - pixel * Double(width)) / 2
    var svg = SVGText()
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * height / rows * width + column * width / columns
        guard index < pixels.count else { continue }
        let x = left + Double(column) * across
        let y = 6 + Double(row) * down
        guard pixels[index].isFinite else {
          let glyph = Misplaced(pixels[index], isBelow: false).glyph
          svg.label(String(glyph), x + across / 2, y + down / 2 + 4, anchor: .middle)
          continue
        }
        let part = min(max(extent.fraction(of: pixels[index]), 0), 1)
        let level = Int(((isInverted ? part : 1 - part) * 255).rounded())
        guard level < 255 else { continue }
        svg.path(
          SVGText.cell(left: x, top: y, right: x + across, bottom: y + down),
          "fill=\"rgb(\(level),\(level),\(level))\" shape-rendering=\"crispEdges\"")
      }
    }
    svg.rectangle(
      left, 6, width: pixel * Double(width), height: pixel * Double(height),
      "fill=\"none\" stroke=\"#333\"")
    let bottom = pixel * Double(height) + 10
    drawBars(on: &svg, from: bottom, width: space.width)
    let text = PictureSpace(width: 80, pictures: .blocks, isInGrid: space.isInGrid)
    return Drawing(
      title: title, plot: svg, height: bottom + 4 + Double(bars.count) * Self.barHeight,
      legend: Misplaced.entries(for: pixels, in: text).map {
        .init(symbol: .text($0.glyph), text: $0.text)
      })
  }

  /// The bars beneath the image: a name, a figure and how long it is.
  private func drawBars(on svg: inout SVGText, from top: Double, width: Double) {
    let label = min(bars.map { SVGText.width($0.label) }.max() ?? 0, width / 3) + 12
    let figure = min(bars.map { SVGText.width($0.text) }.max() ?? 0, width / 3) + 8
    let room = max(min(width - label - figure - 24, 160), 10)
    for (index, bar) in bars.enumerated() {
      let y = top + Double(index) * Self.barHeight
      svg.label(bar.label, 12, y + 13)
      svg.label(bar.text, label + figure, y + 13, anchor: .end)
      let part = bar.value.isFinite ? min(max(bar.value, 0), 1) : 0
      svg.rectangle(
        label + figure + 6, y + 4, width: max(part * room, 1), height: 11,
        "fill=\"\(SVGSymbol.color(0))\"")
    }
  }
}
