import TerminalText

/// Makes SVG pictures of charts: text that stays text, and no script, style or font from elsewhere.
///
/// The same chart gives the same bytes on every platform. The title and the caption are there for
/// screen readers too (`role="img"`, `aria-label`).
package struct SVGRenderer: Equatable, Sendable {
  /// In pixels, 320 to 1600.
  package let width: Int
  /// What the ids of a picture's title and description begin with, in a page that holds several; nil for
  /// a picture that stands alone and has a label.
  package var identifier: String?

  /// Makes a renderer for a width.
  ///
  /// - Parameter width: In pixels; what is beyond 320 to 1600 counts as the nearer of these.
  package init(width: Int = 640) {
    self.width = min(max(width, 320), 1600)
  }

  /// The same for a picture in a page, in which no other one has this identifier.
  package func identified(by identifier: String) -> SVGRenderer {
    var renderer = self
    renderer.identifier = identifier
    return renderer
  }

  /// The picture of a chart with its caption below, as an SVG document.
  package func render(_ chart: Chart) -> String {
    let space = DrawingSpace(width: Double(width), plotHeight: Double(width) * 0.45)
    let drawn = chart.content.drawing(in: space).composed(width: space.width)
    return document(
      drawn.text, height: drawn.height, title: chart.title, kind: chart.kind.rawValue,
      caption: chart.caption)
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
    return document(
      whole, height: y, title: nil, kind: "\(grid.charts.count) pictures side by side",
      caption: grid.text)
  }

  /// - Parameter kind: What it is called in a page where it has no title.
  func document(
    _ picture: SVGText, height: Double, title: String?, kind: String, caption: String
  ) -> String {
    var whole = picture
    var y = height + 14
    for line in caption.cleanedLines(.label).flatMap({
      $0.wrapped(to: max((width - 24) / 7, 20))
    }) {
      whole.label(line, 12, y, "fill=\"#444\"")
      y += 16
    }
    let name = name(title, kind, caption)
    let size = "width=\"\(width)\" height=\"\(SVGText.number(y))\""
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) "
      + "viewBox=\"0 0 \(width) \(SVGText.number(y))\" role=\"img\" \(name.attributes) "
      + "font-family=\"sans-serif\" font-size=\"12\" fill=\"#000\">\n" + name.elements
      + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + whole.text + "</svg>\n"
  }

  /// What tells who can't see the picture what it is.
  private func name(
    _ title: String?, _ kind: String, _ caption: String
  ) -> (attributes: String, elements: String) {
    guard let identifier else {
      let label = SVGText.escaped([title, caption].compactMap(\.self).joined(separator: ": "))
      return ("aria-label=\"\(label)\"", "")
    }
    let id = SVGText.escaped(identifier)
    return (
      "aria-labelledby=\"\(id).title \(id).text\"",
      "<title id=\"\(id).title\">\(SVGText.escaped(title ?? kind))</title>\n"
        + "<desc id=\"\(id).text\">\(SVGText.escaped(caption))</desc>\n"
    )
  }
}
