import TerminalText

/// Makes SVG pictures of charts: text that stays text, and no script, style or font from elsewhere.
///
/// The same chart gives the same bytes on every platform. The title and the caption are there for
/// screen readers too (`role="img"`, `aria-label`).
package struct SVGRenderer: Equatable, Sendable {
  /// In pixels, 320 to 1600.
  package let width: Int

  /// Makes a renderer for a width.
  ///
  /// - Parameter width: In pixels; what is beyond 320 to 1600 counts as the nearer of these.
  package init(width: Int = 640) {
    self.width = min(max(width, 320), 1600)
  }

  /// The picture of a chart with its caption below, as an SVG document.
  package func render(_ chart: Chart) -> String {
    let space = DrawingSpace(width: Double(width), plotHeight: Double(width) * 0.45)
    let drawn = chart.content.drawing(in: space).composed(width: space.width)
    return document(drawn.text, height: drawn.height, title: chart.title, caption: chart.caption)
  }

  /// The pictures of a grid, in rows, with their caption below, as an SVG document.
  package func render(_ grid: ChartGrid) -> String {
    let gap = 12.0
    let across = grid.across(room: width / 300)
    let cell = (Double(width) - gap * Double(across - 1)) / Double(across)
    let space = DrawingSpace(
      width: cell, plotHeight: cell * (across == 1 && !grid.heights.isEmpty ? 0.4 : 0.6),
      isInGrid: true,
      labelWidth: grid.labelWidth(rows: 12...16), shared: grid.sharedExtents)
    var drawings = grid.charts.enumerated().map { index, chart in
      var space = space
      space.plotHeight *= grid.share(of: index)
      return chart.content.drawing(in: space)
    }
    let shared = drawings.first?.legend ?? []
    let hasSharedLegend = drawings.allSatisfy { $0.legend == shared }
    if hasSharedLegend {
      for index in drawings.indices { drawings[index].legend = [] }
    }
    var whole = SVGText()
    var y = 0.0
    for row in grid.rows {
      if let name = row.name {
        whole.label(name, 12, y + 16, "font-weight=\"bold\"")
        y += 24
      }
      for first in stride(from: row.charts.lowerBound, to: row.charts.upperBound, by: across) {
        var highest = 0.0
        let cells = drawings[first..<min(first + across, row.charts.upperBound)]
        for (column, one) in cells.enumerated() {
          let drawn = one.composed(width: cell)
          whole.group(drawn.text, x: Double(column) * (cell + gap), y: y)
          highest = max(highest, drawn.height)
        }
        y += highest + gap
      }
    }
    if hasSharedLegend {
      let legend = Drawing(plot: SVGText(), height: 0, legend: shared)
        .composed(width: Double(width))
      whole.group(legend.text, x: 0, y: y)
      y += legend.height
    }
    return document(whole, height: y, title: nil, caption: grid.text)
  }

  private func document(
    _ picture: SVGText, height: Double, title: String?, caption: String
  ) -> String {
    var whole = picture
    var y = height + 14
    for line in caption.cleanedLines(.label).flatMap({
      $0.wrapped(to: max((width - 24) / 7, 20))
    }) {
      whole.label(line, 12, y, "fill=\"#444\"")
      y += 16
    }
    let label = SVGText.escaped([title, caption].compactMap(\.self).joined(separator: ": "))
    let size = "width=\"\(width)\" height=\"\(SVGText.number(y))\""
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) "
      + "viewBox=\"0 0 \(width) \(SVGText.number(y))\" role=\"img\" aria-label=\"\(label)\" "
      + "font-family=\"sans-serif\" font-size=\"12\" fill=\"#000\">\n"
      + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + whole.text + "</svg>\n"
  }
}
