import JSON

/// A grey picture: a digit, or the weights that a unit learned for each pixel.
package struct ImageChart: Equatable, Sendable {
  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// Row by row from the top; where the last row has too few, the rest is blank.
  package let pixels: [Double]
  /// In pixels, at most as many as there are.
  package let width: Int
  /// In pixels, at most the rows that the pixels fill.
  package let height: Int
  /// The values of the lightest and the darkest glyph; values beyond are drawn as these.
  package var extent: Extent
  /// Draws small values with the densest glyphs.
  package var isInverted: Bool
  /// Bars beneath the picture, such as the likeliest classes; a full one is 1.
  package var bars: [BarChart.Bar]
  /// What the chart shows in one line of numbers; empty for one made of the pixels.
  package var caption: String

  /// Makes a picture of grey values.
  ///
  /// - Parameters:
  ///   - pixels: The values row by row from the top; one that is not finite is marked and counted.
  ///   - width: The length of a row; what is beyond 0 to the number of pixels counts as the nearer.
  ///   - height: The number of rows; what is beyond 0 to the rows that the pixels fill counts as
  ///     the nearer.
  package init(
    title: String? = nil, pixels: [Double], width: Int, height: Int,
    extent: Extent = Extent(0, 1), isInverted: Bool = false, bars: [BarChart.Bar] = [],
    caption: String = ""
  ) {
    self.title = title
    self.pixels = pixels
    self.width = min(max(width, 0), pixels.count)
    self.height = min(
      max(height, 0), self.width == 0 ? 0 : (pixels.count - 1) / self.width + 1)
    self.extent = extent
    self.isInverted = isInverted
    self.bars = bars
    self.caption = caption
  }
}

extension ImageChart {
  var size: Int { pixels.count + 3 * bars.count }

  var members: [JSONValue.Member] {
    [
      .init("width", .integer(width)), .init("height", .integer(height)),
      .init("extent", extent.json), .init("inverted", .bool(isInverted)),
      .init("pixels", .numbers(pixels)),
      .init("bars", .array(bars.map(\.json))),
    ]
  }
}
