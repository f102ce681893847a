extension RegionChart {
  func drawing(in space: DrawingSpace) -> Drawing {
    let frame = SVGFrame(
      plane: grid.x, grid.y, xAxis: xAxis, yAxis: yAxis, aspect: aspect, space: space)
    var svg = SVGText()
    frame.draw(on: &svg)
    let field = RegionField(self, frame: frame)
    field.draw(on: &svg)
    let missing = drawPoints(on: &svg, frame: frame)
    let text = PictureSpace(width: 80, pictures: .blocks, isInGrid: space.isInGrid)
    return Drawing(
      title: title, plot: svg, height: frame.outerHeight,
      legend: legend(in: text) + missing.drawnEntries(in: text))
  }

  private func drawPoints(on svg: inout SVGText, frame: SVGFrame) -> Misplaced.Counts {
    var missing = Misplaced.Counts()
    var rings = ""
    for index in 0..<min(classCount, 1000) {
      let own = points.filter { min(max($0.classIndex, 0), 999) == index }
      guard !own.isEmpty else { continue }
      var paths = PointPaths(frame: frame, count: points.count)
      for point in own {
        paths.add(
          Point(point.x, point.y), shape: index, isMisclassified: point.isMisclassified)
      }
      svg.path(paths.path, SVGSymbol.pointStyle(index))
      rings += paths.rings
      missing.add(paths.missing)
    }
    svg.path(rings, SVGSymbol.ringStyle)
    return missing
  }

  private func legend(in space: PictureSpace) -> [Drawing.Entry] {
    var entries: [Drawing.Entry] = []
    for index in 0..<min(classCount, 20) {
      let name = index < classNames.count ? classNames[index] : "class \(index)"
      let count = points.count { $0.classIndex == index }
      if count > 0 {
        entries.append(
          .init(
            symbol: .point(index, isMisclassified: false), text: space.counted(name, count)))
      }
      entries.append(
        .init(symbol: .region(index, isConfident: true), text: "\(name) region, paler: unsure"))
    }
    let wrong = points.count { $0.isMisclassified }
    if !points.isEmpty {
      entries.append(
        .init(
          symbol: .point(0, isMisclassified: true),
          text: space.counted("ringed: misclassified", wrong)))
    }
    if unknownCount > 0 {
      entries.append(
        .init(
          symbol: .text("grey"), text: space.counted("no number here", unknownCount)))
    }
    return entries
  }
}

/// The regions as runs of samples, their borders as lines, and their names on the widest runs.
private struct RegionField {
  private let chart: RegionChart
  private let frame: SVGFrame
  private let threshold: Double
  private let stepX: Double
  private let stepY: Double

  init(_ chart: RegionChart, frame: SVGFrame) {
    self.chart = chart
    self.frame = frame
    threshold = RegionCells.threshold(classCount: chart.classCount)
    stepX = frame.width / Double(chart.grid.columns)
    stepY = frame.height / Double(chart.grid.rows)
  }

  /// What a sample looks like: twice its class, and one more where it is unsure; -1 for no number.
  private func look(_ column: Int, _ row: Int) -> Int? {
    let sample = row * chart.grid.columns + column
    guard sample < chart.classes.count else { return nil }
    let confidence = sample < chart.confidences.count ? chart.confidences[sample] : 1
    guard confidence.isFinite else { return -1 }
    return min(max(chart.classes[sample], 0), 999) * 2 + (confidence >= threshold ? 0 : 1)
  }

  func draw(on svg: inout SVGText) {
    var paths = [String](repeating: "", count: 2000)
    var unknown = ""
    var borders = ""
    var widest: [Int: (length: Int, x: Double, y: Double)] = [:]
    for row in 0..<chart.grid.rows {
      var first = 0
      while first < chart.grid.columns {
        let look = look(first, row)
        var end = first + 1
        while end < chart.grid.columns, self.look(end, row) == look { end += 1 }
        if let look {
          let path = run(first, end, row)
          if look < 0 { unknown += path } else { paths[look] += path }
          let x = frame.left + Double(first + end) / 2 * stepX
          let y = frame.top + (Double(row) + 0.5) * stepY
          let isInside = row >= 4 && row < chart.grid.rows - 4
          if isInside, look >= 0, look % 2 == 0, end - first > widest[look / 2]?.length ?? 0 {
            widest[look / 2] = (end - first, x, y)
          }
        }
        first = end
      }
      borders += self.borders(row)
    }
    for (look, path) in paths.enumerated() {
      svg.path(path, SVGSymbol.regionStyle(look / 2, isConfident: look % 2 == 0))
    }
    svg.path(unknown, "fill=\"#888\" shape-rendering=\"crispEdges\"")
    svg.path(borders, "fill=\"none\" stroke=\"#222\" stroke-width=\"1.2\"")
    for (index, place) in widest.sorted(by: { $0.key < $1.key }) where place.length > 6 {
      let name = index < chart.classNames.count ? chart.classNames[index] : "class \(index)"
      svg.label(name, place.x, place.y + 4, anchor: .middle, "font-style=\"italic\"")
    }
  }

  private func run(_ first: Int, _ end: Int, _ row: Int) -> String {
    SVGText.cell(
      left: frame.left + Double(first) * stepX, top: frame.top + Double(row) * stepY,
      right: frame.left + Double(end) * stepX, bottom: frame.top + Double(row + 1) * stepY)
  }

  /// The lines where another class begins to the right or below.
  private func borders(_ row: Int) -> String {
    var path = ""
    for column in 0..<chart.grid.columns {
      guard let own = look(column, row) else { continue }
      let x = frame.left + Double(column + 1) * stepX
      let y = frame.top + Double(row + 1) * stepY
      if column + 1 < chart.grid.columns, let right = look(column + 1, row), right / 2 != own / 2 {
        path += "M\(SVGText.number(x)) \(SVGText.number(y - stepY))v\(SVGText.number(stepY))"
      }
      if row + 1 < chart.grid.rows, let below = look(column, row + 1), below / 2 != own / 2 {
        path += "M\(SVGText.number(x - stepX)) \(SVGText.number(y))h\(SVGText.number(stepX))"
      }
    }
    return path
  }
}
