/// A picture as data, of one of the kinds that a renderer can draw.
package enum Chart: Equatable, Sendable {
  /// Curves or points over one axis.
  case line(LineChart)
  /// Points in a plane, in groups.
  case scatter(ScatterChart)
  /// The decisions of a classifier in a plane.
  case regions(RegionChart)
  /// The levels of a value in a plane.
  case surface(SurfaceChart)
  /// Bars side by side.
  case bars(BarChart)
  /// Bars made of parts.
  case stackedBars(StackedBarChart)
  /// Counts in bins.
  case histogram(Histogram)
  /// A grey picture.
  case image(ImageChart)
  /// A matrix as dark and light cells.
  case heatMap(HeatMapChart)
  /// Columns of nodes joined by lines.
  case diagram(DiagramChart)

  /// The kinds, as data calls them.
  package enum Kind: String, CaseIterable, Sendable {
    /// A ``LineChart``.
    case line = "line chart"
    /// A ``ScatterChart``.
    case scatter = "scatter chart"
    /// A ``RegionChart``.
    case regions = "region chart"
    /// A ``SurfaceChart``.
    case surface = "surface chart"
    /// A ``BarChart``.
    case bars = "bar chart"
    /// A ``StackedBarChart``.
    case stackedBars = "stacked bar chart"
    /// A ``Histogram``.
    case histogram
    /// An ``ImageChart``.
    case image
    /// A ``HeatMapChart``.
    case heatMap = "heat map"
    /// A ``DiagramChart``.
    case diagram
  }

  /// Which kind of chart it is, without its data.
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

  /// What stands above the picture; nil for nothing.
  package var title: String? { content.title }

  /// The same chart under another title.
  package func titled(_ title: String?) -> Chart {
    switch self {
    case .line(var chart):
      chart.title = title
      return .line(chart)
    case .scatter(var chart):
      chart.title = title
      return .scatter(chart)
    case .regions(var chart):
      chart.title = title
      return .regions(chart)
    case .surface(var chart):
      chart.title = title
      return .surface(chart)
    case .bars(var chart):
      chart.title = title
      return .bars(chart)
    case .stackedBars(var chart):
      chart.title = title
      return .stackedBars(chart)
    case .histogram(var chart):
      chart.title = title
      return .histogram(chart)
    case .image(var chart):
      chart.title = title
      return .image(chart)
    case .heatMap(var chart):
      chart.title = title
      return .heatMap(chart)
    case .diagram(var chart):
      chart.title = title
      return .diagram(chart)
    }
  }

  /// What the picture shows in one line of numbers, for who cannot see it: the caption that it was
  /// given, or one made of its data.
  package var caption: String {
    content.caption.isEmpty ? content.summary : content.caption
  }

  /// The chart with other spellings of its texts, but for its caption.
  func spelled(_ spell: (String) -> String) -> Chart {
    switch self {
    case .line(let chart): .line(chart.spelled(spell))
    case .scatter(let chart): .scatter(chart.spelled(spell))
    case .regions(let chart): .regions(chart.spelled(spell))
    case .surface(let chart): .surface(chart.spelled(spell))
    case .bars(let chart): .bars(chart.spelled(spell))
    case .stackedBars(let chart): .stackedBars(chart.spelled(spell))
    case .histogram(let chart): .histogram(chart.spelled(spell))
    case .image(let chart): .image(chart.spelled(spell))
    case .heatMap(let chart): .heatMap(chart.spelled(spell))
    case .diagram(let chart): .diagram(chart.spelled(spell))
    }
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
