extension SVGRenderer {
  /// The charts of a grid as a strip of frames, of which one is seen, with their caption below: the group
  /// of the class `strip`, which is moved to the last frame. A page's style moves it to others, each one
  /// width further.
  package func renderFilm(_ grid: ChartGrid) -> String {
    let room = Double(width)
    let space = DrawingSpace(
      width: room, plotHeight: room * 0.45, labelWidth: grid.labelWidth(rows: 12...16),
      shared: grid.sharedExtents)
    var strip = SVGText()
    var highest = 0.0
    for (index, chart) in grid.charts.enumerated() {
      let drawn = chart.content.drawing(in: space).composed(width: room)
      strip.group(drawn.text, x: Double(index) * room, y: 0)
      highest = max(highest, drawn.height)
    }
    var whole = SVGText()
    whole.group(strip, x: -room * Double(max(grid.charts.count - 1, 0)), y: 0, class: "strip")
    let kind = (["film"] + grid.charts.compactMap(\.title)).joined(separator: " · ")
    return document(whole, height: highest, title: nil, kind: kind, caption: grid.text)
  }
}
