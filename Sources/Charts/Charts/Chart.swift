import JSON

/// A picture as data, of one of the kinds that a renderer can draw.
public enum Chart: Equatable, Sendable {
  case line(LineChart)
  case scatter(ScatterChart)
  case regions(RegionChart)
  case bars(BarChart)
  case histogram(Histogram)
  case image(ImageChart)
  case heatMap(HeatMapChart)
  case diagram(DiagramChart)

  public var title: String? { content.title }

  /// What the picture shows in one line of numbers, for who cannot see it; may be empty.
  public var caption: String { content.caption }

  /// The table of the kinds: what draws and describes each.
  var content: any ChartContent {
    switch self {
    case .line(let chart): chart
    case .scatter(let chart): chart
    case .regions(let chart): chart
    case .bars(let chart): chart
    case .histogram(let chart): chart
    case .image(let chart): chart
    case .heatMap(let chart): chart
    case .diagram(let chart): chart
    }
  }
}

/// What every kind of chart has and does.
protocol ChartContent: Equatable, Sendable {
  var title: String? { get }
  var caption: String { get }

  /// The narrowest cell of a grid in which the picture is worth looking at.
  var smallestWidth: Int { get }

  /// Draws the picture, no wider than the space, without its caption.
  func picture(in space: PictureSpace) -> Picture

  /// The kind, for JSON.
  var kind: String { get }

  /// The data of the chart, without its title and caption.
  var members: [JSONValue.Member] { get }
}
