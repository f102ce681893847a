extension ScatterChart: ChartContent {
  var smallestWidth: Int { 18 }

  func picture(in space: PictureSpace) -> Picture {
    let plot = PlanePlot(
      xAxis: xAxis, yAxis: yAxis,
      x: xAxis.extent ?? extent { $0.x },
      y: yAxis.extent ?? extent { $0.y },
      aspect: aspect, legend: legend(in: space), space: space)
    var canvas = Canvas(columns: plot.columns, rows: plot.rows)
    let (missing, shared) =
      hasDots(in: space)
      ? drawDots(on: &canvas, plot: plot, pictures: space.pictures)
      : draw(on: &canvas, plot: plot)
    let (lines, inset) = plot.body(canvas)
    return Picture(
      title: title, yTitle: yAxis.heading, xTitle: xAxis.heading, body: lines, inset: inset,
      legend: legend(in: space) + missing.entries(in: space), prefersLegendBeside: true,
      shared: shared)
  }

  /// What the points fill in one direction, in a loop of its own: there may be a million of them.
  private func extent(_ coordinate: (Point) -> Double) -> Extent {
    var ends: (low: Double, high: Double)?
    for group in groups {
      for point in group.points where point.isFinite {
        let number = coordinate(point)
        ends = (min(ends?.low ?? number, number), max(ends?.high ?? number, number))
      }
    }
    return Extent(covering: ends.map { [$0.low, $0.high] } ?? [], margin: 0.05)
  }

  /// Whether points are dots: where characters have some, and no other group needs its glyph.
  private func hasDots(in space: PictureSpace) -> Bool {
    space.pictures != .ascii && groups.count { !$0.points.isEmpty } == 1
  }

  /// - Returns: Which points have no place, and how many dots stand for several.
  private func drawDots(
    on canvas: inout Canvas, plot: PlanePlot, pictures: Pictures
  ) -> (Misplaced.Counts, SharedSigns) {
    var missing = Misplaced.Counts()
    let dots = pictures.dots
    var cells = SharedCells(columns: plot.columns * dots.across, rows: plot.rows * dots.down)
    for (index, group) in groups.enumerated() where !group.points.isEmpty {
      var plane = DotPlane(columns: plot.columns, rows: plot.rows, pictures: pictures)
      for point in group.points {
        if let dot = plot.dot(point) {
          plane.set(column: dot.column, row: dot.row)
          cells.add(group: index, column: dot.column, row: dot.row)
        } else {
          missing.count(point)
        }
      }
      plane.draw(on: &canvas, series: index)
    }
    return (missing, SharedSigns(kind: .dot, count: cells.sharedCount))
  }

  /// Puts the glyph of the group with the most points into each cell.
  ///
  /// - Returns: Which points have no place, and how many glyphs stand for several.
  private func draw(
    on canvas: inout Canvas, plot: PlanePlot
  ) -> (Misplaced.Counts, SharedSigns) {
    var cells = SharedCells(columns: plot.columns, rows: plot.rows)
    var missing = Misplaced.Counts()
    for (index, group) in groups.enumerated() {
      for point in group.points {
        guard let cell = plot.cell(point) else {
          missing.count(point)
          continue
        }
        cells.add(group: index, column: cell.column, row: cell.row)
      }
    }
    let shared = cells.draw(on: &canvas) { index, _ in
      Cell(SeriesGlyph.point(index), series: index)
    }
    return (missing, SharedSigns(kind: groups.count > 1 ? .majority : .sign, count: shared))
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
