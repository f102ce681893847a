extension ChartGrid {
  /// What the pictures are, what each of them shows, and what axes, marks and figures mean by the
  /// example of the first one of each kind.
  public var reading: [String] {
    guard !charts.isEmpty else { return ["There is no picture in it."] }
    let names = charts.compactMap(\.title).joined(separator: ", ")
    let scale = hasOneScale ? ", drawn to the same scale" : ""
    let head =
      (charts.count == 1 ? "1 picture" : "\(charts.count) pictures side by side\(scale)")
      + (names.isEmpty ? "." : ": \(names).")
    var seen: Set<Chart.Kind> = []
    let examples = charts.filter { seen.insert($0.kind).inserted }.flatMap { chart in
      ["Of \(chart.title.map { "\"\($0)\"" } ?? "the first one") for example:"]
        + chart.content.reading
    }
    let captions = charts.compactMap { chart in
      chart.caption.isEmpty ? nil : "\(chart.title ?? "one"): \(chart.caption)"
    }
    return [head] + examples + captions + (caption.isEmpty ? [] : ["Together: \(caption)"])
  }

  /// Whether equal places, or equal shades, mean the same in all the pictures.
  private var hasOneScale: Bool {
    if sharedExtents != nil { return true }
    let first = charts.first
    return charts.allSatisfy { chart in
      switch (chart, first) {
      case (.regions(let one), .regions(let other)):
        one.grid.x == other.grid.x && one.grid.y == other.grid.y
      case (.heatMap(let one), .heatMap(let other)): one.extent == other.extent
      case (.image(let one), .image(let other)): one.extent == other.extent
      default: false
      }
    }
  }
}
