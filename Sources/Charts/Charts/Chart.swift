/// A picture as data, of one of the kinds that a renderer can draw.
package enum Chart: Equatable, Sendable {
  case line(LineChart)
  case scatter(ScatterChart)
  case regions(RegionChart)
  case surface(SurfaceChart)
  case bars(BarChart)
  case stackedBars(StackedBarChart)
  case histogram(Histogram)
  case image(ImageChart)
  case heatMap(HeatMapChart)
  case diagram(DiagramChart)

  /// The kinds, as data calls them.
  package enum Kind: String, CaseIterable, Sendable {
    case line = "line chart"
    case scatter = "scatter chart"
    case regions = "region chart"
    case surface = "surface chart"
    case bars = "bar chart"
    case stackedBars = "stacked bar chart"
    case histogram
    case image
    case heatMap = "heat map"
    case diagram
  }

  package var kind: Kind {
    switch self {
    case .line: .line
    case .scatter: .scatter
    case .regions: .regions
    case .surface: .surface
    case .bars: .bars
    case .stackedBars: .stackedBars
    case .histogram: .histogram
    case .image: .image
    case .heatMap: .heatMap
    case .diagram: .diagram
    }
  }

  package var title: String? { content.title }

  /// What the picture shows in one line of numbers, for who cannot see it: the caption that it was
  /// given, or one made of its data.
  package var caption: String {
    content.caption.isEmpty ? content.summary : content.caption
  }

  /// The table of the kinds: what draws and describes each.
  var content: any ChartContent {
    switch self {
    case .line(let chart): chart
    case .scatter(let chart): chart
    case .regions(let chart): chart
    case .surface(let chart): chart
    case .bars(let chart): chart
    case .stackedBars(let chart): chart
    case .histogram(let chart): chart
    case .image(let chart): chart
    case .heatMap(let chart): chart
    case .diagram(let chart): chart
    }
  }
}
