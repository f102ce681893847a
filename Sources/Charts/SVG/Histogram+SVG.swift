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
    let parts = groups.isEmpty ? [counts] : groups.map(\.counts)
    for index in counts.indices {
      var sum = 0
      for (part, counts) in parts.enumerated() where index < counts.count && counts[index] > 0 {
        let base = min(max(y.fraction(of: Double(sum)) ?? 0, 0), 1) * frame.height
        sum += counts[index]
        let up = min(max(y.fraction(of: Double(sum)) ?? 0, 0), 1) * frame.height
        svg.rectangle(
          frame.left + Double(index) * step, frame.top + frame.height - up, width: step,
          height: up - base, style(ofPart: part))
      }
    }
    return Drawing(title: title, plot: svg, height: frame.outerHeight, legend: legend(in: space))
  }

  private func legend(in space: DrawingSpace) -> [Drawing.Entry] {
    let entries = groups.enumerated().map { index, group in
      Drawing.Entry(
        symbol: .region(index, isConfident: true),
        text: space.isInGrid
          ? group.name : "\(group.name) (\(NumberText.count(group.counts.reduce(0, &+))))")
    }
    return entries
      + (outside > 0
        ? [Drawing.Entry(symbol: .text(""), text: "outside: \(NumberText.count(outside))")] : [])
  }

  private func style(ofPart part: Int) -> String {
    groups.isEmpty
      ? "fill=\"\(SVGSymbol.color(0))\" stroke=\"#fff\" stroke-width=\"0.5\""
      : SVGSymbol.regionStyle(part, isConfident: true) + " stroke=\"#333\" stroke-width=\"0.5\""
  }
}
