extension SVGRenderer {
  /// The charts of a grid one over the other, each a group of the class `frame`, with their caption below:
  /// for a page whose style shows one after the other. The last one lies on top.
  package func renderFilm(_ grid: ChartGrid) -> String {
    let room = Double(width)
    let space = DrawingSpace(
      width: room, plotHeight: room * 0.45, labelWidth: grid.labelWidth(rows: 12...16),
      shared: grid.sharedExtents)
    var whole = SVGText()
    var highest = 0.0
    for chart in grid.charts {
      let drawn = chart.content.drawing(in: space).composed(width: room)
      whole.group(drawn.text, x: 0, y: 0, class: "frame")
      highest = max(highest, drawn.height)
    }
    let titles = grid.charts.compactMap(\.title)
    let kind = (["film"] + titles).joined(separator: " · ")
    return document(whole, height: highest, title: nil, kind: kind, caption: grid.text)
  }
}
