extension HeatMapChart {
  /// "3 x 3 cells · largest 95.0% at row outer, column outer · smallest 0.0% at …".
  var summary: String {
    var parts = ["\(rows) x \(columns) cells"]
    let shown = values.indices.prefix(rows * columns)
    let finite = shown.lazy.filter { values[$0].isFinite }
    if let most = finite.max(by: { values[$0] < values[$1] }),
      let least = finite.min(by: { values[$0] < values[$1] })
    {
      parts.append("largest \(place(of: most))")
      if values[least] < values[most] { parts.append("smallest \(place(of: least))") }
    }
    parts += CaptionText.oddities(values).map { [$0] } ?? []
    return parts.joined(separator: " · ")
  }

  private func place(of index: Int) -> String {
    let (row, column) = (index / columns, index % columns)
    let rowName = row < rowLabels.count ? rowLabels[row] : String(row + 1)
    let columnName = column < columnLabels.count ? columnLabels[column] : String(column + 1)
    return "\(CaptionText.number(values[index], on: valueAxis)) at "
      + "\(rowTitle.isEmpty ? "row" : rowTitle) \(rowName), "
      + "\(columnTitle.isEmpty ? "column" : columnTitle) \(columnName)"
  }
}
