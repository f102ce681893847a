/// Small charts side by side, to be compared at a glance.
///
/// They stand in rows, as many across as the width takes; charts with one legend share it.
public struct ChartGrid: Equatable, Sendable {
  public var charts: [Chart]
  /// At most so many across; if nil, as many as the width takes.
  public var columns: Int?
  /// What they show together; if empty, what each shows.
  public var caption: String

  public init(charts: [Chart], columns: Int? = nil, caption: String = "") {
    self.charts = charts
    self.columns = columns
    self.caption = caption
  }
}

extension ChartGrid {
  /// The caption that was given, or the captions of the charts behind their titles.
  public var text: String {
    guard caption.isEmpty else { return caption }
    return charts.map { chart in
      (chart.title.map { $0 + ": " } ?? "") + chart.caption
    }.joined(separator: "; ")
  }

  /// What all the curves fill together, if the charts are all curves over the same axes.
  var sharedExtents: (x: Extent, y: Extent)? {
    let curves = charts.compactMap { chart -> LineChart? in
      if case .line(let line) = chart { line } else { nil }
    }
    guard var all = curves.first, curves.count == charts.count,
      curves.allSatisfy({ $0.xAxis == all.xAxis && $0.yAxis == all.yAxis })
    else { return nil }
    all.series = curves.flatMap(\.series)
    all.marks = curves.flatMap(\.marks)
    return all.extents
  }
}
