extension Histogram {
  func drawing(in space: DrawingSpace) -> Drawing {
    let most = Double(max(counts.max() ?? 0, 1))
    let count = Axis("count")
    var axis = xAxis
    axis.extent = extent
    let y = AxisScale.upright(count, data: Extent(0, most), heights: 12...16, isWhole: true)
    let x = AxisScale.lying(
      axis, data: extent, columns: SVGFrame.columns(of: space), isWhole: false)
    let frame = SVGFrame(x: x, y: y, xAxis: xAxis, yAxis: count, space: space)
    var svg = SVGText()
    frame.draw(on: &svg)
    let step = frame.width / Double(max(counts.count, 1))
    for (index, count) in counts.enumerated() where count > 0 {
      let up = min(max(y.fraction(of: Double(count)) ?? 0, 0), 1) * frame.height
      svg.rectangle(
        frame.left + Double(index) * step, frame.top + frame.height - up, width: step,
        height: up, "fill=\"\(SVGSymbol.color(0))\" stroke=\"#fff\" stroke-width=\"0.5\"")
    }
    let legend =
      outside > 0
      ? [Drawing.Entry(symbol: .text(""), text: "outside: \(NumberText.count(outside))")] : []
    return Drawing(title: title, plot: svg, height: frame.outerHeight, legend: legend)
  }
}
