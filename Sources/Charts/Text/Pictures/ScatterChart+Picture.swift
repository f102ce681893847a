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
    let missing =
      hasDots(in: space)
      ? drawDots(on: &canvas, plot: plot, pictures: space.pictures)
      : draw(on: &canvas, plot: plot)
    let (lines, inset) = plot.body(canvas)
    return Picture(
      title: title, yTitle: yAxis.heading, xTitle: xAxis.heading, body: lines, inset: inset,
      legend: legend(in: space) + missing.entries(in: space), prefersLegendBeside: true)
  }

  /// Whether points are dots: where characters have some, and no other group needs its glyph.
  private func hasDots(in space: PictureSpace) -> Bool {
    space.pictures != .ascii && groups.count { !$0.points.isEmpty } == 1
  }

  /// - Returns: Which points have no place.
  private func drawDots(
    on canvas: inout Canvas, plot: PlanePlot, pictures: Pictures
  ) -> Misplaced.Counts {
    var missing = Misplaced.Counts()
    for (index, group) in groups.enumerated() where !group.points.isEmpty {
      var plane = DotPlane(columns: plot.columns, rows: plot.rows, pictures: pictures)
      for point in group.points {
        if let dot = plot.dot(point) {
          plane.set(column: dot.column, row: dot.row)
        } else {
          missing.count(point)
        }
      }
      plane.draw(on: &canvas, series: index)
    }
    return missing
  }

  /// Puts the glyph of the group with the most points into each cell.
  ///
  /// - Returns: Which points have no place.
  private func draw(on canvas: inout Canvas, plot: PlanePlot) -> Misplaced.Counts {
    var most = [Int](repeating: 0, count: plot.columns * plot.rows)
    var missing = Misplaced.Counts()
    for (index, group) in groups.enumerated() {
      var counts = [Int](repeating: 0, count: most.count)
      for point in group.points {
        guard let cell = plot.cell(point) else {
          missing.count(point)
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
    let hasDots = hasDots(in: space)
    return groups.enumerated().map { index, group in
      let glyph =
        hasDots && !group.points.isEmpty
        ? space.pictures.character(of: 4) : SeriesGlyph.point(index)
      return LegendEntry(
        glyph, space.counted(group.name, group.points.count), series: index)
    }
  }
}
