extension LineChart: ChartContent {
  var smallestWidth: Int { 38 }

  func picture(in space: PictureSpace) -> Picture {
    let y = AxisScale.upright(
      yAxis, data: Extent(covering: placeable(\.y, on: yAxis)), heights: space.rows)
    let height = y.height(within: space.rows)
    let columns = max(min(space.width, 100) - y.labelWidth - 3, 10)
    let xs = placeable(\.x, on: xAxis) + marks.map(\.x).filter(\.isFinite)
    let x = AxisScale.lying(
      xAxis, data: Extent(covering: xs), columns: columns,
      isWhole: xs.allSatisfy { $0 == $0.rounded() })

    var raster = LineRaster(
      x: x, y: y, columns: columns, height: height, seriesCount: series.count)
    for (index, one) in series.enumerated() { raster.draw(one, index: index) }
    var canvas = raster.canvas(pictures: space.pictures, marks: marks)
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
      legend: legend(raster.misplaced, pictures: space.pictures))
  }

  /// The finite coordinates that have a place on the kind of their axis.
  private func placeable(_ coordinate: KeyPath<Point, Double>, on axis: Axis) -> [Double] {
    series.flatMap { $0.points.map { $0[keyPath: coordinate] } }.filter {
      $0.isFinite && (axis.scale == .linear || $0 > 0)
    }
  }

  private func legend(_ misplaced: [Misplaced: [Int]], pictures: Pictures) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    for (index, one) in series.enumerated() where !one.name.isEmpty {
      entries.append(LegendEntry(SeriesGlyph.line(index), one.name, series: index))
    }
    entries += marks.map { LegendEntry(pictures.mark, $0.label) }
    for kind in Misplaced.allCases {
      let counts = (misplaced[kind] ?? []).enumerated().filter { $0.element > 0 }
      guard !counts.isEmpty else { continue }
      let texts = counts.map { index, count in
        (series.count == 1 ? "" : series[index].name + " ") + NumberText.count(count)
      }
      entries.append(
        LegendEntry(kind.glyph, "\(kind.meaning): \(texts.joined(separator: ", "))"))
    }
    return entries
  }
}
