extension LineChart: ChartContent {
  var smallestWidth: Int { 38 }

  func picture(in space: PictureSpace) -> Picture {
    let data = space.shared ?? extents
    let y = AxisScale.upright(yAxis, data: data.y, heights: space.rows)
    let height = y.height(within: space.rows)
    let columns = max(min(space.width, space.mostColumns.curve) - y.labelWidth - 3, 10)
    let x = AxisScale.lying(xAxis, data: data.x, columns: columns, isWhole: hasWholeX)

    var raster = LineRaster(
      x: x, y: y, columns: columns, height: height, seriesCount: series.count,
      pictures: space.pictures)
    for (index, one) in series.enumerated() {
      raster.draw(one, bands: bands(of: one), index: index)
    }
    var canvas = raster.canvas(marks: marks)
    let frame = Frame(
      yTicks: y.ticks.map {
        .init(position: height - raster.level($0.fraction), label: $0.label)
      },
      xTicks: x.ticks.map { .init(position: raster.column($0.fraction), label: $0.label) },
      pictures: space.pictures)
    frame.drawAxis(on: &canvas)
    return Picture(
      title: title, yTitle: yAxis.heading, xTitle: xAxis.heading,
      body: frame.body(around: canvas), inset: frame.inset,
      legend: legend(raster.misplaced, in: space))
  }

  /// What the points and marks fill that have a place on their axes.
  var extents: (x: Extent, y: Extent) {
    let points = series.lazy.flatMap(\.points)
    let x = (marks.map(\.x) + points.map(\.x)).lazy.filter { xAxis.scale == .linear || $0 > 0 }
    let ends = series.flatMap { bands(of: $0).flatMap { [$0.ends.lower, $0.ends.upper] } }
    let y = (points.map(\.y) + ends).filter { yAxis.scale == .linear || $0 > 0 }
    return (Extent(covering: x), Extent(covering: y))
  }

  /// Whether no tick between whole numbers would have a meaning.
  var hasWholeX: Bool {
    xAxis.format == .number
      && series.allSatisfy { $0.points.allSatisfy { $0.x == $0.x.rounded() || !$0.x.isFinite } }
  }

  func legend(_ misplaced: [Misplaced: [Int]], in space: PictureSpace) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    for (index, one) in series.enumerated() where !one.name.isEmpty {
      entries.append(LegendEntry(SeriesGlyph.line(index), one.name, series: index))
    }
    entries += marks.enumerated().map { LegendEntry(space.pictures.mark($0), $1.label) }
    if series.contains(where: { !bands(of: $0).isEmpty }) {
      entries.append(LegendEntry(space.pictures.vertical, spreadName))
    }
    for kind in Misplaced.allCases {
      let counts = (misplaced[kind] ?? []).enumerated().filter { $0.element > 0 }
      guard !counts.isEmpty else { continue }
      let texts = counts.map { index, count in
        (series.count == 1 ? "" : series[index].name + " ") + NumberText.count(count)
      }
      let numbers = space.isInGrid ? "" : ": " + texts.joined(separator: ", ")
      entries.append(LegendEntry(kind.glyph, kind.meaning + numbers))
    }
    return entries
  }
}
