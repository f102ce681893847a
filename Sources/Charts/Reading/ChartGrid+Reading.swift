extension ChartGrid {
  /// What the pictures are, what each of them shows, and what axes, marks and figures mean by the
  /// example of the first one of each kind.
  package var reading: [String] {
    guard !charts.isEmpty else { return ["There is no picture in it."] }
    let names = names
    let list = names.compactMap(\.self).joined(separator: ", ")
    let scale = hasOneScale ? ", drawn to the same scale" : ""
    let head =
      (charts.count == 1 ? "1 picture" : "\(charts.count) pictures side by side\(scale)")
      + (list.isEmpty ? "." : ": \(list).")
    var seen: Set<Chart.Kind> = []
    let examples = zip(names, charts).filter { seen.insert($1.kind).inserted }
      .flatMap { name, chart in
        ["Of \(name.map { "\"\($0)\"" } ?? "the first one") for example:"] + chart.content.reading
      }
    let captions = zip(names, charts).compactMap { name, chart in
      chart.caption.isEmpty ? nil : "\(name ?? "one"): \(chart.caption)"
    }
    return [head] + examples + captions + (caption.isEmpty ? [] : ["Together: \(caption)"])
  }

  /// Whether there are several pictures with the same axes, and equal shades mean the same in all.
  private var hasOneScale: Bool {
    guard charts.count > 1 else { return false }
    if sharedExtents != nil { return true }
    let first = charts.first
    return charts.allSatisfy { chart in
      switch (chart, first) {
      case (.regions(let one), .regions(let other)):
        (one.xAxis, one.yAxis, one.grid.x, one.grid.y)
          == (other.xAxis, other.yAxis, other.grid.x, other.grid.y)
      case (.heatMap(let one), .heatMap(let other)):
        (one.columns, one.rows, one.valueAxis.title, one.extent)
          == (other.columns, other.rows, other.valueAxis.title, other.extent)
      case (.image(let one), .image(let other)):
        (one.width, one.height, one.extent) == (other.width, other.height, other.extent)
      default: false
      }
    }
  }
}
