extension ScatterChart: ChartContent {
  var smallestWidth: Int { 18 }

  func picture(in space: PictureSpace) -> Picture {
    let points = groups.lazy.flatMap(\.points).filter(\.isFinite)
    let plot = PlanePlot(
      xAxis: xAxis, yAxis: yAxis,
      x: xAxis.extent ?? Extent(covering: points.map(\.x), margin: 0.05),
      y: yAxis.extent ?? Extent(covering: points.map(\.y), margin: 0.05),
      aspect: aspect, legend: legend(in: space), space: space)
    var canvas = Canvas(columns: plot.columns, rows: plot.rows)
    let missing = draw(on: &canvas, plot: plot)
    let (lines, inset) = plot.body(canvas)
    return Picture(
      title: title, yTitle: yAxis.heading, xTitle: xAxis.heading, body: lines, inset: inset,
      legend: legend(in: space) + space.notShown(missing), prefersLegendBeside: true)
  }

  /// Puts the glyph of the group with the most points into each cell.
  ///
  /// - Returns: How many points have no place.
  private func draw(on canvas: inout Canvas, plot: PlanePlot) -> Int {
    var most = [Int](repeating: 0, count: plot.columns * plot.rows)
    var missing = 0
    for (index, group) in groups.enumerated() {
      var counts = [Int](repeating: 0, count: most.count)
      for point in group.points {
        guard let cell = plot.cell(point) else {
          missing += 1
          continue
        }
        let place = cell.row * plot.columns + cell.column
        counts[place] += 1
        if counts[place] > most[place] {
          most[place] = counts[place]
          canvas[cell.column, cell.row] = Cell(SeriesGlyph.point(index), series: index)
        }
      }
    }
    return missing
  }

  private func legend(in space: PictureSpace) -> [LegendEntry] {
    groups.enumerated().map { index, group in
      LegendEntry(
        SeriesGlyph.point(index), space.counted(group.name, group.points.count), series: index)
    }
  }
}
