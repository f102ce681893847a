/// The room that a drawing may take, in pixels.
struct DrawingSpace {
  var width: Double
  /// How high the plot itself is at the most.
  var plotHeight: Double
  /// Whether it stands in a grid, where charts share a scale.
  var isInGrid = false
  /// How many characters the labels of an upright axis have room for at the least.
  var labelWidth = 0
  /// What the data of all the charts of a grid fills, so that they are drawn to one scale.
  var shared: (x: Extent, y: Extent)?
}

/// A drawn chart in parts: its plot from the top left, and the entries of its legend.
struct Drawing {
  struct Entry: Equatable {
    var symbol: SVGSymbol
    var text: String
  }

  var title: String?
  var plot: SVGText
  var height: Double
  var legend: [Entry] = []

  private static let lineHeight = 18.0

  /// The title, the plot and the legend, and how high they are together.
  func composed(width: Double) -> (text: SVGText, height: Double) {
    var whole = SVGText()
    var y = 0.0
    if let title, !title.isEmpty {
      whole.label(title, width / 2, 16, anchor: .middle, "font-weight=\"bold\"")
      y = 24
    }
    whole.group(plot, x: 0, y: y)
    y += height
    var x = 12.0
    for (index, entry) in legend.enumerated() {
      let wide = 26 + SVGText.width(entry.text) + 16
      if index == 0 || x + wide > width {
        x = 12
        y += Self.lineHeight
      }
      entry.symbol.draw(on: &whole, x: x + 10, y: y - 4)
      whole.label(entry.text, x + 26, y)
      x += wide
    }
    return (whole, y + (legend.isEmpty ? 0 : 6))
  }
}
