extension ImageChart {
  /// The most squares along a side; of a larger image, every so many pixels are shown.
  private static let mostSquares = 200

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
        svg.rectangle(
          x, y, width: across, height: down,
          "fill=\"rgb(\(level),\(level),\(level))\" shape-rendering=\"crispEdges\"")
      }
    }
    svg.rectangle(
      left, 6, width: pixel * Double(width), height: pixel * Double(height),
      "fill=\"none\" stroke=\"#333\"")
    let text = PictureSpace(width: 80, pictures: .blocks, isInGrid: space.isInGrid)
    return Drawing(
      title: title, plot: svg, height: pixel * Double(height) + 14,
      legend: Misplaced.entries(for: pixels, in: text).map {
        .init(symbol: .text($0.glyph), text: $0.text)
      })
  }
}
