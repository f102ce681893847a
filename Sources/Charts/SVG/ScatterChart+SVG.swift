extension ScatterChart {
  func drawing(in space: DrawingSpace) -> Drawing {
    let points = groups.lazy.flatMap(\.points).filter(\.isFinite)
    let frame = SVGFrame(
      plane: xAxis.extent ?? Extent(covering: points.map(\.x), margin: 0.05),
      yAxis.extent ?? Extent(covering: points.map(\.y), margin: 0.05), xAxis: xAxis,
      yAxis: yAxis, aspect: aspect, space: space)
    var svg = SVGText()
    frame.draw(on: &svg)
    let text = PictureSpace(width: 80, pictures: .blocks, isInGrid: space.isInGrid)
    let count = groups.reduce(0) { $0 + $1.points.count }
    var legend: [Drawing.Entry] = []
    var missing = Misplaced.Counts()
    for (index, group) in groups.enumerated() {
      var paths = PointPaths(frame: frame, count: count)
      for point in group.points { paths.add(point, shape: index) }
      svg.path(paths.path, SVGSymbol.pointStyle(index))
      missing.add(paths.missing)
      legend.append(
        .init(
          symbol: .point(index, isMisclassified: false),
          text: text.counted(group.name, group.points.count)))
    }
    return Drawing(
      title: title, plot: svg, height: frame.outerHeight,
      legend: legend + missing.drawnEntries(in: text))
  }
}

extension Misplaced.Counts {
  mutating func add(_ other: Misplaced.Counts) {
    notANumber += other.notANumber
    infinite += other.infinite
    outside += other.outside
  }

  func drawnEntries(in space: PictureSpace) -> [Drawing.Entry] {
    entries(in: space).map { Drawing.Entry(symbol: .text(""), text: $0.text) }
  }
}
