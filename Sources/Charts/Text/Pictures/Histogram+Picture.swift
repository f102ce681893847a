extension Histogram: ChartContent {
  var smallestWidth: Int { 38 }
  var narrowestWidth: Int { 18 }

  func picture(in space: PictureSpace) -> Picture {
    let most = counts.map { max($0, 0) }.max() ?? 0
    let y = AxisScale.upright(
      Axis("count"), data: Extent(0, Double(max(most, 1))), heights: space.rows, isWhole: true)
    let height = y.height(within: space.rows)
    let room = max(min(space.width, space.mostColumns.curve) - y.labelWidth - 3, 10)
    let barWidth = max(room / max(counts.count, 1), 1)
    let columns = counts.isEmpty ? room : min(barWidth * counts.count, room)

    var canvas = Canvas(columns: columns, rows: height + 1)
    for column in 0..<columns {
      let bins = bins(at: column, columns: columns)
      guard let bin = bins.max(by: { (counts[$0], $1) < (counts[$1], $0) }) else { continue }
      func length(_ count: Int) -> Double {
        min(max(y.fraction(of: Double(count)) ?? 0, 0), 1) * Double(height)
      }
      if groups.isEmpty {
        draw(length(counts[bin]), column, on: &canvas, pictures: space.pictures)
      } else {
        drawGroups(of: bin, column, on: &canvas, length: length)
      }
    }
    var axis = xAxis
    axis.extent = extent
    let x = AxisScale.lying(axis, data: extent, columns: columns, isWhole: false)
    let frame = Frame(
      yTicks: y.ticks.map {
        .init(position: height - Int(($0.fraction * Double(height)).rounded()), label: $0.label)
      },
      xTicks: x.ticks.map {
        .init(
          position: min(Int(max($0.fraction, 0) * Double(columns)), columns - 1),
          label: $0.label)
      },
      pictures: space.pictures)
    frame.drawAxis(on: &canvas)
    return Picture(
      title: title, yTitle: "count", xTitle: xAxis.heading, body: frame.body(around: canvas),
      inset: frame.inset, legend: legend(in: space))
  }

  private func legend(in space: PictureSpace) -> [LegendEntry] {
    let entries = groups.enumerated().map { index, group in
      LegendEntry(
        SeriesGlyph.point(index), space.counted(group.name, group.counts.reduce(0, &+)),
        series: index)
    }
    return entries
      + (outside > 0 ? [LegendEntry("", "outside: \(NumberText.count(outside))")] : [])
  }

  /// The bins that a column covers.
  private func bins(at column: Int, columns: Int) -> Range<Int> {
    guard !counts.isEmpty else { return 0..<0 }
    let first = column * counts.count / columns
    let end = max((column + 1) * counts.count / columns, first + 1)
    return first..<min(end, counts.count)
  }

  /// One group over the other, each as high as it has values in the bin.
  private func drawGroups(
    of bin: Int, _ column: Int, on canvas: inout Canvas, length: (Int) -> Double
  ) {
    var sum = 0
    var filled = 0
    for (index, group) in groups.enumerated() where bin < group.counts.count {
      guard group.counts[bin] > 0 else { continue }
      sum += group.counts[bin]
      let top = min(Int(length(sum).rounded()), canvas.rows - 1)
      for level in stride(from: filled, to: max(top, sum == group.counts[bin] ? 1 : 0), by: 1) {
        canvas[column, canvas.rows - 2 - level] = Cell(SeriesGlyph.point(index), series: index)
      }
      filled = max(filled, top)
    }
  }

  private func draw(
    _ length: Double, _ column: Int, on canvas: inout Canvas, pictures: Pictures
  ) {
    let top = canvas.rows - 2
    let parts = pictures.uprightParts
    let count = Int((length * Double(parts.count)).rounded())
    if count == 0, length > 0 {
      canvas[column, top] = Cell(pictures == .ascii ? "_" : parts[1])
    }
    for row in 0..<count / parts.count { canvas[column, top - row] = Cell(pictures.full) }
    if count % parts.count > 0 {
      canvas[column, top - count / parts.count] = Cell(parts[count % parts.count])
    }
  }
}
