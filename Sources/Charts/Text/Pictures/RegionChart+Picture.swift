extension RegionChart: ChartContent {
  var smallestWidth: Int { 18 }

  func picture(in space: PictureSpace) -> Picture {
    let legend = legend(in: space)
    let plot = PlanePlot(
      xAxis: xAxis, yAxis: yAxis, x: grid.x, y: grid.y, aspect: aspect, legend: legend,
      space: space)
    var canvas = Canvas(columns: plot.columns, rows: plot.rows)
    fill(&canvas, pictures: space.pictures)
    var missing = Misplaced.Counts()
    var cells = SharedCells(columns: plot.columns, rows: plot.rows)
    for point in points {
      guard let cell = plot.cell(Point(point.x, point.y)) else {
        missing.count(point.x, point.y)
        continue
      }
      cells.add(
        group: point.series, isMarked: point.isMisclassified, column: cell.column, row: cell.row)
    }
    let isCrowded = isCrowded(space)
    let shared = cells.draw(on: &canvas) { series, isMisclassified in
      if isMisclassified { return Cell(SeriesGlyph.misclassified(series), series: series) }
      return isCrowded ? nil : Cell(SeriesGlyph.point(series), series: series)
    }
    let (lines, inset) = plot.body(canvas)
    return Picture(
      title: title, yTitle: yAxis.heading, xTitle: xAxis.heading, body: lines, inset: inset,
      legend: legend + unknownEntry(in: space) + missing.entries(in: space),
      prefersLegendBeside: true, shared: SharedSigns(kind: .majority, count: shared))
  }

  /// Whether there is no room to see regions behind all the points.
  private func isCrowded(_ space: PictureSpace) -> Bool { space.isSmall && space.width < 22 }

  private func fill(_ canvas: inout Canvas, pictures: Pictures) {
    let fill = RegionFill(classCount: classCount, pictures: pictures)
    let dots = fill.hasDots ? pictures.dots : (across: 1, down: 1)
    let cells = RegionCells(
      self, columns: canvas.columns * dots.across, rows: canvas.rows * dots.down)
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        canvas[column, row] = fill.cell { across, down in
          cells.decision(column: column * dots.across + across, row: row * dots.down + down)
        }
      }
    }
  }

  /// How many classes there are, named or not; found by looking at every sample and point.
  var classCount: Int {
    let largest = max(classes.max() ?? 0, points.map(\.classIndex).max() ?? 0)
    return max(classNames.count, min(largest, 999) + 1)
  }

  /// All points of each class, those of them that were misclassified, then what fills the regions.
  private func legend(in space: PictureSpace) -> [LegendEntry] {
    let classCount = classCount
    let shown = 0..<min(classCount, 20)
    let names = shown.map { $0 < classNames.count ? classNames[$0] : "class \($0)" }
    var all = [Int](repeating: 0, count: classCount)
    var wrong = all
    for point in points {
      all[point.series] += 1
      if point.isMisclassified { wrong[point.series] += 1 }
    }
    var entries =
      points.isEmpty || pointsName.isEmpty || space.isInGrid
      ? [] : [LegendEntry("", "\(pointsName):")]
    for index in shown where all[index] > 0 && !isCrowded(space) {
      entries.append(
        LegendEntry(
          SeriesGlyph.point(index), space.counted(names[index], all[index]), series: index))
    }
    if !points.isEmpty, classCount <= 4 {
      entries += shown.filter { all[$0] > 0 }.map { index in
        LegendEntry(
          SeriesGlyph.misclassified(index),
          space.counted("\(names[index]) misclassified", wrong[index]), series: index)
      }
    } else if !points.isEmpty {
      let glyphs = shown.map { String(SeriesGlyph.misclassified($0)) }.joined(separator: " ")
      entries.append(
        LegendEntry(glyphs, space.counted("misclassified", wrong.reduce(0, +))))
    }
    return entries
      + shown.map { fillEntry($0, name: names[$0], classCount: classCount, in: space) }
  }

  private func fillEntry(
    _ index: Int, name: String, classCount: Int, in space: PictureSpace
  ) -> LegendEntry {
    let fill = RegionFill(classCount: classCount, pictures: space.pictures)
    let glyphs = [true, false].map { fill.glyph(index, isConfident: $0) }
    return LegendEntry(
      "[\(glyphs[0])]", "\(name) region, [\(glyphs[1])] unsure", series: index)
  }
}

extension RegionChart {
  /// Where the classifier gave no number: a network that has diverged.
  var unknownCount: Int { confidences.count { !$0.isFinite } }

  private func unknownEntry(in space: PictureSpace) -> [LegendEntry] {
    let count = unknownCount
    guard count > 0 else { return [] }
    return [LegendEntry(Misplaced.notANumber.glyph, space.counted("no number here", count))]
  }
}

extension ClassPoint {
  fileprivate var series: Int { min(max(classIndex, 0), 999) }
}
