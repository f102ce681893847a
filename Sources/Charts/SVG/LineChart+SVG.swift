extension LineChart {
  func drawing(in space: DrawingSpace) -> Drawing {
    let data = space.shared ?? extents
    let columns = SVGFrame.columns(of: space)
    let y = AxisScale.upright(yAxis, data: data.y, heights: 12...16)
    let x = AxisScale.lying(xAxis, data: data.x, columns: columns, isWhole: hasWholeX)
    let frame = SVGFrame(x: x, y: y, xAxis: xAxis, yAxis: yAxis, space: space)
    var svg = SVGText()
    frame.draw(on: &svg)
    for mark in marks {
      guard let place = frame.across(mark.x) else { continue }
      svg.line(place, frame.top, place, frame.top + frame.height, SVGSymbol.markStyle)
    }
    // The same pass over the points that characters need finds those without a place.
    var raster = LineRaster(
      x: x, y: y, columns: columns, height: 16, seriesCount: series.count, pictures: .ascii)
    for (index, one) in series.enumerated() {
      draw(one, index: index, on: &svg, frame: frame)
      raster.draw(one, bands: bands(of: one), index: index)
    }
    for edge in raster.edges {
      let left = frame.left + edge.fraction * frame.width
      svg.label(
        String(edge.glyph), left, edge.isTop ? frame.top + 10 : frame.top + frame.height - 3,
        anchor: .middle, "font-weight=\"bold\"")
    }
    return Drawing(
      title: title, plot: svg, height: frame.outerHeight,
      legend: legend(raster.misplaced, in: space))
  }

  private func draw(
    _ one: Series, index: Int, on svg: inout SVGText, frame: SVGFrame
  ) {
    var line = ""
    var markers = ""
    let every = one.points.count <= 40 ? 1 : (one.points.count + 7) / 8
    var run = PixelRun()
    for (number, point) in one.points.enumerated() {
      guard let place = frame.place(point) else {
        line += run.end()
        continue
      }
      if one.style == .line || one.style == .reference { line += run.add(place) }
      let isLast = number == one.points.count - 1
      let isMarked =
        one.style != .reference && (one.style != .line || number % every == every / 2 || isLast)
      if isMarked, run.isFresh(place) { markers += SVGSymbol.marker(index, x: place.x, y: place.y) }
    }
    line += run.end()
    svg.path(spreads(of: one, frame: frame), SVGSymbol.pointStyle(index))
    svg.path(
      line, one.style == .reference ? SVGSymbol.referenceStyle : SVGSymbol.lineStyle(index))
    svg.path(markers, SVGSymbol.pointStyle(index))
  }

  /// The spread of each point as an upright stroke with ends.
  private func spreads(of one: Series, frame: SVGFrame) -> String {
    var path = ""
    for (point, ends) in bands(of: one) {
      guard let x = frame.across(point.x) else { continue }
      let top = frame.up(ends.upper) ?? frame.top
      let bottom = frame.up(ends.lower) ?? frame.top + frame.height
      path += "M\(SVGText.number(x - 3)) \(SVGText.number(top))h6m-3 0"
      path += "V\(SVGText.number(bottom))m-3 0h6"
    }
    return path
  }

  private func legend(
    _ misplaced: [Misplaced: [Int]], in space: DrawingSpace
  ) -> [Drawing.Entry] {
    let text = PictureSpace(width: 80, pictures: .blocks, isInGrid: space.isInGrid)
    return legend(misplaced, in: text).map { entry in
      if let index = entry.series {
        let isReference = series[index].style == .reference
        return Drawing.Entry(symbol: isReference ? .reference : .line(index), text: entry.text)
      }
      let isMark = marks.indices.contains { entry.glyph == String(text.pictures.mark($0)) }
      return Drawing.Entry(symbol: isMark ? .mark : .text(entry.glyph), text: entry.text)
    }
  }
}

/// The points of a curve that fall into one column of pixels, of which four are enough: the first,
/// the last, the lowest and the highest.
private struct PixelRun {
  private typealias Place = (x: Double, y: Double)
  private var column: Double?
  private var first: Place = (0, 0)
  private var last: Place = (0, 0)
  private var top: Place = (0, 0)
  private var bottom: Place = (0, 0)
  private var isInside = false
  private var lastMarker: Place?

  /// Takes a place up; gives the path of those before it, once they are left behind.
  mutating func add(_ place: (x: Double, y: Double)) -> String {
    let own = place.x.rounded()
    if own == column {
      last = place
      if place.y < top.y { top = place }
      if place.y > bottom.y { bottom = place }
      return ""
    }
    let path = path()
    column = own
    (first, last, top, bottom) = (place, place, place, place)
    return path
  }

  /// Ends the curve: the next place begins another one.
  mutating func end() -> String {
    let path = path()
    column = nil
    isInside = false
    return path
  }

  /// Whether no marker stands on the pixel of the last one.
  mutating func isFresh(_ place: (x: Double, y: Double)) -> Bool {
    if let lastMarker, abs(lastMarker.x - place.x) < 1, abs(lastMarker.y - place.y) < 1 {
      return false
    }
    lastMarker = place
    return true
  }

  private mutating func path() -> String {
    guard column != nil else { return "" }
    var text = ""
    var previous: Place?
    for place in [first, top, bottom, last] {
      if let previous, previous == place { continue }
      text += (isInside ? "L" : "M") + SVGText.number(place.x) + " " + SVGText.number(place.y)
      isInside = true
      previous = place
    }
    return text
  }
}
