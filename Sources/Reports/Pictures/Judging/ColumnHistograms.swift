import Charts
import Datasets
import TensorEngine

/// How the values of columns are spread, by class where the target is a class.
package struct ColumnHistograms {
  /// The most columns that are drawn side by side.
  private static let mostColumns = 6
  /// The longest name in a caption of several columns, which is to stay on the screen.
  private static let longestName = 20
  /// The most classes that are told apart in the bars.
  private static let mostClasses = 6

  private let table: NumberColumns

  /// Makes it of the columns of a table.
  package init(of table: NumberColumns) { self.table = table }

  /// One column, by its place among them.
  package func report(of place: Int) -> PictureReport {
    let column = table.columns[place]
    let chart = histogram(of: column)
    return PictureReport(.histogram(chart))
  }

  /// All columns side by side, or the first of many with the target.
  package var report: PictureReport {
    let all = table.columns
    guard all.count > 1 else { return report(of: 0) }
    var shown = Array(all.prefix(Self.mostColumns))
    if all.count > shown.count, let target = all.last, target.isTarget {
      shown[shown.count - 1] = target
    }
    let charts = shown.map { column -> Chart in
      var chart = histogram(of: column)
      chart.xAxis.title = ""
      return .histogram(chart)
    }
    var grid = ChartGrid(
      charts: charts,
      caption: ([table.amount]
        + shown.map { "\($0.name.shortened(to: Self.longestName)) \(ends(of: $0))" })
        .joined(separator: " · "))
    grid.isCompact = true
    let left = all.map(\.name).filter { name in !shown.contains { $0.name == name } }
    return PictureReport(
      [.grid(grid)],
      remarks: left.isEmpty
        ? []
        : [
          "\(shown.count) of \(NumberText.count(all.count)) columns; the others one by one, such as "
            + "plot histogram \"\(left[0])\""
        ])
  }

  private func histogram(of column: NumberColumns.Column) -> Histogram {
    let bins = ValueBins(for: column.values)
    var chart = Histogram(
      title: column.name, xAxis: Axis(column.name), extent: Extent(bins.lower, bins.upper),
      counts: bins.counts(of: column.values))
    if let classes = table.classes, table.classNames.count <= Self.mostClasses {
      chart.groups = table.classNames.enumerated().map { index, name in
        .init(
          "class \(name)",
          counts: bins.counts(of: values(of: column, ofClass: index, classes)))
      }
    }
    chart.caption = caption(of: column, bins, chart.counts)
    return chart
  }

  /// "200 training houses · area 41 to 239, mean 139 · most, 31, from 63 to 85 · 9 bins of 22"
  private func caption(
    of column: NumberColumns.Column, _ bins: ValueBins, _ counts: [Int]
  ) -> String {
    var parts = [table.amount, "\(column.name) \(spread(of: column))"]
    if let most = counts.max(), most > 0, let bin = counts.firstIndex(of: most), bins.count > 1 {
      let ends = NumberText.apart([bins.edges[bin], bins.edges[bin + 1]], digits: 3)
      let length = (bins.upper - bins.lower) / Double(bins.count)
      let place =
        bins.isOfWholes
        ? "at \(NumberText.significant(bins.edges[bin] + 0.5))" : "from \(ends[0]) to \(ends[1])"
      parts.append("most, \(NumberText.count(most)), \(place)")
      parts.append(bins.isOfWholes ? "a bin each" : "\(bins.count) bins of \(text(length))")
    }
    if let classes = table.classes, table.classNames.count <= Self.mostClasses {
      let means = table.classNames.enumerated().map { index, name -> String in
        let own = values(of: column, ofClass: index, classes).filter(\.isFinite)
        return own.isEmpty ? "class \(name) none" : "class \(name) \(text(mean(of: own)))"
      }
      parts.append("mean of \(means.joined(separator: ", "))")
    }
    return parts.joined(separator: " · ")
  }

  /// The values of the examples of a class.
  private func values(
    of column: NumberColumns.Column, ofClass index: Int, _ classes: [Int]
  ) -> [Double] {
    var values: [Double] = []
    var watch = InterruptionWatch()
    for (value, own) in zip(column.values, classes) {
      if watch.isAsked() { break }
      if own == index { values.append(value) }
    }
    return values
  }

  /// "41 to 239, mean 139".
  private func spread(of column: NumberColumns.Column) -> String {
    if Interruption.current.isAsked() { return "" }
    let values = column.values.filter(\.isFinite)
    guard let least = values.min(), let most = values.max(), least < most else {
      return ends(of: column)
    }
    return "\(ends(of: column)), mean \(text(mean(of: values)))"
  }

  /// "41 to 239", "3 in all", with what is missing.
  private func ends(of column: NumberColumns.Column) -> String {
    if Interruption.current.isAsked() { return "" }
    let values = column.values.filter(\.isFinite)
    let missing = column.values.count - values.count
    let rest = missing == 0 ? "" : ", \(NumberText.count(missing)) missing"
    guard let least = values.min(), let most = values.max() else { return "missing in all" }
    guard least < most else { return "\(text(least)) in all\(rest)" }
    let ends = NumberText.apart([least, most], digits: 3)
    return "\(ends[0]) to \(ends[1])\(rest)"
  }

  private func mean(of values: [Double]) -> Double {
    let count = Double(max(1, values.count))
    return values.reduce(0) { $0 + $1 / count }
  }

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
}
