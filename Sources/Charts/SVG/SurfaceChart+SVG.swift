extension SurfaceChart {
  /// The most cells along a side; of more, every so many are shown.
  private static let mostCells = 200

  func drawing(in space: DrawingSpace) -> Drawing {
    let levels = SurfaceLevels(valueAxis, extent)
    let frame = SVGFrame(
      plane: grid.x, grid.y, xAxis: xAxis, yAxis: yAxis, aspect: aspect, space: space)
    var svg = SVGText()
    frame.draw(on: &svg)
    fill(&svg, frame, levels)
    let missing = drawPath(on: &svg, frame)
    let text = PictureSpace(width: 80, pictures: .blocks, isInGrid: space.isInGrid)
    return Drawing(
      title: title, plot: svg, height: frame.outerHeight,
      legend: legend(levels, in: text) + missing.drawnEntries(in: text))
  }

  /// Each level as the runs of cells that it has.
  private func fill(_ svg: inout SVGText, _ frame: SVGFrame, _ levels: SurfaceLevels) {
    let columns = min(grid.columns, Self.mostCells)
    let rows = min(grid.rows, Self.mostCells)
    let across = frame.width / Double(columns)
    let down = frame.height / Double(rows)
    var paths = [String](repeating: "", count: SurfaceLevels.count)
    var unknown = ""
    for row in 0..<rows {
      let looks = (0..<columns).map { column -> Int? in
        let value = value(
          across: (Double(column) + 0.5) / Double(columns), down: (Double(row) + 0.5) / Double(rows)
        )
        return value.map { levels.level($0) ?? -1 }
      }
      var first = 0
      while first < columns {
        var end = first + 1
        while end < columns, looks[end] == looks[first] { end += 1 }
        let run = SVGText.cell(
          left: frame.left + Double(first) * across, top: frame.top + Double(row) * down,
          right: frame.left + Double(end) * across, bottom: frame.top + Double(row + 1) * down)
        if let look = looks[first] {
          if look < 0 { unknown += run } else { paths[look] += run }
        }
        first = end
      }
    }
    for (level, path) in paths.enumerated() where level > 0 {
      svg.path(
        path, SVGSymbol.levelStyle(Double(level) / Double(SurfaceLevels.count - 1)))
    }
    svg.path(unknown, "fill=\"#888\" shape-rendering=\"crispEdges\"")
  }

  private func drawPath(on svg: inout SVGText, _ frame: SVGFrame) -> Misplaced.Counts {
    var missing = Misplaced.Counts()
    var line = ""
    var markers = ""
    for point in path {
      guard let place = frame.place(point) else {
        missing.count(point)
        continue
      }
      line +=
        (line.isEmpty ? "M" : "L") + SVGText.number(place.x) + " " + SVGText.number(place.y)
      markers += SVGSymbol.marker(0, x: place.x, y: place.y)
    }
    if isWay { svg.path(line, "fill=\"none\" stroke=\"#000\" stroke-width=\"1\"") }
    svg.path(markers, "fill=\"#fff\" stroke=\"#000\" stroke-width=\"1\"")
    for mark in marks.reversed() {
      guard let place = frame.place(mark.point) else { continue }
      svg.path(
        SVGSymbol.ring(x: place.x, y: place.y), "fill=\"#fff\" stroke=\"#000\" stroke-width=\"1\"")
      svg.label(
        String(mark.letter), place.x, place.y + 4, anchor: .middle, "font-weight=\"bold\"")
    }
    return missing
  }

  private func legend(_ levels: SurfaceLevels, in space: PictureSpace) -> [Drawing.Entry] {
    var entries = marks.map {
      Drawing.Entry(symbol: .text(String($0.letter)), text: $0.label)
    }
    if !path.isEmpty {
      entries.append(.init(symbol: .text("o"), text: space.counted(pathName, path.count)))
    }
    let name = valueAxis.heading.isEmpty ? "" : valueAxis.heading + " "
    entries += (0..<SurfaceLevels.count).map { level in
      .init(
        symbol: .level(Double(level) / Double(SurfaceLevels.count - 1)),
        text: (level == 0 ? name : "") + levels.text(level))
    }
    entries += Misplaced.entries(for: values, in: space).map {
      .init(symbol: .text("grey"), text: $0.text)
    }
    return entries
  }
}
