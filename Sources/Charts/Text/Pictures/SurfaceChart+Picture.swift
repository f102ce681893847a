extension SurfaceChart: ChartContent {
  var smallestWidth: Int { 18 }

  private static let pathGlyph: Character = "o"

  func picture(in space: PictureSpace) -> Picture {
    let levels = SurfaceLevels(valueAxis, extent, pictures: space.pictures)
    let legend = legend(levels, in: space)
    let plot = PlanePlot(
      xAxis: xAxis, yAxis: yAxis, x: grid.x, y: grid.y, aspect: aspect, legend: legend,
      space: space)
    var canvas = Canvas(columns: plot.columns, rows: plot.rows)
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        canvas[column, row] = cell(
          across: (Double(column) + 0.5) / Double(canvas.columns),
          down: (Double(row) + 0.5) / Double(canvas.rows), levels)
      }
    }
    let missing = drawPath(on: &canvas, plot)
    let (lines, inset) = plot.body(canvas)
    return Picture(
      title: title, yTitle: yAxis.heading, xTitle: xAxis.heading, body: lines, inset: inset,
      legend: legend + missing.entries(in: space), prefersLegendBeside: true)
  }

  private func cell(across: Double, down: Double, _ levels: SurfaceLevels) -> Cell {
    guard let value = value(across: across, down: down) else { return .blank }
    guard let level = levels.level(value) else {
      return Cell(Misplaced(value, isBelow: false).glyph)
    }
    return Cell(
      levels.glyphs[level], ink: .tone(Double(level) / Double(SurfaceLevels.count - 1)))
  }

  /// Draws the points, with blanks beside them that set them off from the filling, then the marks.
  private func drawPath(on canvas: inout Canvas, _ plot: PlanePlot) -> Misplaced.Counts {
    var missing = Misplaced.Counts()
    var drawn: [(column: Int, row: Int, cell: Cell)] = []
    for point in path {
      guard let cell = plot.cell(point) else {
        missing.count(point)
        continue
      }
      drawn.append((cell.column, cell.row, Cell(Self.pathGlyph, series: 1)))
    }
    // The first mark goes on top: where a path ends is worth more than where it passes.
    for mark in marks.reversed() {
      guard let cell = plot.cell(mark.point) else { continue }
      drawn.append((cell.column, cell.row, Cell(mark.letter, series: 1)))
    }
    for place in drawn {
      for column in place.column - 1...place.column + 1 where (0..<canvas.columns).contains(column)
      {
        canvas[column, place.row] = .blank
      }
    }
    for place in drawn { canvas[place.column, place.row] = place.cell }
    return missing
  }

  /// What is marked, then what the levels are.
  private func legend(_ levels: SurfaceLevels, in space: PictureSpace) -> [LegendEntry] {
    var entries = marks.map { LegendEntry($0.letter, $0.label, series: 1) }
    if !path.isEmpty {
      entries.append(LegendEntry(Self.pathGlyph, space.counted(pathName, path.count), series: 1))
    }
    let name = valueAxis.heading.isEmpty ? "" : valueAxis.heading + " "
    for level in 0..<SurfaceLevels.count {
      entries.append(
        LegendEntry("[\(levels.glyphs[level])]", (level == 0 ? name : "") + levels.text(level)))
    }
    return entries + Misplaced.entries(for: values, in: space)
  }
}
