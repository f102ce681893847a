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
