import JSON

/// What every kind of chart has and does: one thing for each renderer.
protocol ChartContent: Equatable, Sendable {
  var title: String? { get }

  /// The caption that it was given; may be empty.
  var caption: String { get }

  /// A caption made of the data alone, never empty.
  var summary: String { get }

  /// The chart with other spellings of its texts, but for its caption.
  func spelled(_ spell: (String) -> String) -> Self

  /// The narrowest cell of a grid in which the picture is worth looking at.
  var smallestWidth: Int { get }

  /// The narrowest cell where there is no room for cells that are worth more than a glance.
  var narrowestWidth: Int { get }

  /// Draws the picture in characters, no wider than the space, without its caption.
  func picture(in space: PictureSpace) -> Picture

  /// Draws the picture in lines and shapes, as wide as the space, without its caption.
  func drawing(in space: DrawingSpace) -> Drawing

  /// The chart as a view of a Vega-Lite specification.
  func view(in space: VegaSpace) -> VegaView

  /// The data of the chart, without its title and caption.
  var members: [JSONValue.Member] { get }

  /// How many numbers and texts the data are made of.
  var size: Int { get }

  /// What each axis, mark and figure is, in sentences made of the data.
  var reading: [String] { get }
}

extension ChartContent {
  var narrowestWidth: Int { smallestWidth }
}
