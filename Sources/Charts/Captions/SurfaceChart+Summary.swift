extension SurfaceChart {
  /// "loss from 0.1 to 2.3, lowest at 0.5, -0.2 · 40 points of the path · start at …".
  var summary: String {
    let finite = values.indices.lazy.filter { values[$0].isFinite && $0 < grid.columns * grid.rows }
    var parts = ["\(grid.columns) x \(grid.rows) places"]
    if let least = finite.min(by: { values[$0] < values[$1] }),
      let most = finite.max(by: { values[$0] < values[$1] })
    {
      let point = grid.point(column: least % grid.columns, row: least / grid.columns)
      let name = valueAxis.heading.isEmpty ? "" : valueAxis.heading + " "
      let ends = CaptionText.ends(values[least], values[most], on: valueAxis)
      parts[0] = "\(name)from \(ends[0]) to \(ends[1]), lowest at \(text(point))"
    }
    if !path.isEmpty { parts.append(CaptionText.count(path.count, "point") + " of the path") }
    parts += marks.map { "\($0.label) at \(text($0.point))" }
    parts += CaptionText.oddities(values).map { [$0] } ?? []
    return parts.joined(separator: " · ")
  }

  private func text(_ point: Point) -> String {
    "\(CaptionText.number(point.x, on: xAxis)), \(CaptionText.number(point.y, on: yAxis))"
  }
}
