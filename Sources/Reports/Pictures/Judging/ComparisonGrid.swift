package import Charts

/// A picture of each of several networks, side by side; of several charts, those of a network in one
/// row.
package struct ComparisonGrid {
  private let rows: [(label: String, picture: PictureReport.Picture)]

  /// Makes it of the picture of each network.
  package init(_ rows: [(label: String, picture: PictureReport.Picture)]) { self.rows = rows }

  /// All of them in one grid, which says what each shows.
  package var grid: ChartGrid {
    let columns = rows.map(\.picture.charts.count).max() ?? 1
    return ChartGrid(
      charts: rows.flatMap { row in
        columns > 1 ? row.picture.charts : row.picture.charts.map { $0.titled(row.label) }
      },
      columns: columns > 1 ? columns : nil, rowNames: columns > 1 ? rows.map(\.label) : [],
      caption: rows.map { "\($0.label): \($0.picture.caption)" }.joined(separator: "; "))
  }
}

extension Chart {
  /// The same chart under another title; a chart of a kind that no network's picture has stays as it
  /// is.
  fileprivate func titled(_ title: String) -> Chart {
    switch self {
    case .line(var chart):
      chart.title = title
      return .line(chart)
    case .histogram(var chart):
      chart.title = title
      return .histogram(chart)
    case .heatMap(var chart):
      chart.title = title
      return .heatMap(chart)
    case .regions(var chart):
      chart.title = title
      return .regions(chart)
    default: return self
    }
  }
}
