extension LineChart: ChartContent {
  var smallestWidth: Int { 38 }
  var narrowestWidth: Int { 18 }

  func picture(in space: PictureSpace) -> Picture {
    let data = space.shared ?? extents
    let y = AxisScale.upright(yAxis, data: data.y, heights: space.rows)
    let height = y.height(within: space.rows)
    let labelWidth = max(y.labelWidth, space.labelWidth)
    let columns = max(min(space.width, space.mostColumns.curve) - labelWidth - 3, 10)
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
      pictures: space.pictures, leastLabelWidth: space.labelWidth)
    frame.drawAxis(on: &canvas)
    return Picture(
      title: title, yTitle: yAxis.heading, xTitle: xAxis.heading,
      body: frame.body(around: canvas), inset: frame.inset,
      legend: legend(raster.misplaced, pointed: raster.pointed, in: space))
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

  /// - Parameter pointed: Bit i: each point of series i has its glyph.
  func legend(
    _ misplaced: [Misplaced: [Int]], pointed: UInt64 = 0, in space: PictureSpace
  ) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    for (index, one) in series.enumerated() where !one.name.isEmpty {
      let sign = sign(of: index, isPointed: pointed >> UInt64(min(index, 63)) & 1 == 1, space)
      entries.append(LegendEntry(sign, one.name, series: index))
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

  /// A series as the legend shows it: its glyph, in the middle of its line where there are several
  /// lines and the glyph is not all that is drawn of it.
  private func sign(of index: Int, isPointed: Bool, _ space: PictureSpace) -> String {
    let style = series[index].style
    if style == .reference { return String(repeating: space.pictures.reference, count: 3) }
    let hasLine = style == .line && series[index].points.count > 1
    guard hasLine, series.count > 1, isPointed || space.pictures != .ascii else {
      return String(SeriesGlyph.line(index))
    }
    return LinePattern(index).sample(space.pictures)
  }
}
