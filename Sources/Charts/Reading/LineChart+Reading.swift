extension LineChart {
  var reading: [String] {
    let extents = extents
    return [
      xAxis.reading("Across", xAxis.extent ?? extents.x),
      yAxis.reading("Upwards", yAxis.extent ?? extents.y),
    ] + series.map(reading)
      + marks.map { mark in
        "The upright line \"\(mark.label)\" stands at \(xAxis.heading) \(xAxis.text(mark.x))."
      } + bandReading
  }

  private func reading(of series: Series) -> String {
    let points = series.points.filter(\.isFinite)
    let name = series.name.isEmpty ? "The curve" : "\"\(series.name)\""
    guard let first = points.first, let last = points.last,
      let least = points.min(by: { $0.y < $1.y }), let most = points.max(by: { $0.y < $1.y })
    else { return "\(name) has no point that could be drawn." }
    let missing = series.points.count - points.count
    let gaps = missing == 0 ? "" : "; \(missing) of its values are no finite numbers"
    guard series.style != .examples else {
      return "\(name): \(CaptionText.count(points.count, "point")), lowest \(text(least)), highest "
        + "\(text(most))\(gaps)."
    }
    return "\(name) begins at \(text(first)) and ends at \(text(last)); lowest \(text(least)), "
      + "highest \(text(most)); \(CaptionText.count(points.count, "point"))\(gaps)."
  }

  /// "0.7012 (epoch 1)"
  private func text(_ point: Point) -> String {
    "\(yAxis.text(point.y)) (\(xAxis.heading.isEmpty ? "x" : xAxis.heading) \(xAxis.text(point.x)))"
  }

  private var bandReading: [String] {
    let widths = series.flatMap(\.spread).filter { $0.isFinite && $0 > 0 }
    guard let least = widths.min(), let most = widths.max() else { return [] }
    let ends = CaptionText.ends(least, most, on: yAxis)
    return [
      "The upright strokes through the points reach from mean - spread to mean + spread: "
        + "\(spreadName), from \(ends[0]) to \(ends[1])."
    ]
  }
}
