import TerminalText

/// Small charts side by side, to be compared at a glance.
///
/// They stand in rows, as many across as the width takes; charts with one legend share it.
package struct ChartGrid: Equatable, Sendable {
  /// The charts from the left, row after row.
  package var charts: [Chart]
  /// At most so many across; if nil, as many as the width takes.
  package var columns: Int?
  /// What stands at the head of each row of `columns` charts; empty for none.
  package var rowNames: [String]
  /// What they show together; if empty, what each shows.
  package var caption: String
  /// Whether they are drawn small where one row does not hold them all, so that two rows of them
  /// with a caption stay on a screen of 24 lines.
  package var isCompact = false
  /// How high its rows are beside each other, where the charts of a column share their lying axis,
  /// and so stand under each other however wide the screen is; empty elsewhere.
  package var heights: [Int] = []
  /// Whether its charts are one picture at moments that follow each other, such as epochs.
  package var showsMoments = false

  /// Makes a grid of charts.
  ///
  /// - Parameters:
  ///   - columns: The most charts in a row; nil for as many as fit.
  ///   - rowNames: The heads of the rows from the top; empty for none.
  package init(charts: [Chart], columns: Int? = nil, rowNames: [String] = [], caption: String = "")
  {
    self.charts = charts
    self.columns = columns
    self.rowNames = rowNames
    self.caption = caption
  }
}

extension ChartGrid {
  /// The caption that was given, or the captions of the charts behind their titles.
  package var text: String {
    guard caption.isEmpty else { return caption }
    return zip(names, charts).map { name, chart in
      (name.map { $0 + ": " } ?? "") + chart.caption
    }.joined(separator: "; ")
  }

  /// The charts of each row with its name; all of them without one where rows have no names.
  var rows: [(name: String?, charts: Range<Int>)] {
    let length = max(rowNames.isEmpty ? charts.count : columns ?? charts.count, 1)
    return stride(from: 0, to: charts.count, by: length).enumerated().map { row, first in
      let count = min(length, charts.count - first)
      return (row < rowNames.count ? rowNames[row] : nil, first..<first + count)
    }
  }

  /// The titles of the charts, each behind the name of its row.
  var names: [String?] {
    rows.flatMap { row in
      charts[row.charts].map { chart in
        let words = [row.name, chart.title].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " ")
      }
    }
  }

  /// The longest name of a row that has room in a narrow title, in columns.
  private static let longestName = 8

  /// The charts behind the names of their rows, as many side by side as there is room for; the same
  /// grid where a name is so long that titles might be cut to the same words.
  var flattened: ChartGrid {
    if !heights.isEmpty { return self }
    guard rowNames.allSatisfy({ $0.columns <= Self.longestName }) else { return self }
    var grid = self
    for (index, name) in names.enumerated() where !rowNames.isEmpty {
      grid.charts[index] = charts[index].titled(name)
    }
    grid.columns = nil
    grid.rowNames = []
    if caption.isEmpty { grid.caption = text }
    return grid
  }

  /// How many charts stand side by side where there is room for so many.
  func across(room: Int) -> Int {
    if !heights.isEmpty { return max(columns ?? 1, 1) }
    let count = max(rows.first?.charts.count ?? 1, 1)
    let most = min(max(columns ?? count, 1), count, max(room, 1))
    let lines = (count + most - 1) / most
    return (count + lines - 1) / lines
  }

  /// How high a chart is beside the highest one, where rows differ.
  func share(of chart: Int) -> Double {
    guard let most = heights.max() else { return 1 }
    let row = min(chart / max(columns ?? 1, 1), heights.count - 1)
    return Double(heights[row]) / Double(max(most, 1))
  }

  /// Whether another chart stands below with the same lying axis.
  func sharesAxisBelow(_ chart: Int) -> Bool {
    !heights.isEmpty && chart + max(columns ?? 1, 1) < charts.count
  }

  /// How wide the labels of the upright axes are, where one axis is to stand under the other; 0
  /// elsewhere.
  func labelWidth(rows: ClosedRange<Int>) -> Int {
    guard !heights.isEmpty else { return 0 }
    return charts.map { chart in
      guard case .line(let line) = chart else { return 0 }
      return AxisScale.upright(line.yAxis, data: line.extents.y, heights: rows).labelWidth
    }.max() ?? 0
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
