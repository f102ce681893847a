import JSON

extension ImageChart {
  func view(in space: VegaSpace) -> VegaView {
    let (columns, rows) = (min(width, VegaSpace.mostSquares), min(height, VegaSpace.mostSquares))
    let pixel = VegaSpace.cell(
      min(space.width / Double(max(columns, 1)), space.height / Double(max(rows, 1))), 1, most: 16)
    var cells: [JSONValue] = []
    var gaps: [JSONValue] = []
    for row in 0..<rows {
      var first = 0
      let looks = (0..<columns).map { look(row * height / rows, $0 * width / columns) }
      while first < columns {
        var end = first + 1
        while end < columns, looks[end] == looks[first] { end += 1 }
        let place: [JSONValue.Member] = [
          .init("x", .integer(first)), .init("x2", .integer(end)), .init("y", .integer(row)),
          .init("y2", .integer(row + 1)),
        ]
        if let level = looks[first] {
          if level < 255 {
            cells.append(
              .object(place + [.init("fill", .string("rgb(\(level),\(level),\(level))"))]))
          }
        } else {
          gaps.append(.object(place))
        }
        first = end
      }
    }
    let x = VegaChannel.bare("x", 0, Double(max(columns, 1)))
    let y = VegaChannel.bare("y", 0, Double(max(rows, 1)), isReversed: true)
    let edge: JSONValue = [
      "x": 0, "x2": .integer(columns), "y": 0, "y2": .integer(rows),
    ]
    let layers = [
      VegaLayer("rect", rows: cells, x, .end("x2"), y, .end("y2"), .fill),
      VegaLayer("rect", [.init("fill", "#e6c0a0")], rows: gaps, x, .end("x2"), y, .end("y2")),
      VegaLayer(
        "rect", [.init("filled", false), .init("stroke", "#333333"), .init("strokeWidth", 1)],
        rows: [edge], x, .end("x2"), y,
        .end("y2")),
    ]
    let image = VegaView(
      width: pixel * Double(columns), height: pixel * Double(rows), layers: layers, key: VegaKey([])
    )
    guard !bars.isEmpty else { return image }
    let chart = BarChart(bars: bars, maximum: 1).view(
      in: VegaSpace(width: min(space.width, 240), height: 0, isInGrid: true))
    return VegaView(
      members: [.init("vconcat", [.object(image.members), .object(chart.members)])],
      key: VegaKey([]))
  }

  /// How bright a pixel is, 0 to 255; nil for no number.
  private func look(_ row: Int, _ column: Int) -> Int? {
    let index = row * width + column
    guard index < pixels.count, pixels[index].isFinite else { return nil }
    let part = min(max(extent.fraction(of: pixels[index]), 0), 1)
    return Int(((isInverted ? part : 1 - part) * 255).rounded())
  }
}
