extension StackedBarChart {
  func drawing(in space: DrawingSpace) -> Drawing {
    let rowHeight = 22.0
    let labels = [labelTitle] + bars.map(\.label)
    let sums = [totalName] + bars.map { text($0.total) }
    let labelWidth = min(labels.map { SVGText.width($0) }.max() ?? 0, space.width / 3)
    let sumWidth = min(sums.map { SVGText.width($0) }.max() ?? 0, space.width / 3)
    let left = 12 + labelWidth + 10 + sumWidth + 10
    let room = max(space.width - left - 20, 20)
    let longest = axis.extent?.upper ?? bars.map(\.length).max() ?? 0
    let unit = longest > 0 && longest.isFinite ? room / longest : 0
    var svg = SVGText()
    for (row, label) in labels.enumerated() {
      let y = Double(row) * rowHeight
      svg.label(label, 12, y + 15, row == 0 ? "fill=\"#444\"" : "")
      svg.label(
        sums[row], left - 10, y + 15, anchor: .end, row == 0 ? "fill=\"#444\"" : "")
      guard row > 0 else { continue }
      draw(bars[row - 1], from: left, to: left + room, unit: unit, y: y, on: &svg)
    }
    let height = 6 + Double(labels.count) * rowHeight
    svg.line(left, rowHeight, left, height - 4, "stroke=\"#333\"")
    return Drawing(
      title: title, plot: svg, height: height,
      legend: parts.enumerated().map { index, part in
        .init(symbol: .region(index, isConfident: true), text: "\(index + 1). \(part)")
      })
  }

  /// The parts from the left up to their sum, each with its figure in it where there is room, and
  /// dashed what negative ones took off; what is not drawn is written behind the bar.
  private func draw(
    _ bar: Bar, from left: Double, to right: Double, unit: Double, y: Double,
    on svg: inout SVGText
  ) {
    var start = left
    var sum = 0.0
    var rest: [String] = []
    for (part, value) in bar.values.enumerated() {
      sum += Bar.drawn(value)
      let end = min(left + min(sum, bar.end) * unit, right)
      let figure = text(value)
      if end > start {
        svg.rectangle(
          start, y + 3, width: end - start, height: 17,
          SVGSymbol.regionStyle(part, isConfident: true) + " stroke=\"#333\" stroke-width=\"0.7\"")
      }
      if SVGText.width(figure) < end - start {
        svg.label(figure, (start + end) / 2, y + 15, anchor: .middle)
      } else if let value, !value.isFinite || value < 0, part < parts.count {
        rest.append("\(parts[part]) \(figure)")
      }
      start = end
    }
    let length = min(left + sum * unit, right)
    if length > start {
      svg.rectangle(
        start, y + 3, width: length - start, height: 17,
        "fill=\"none\" stroke=\"#333\" stroke-width=\"0.7\" stroke-dasharray=\"3 2\"")
      start = length
    }
    svg.label(rest.joined(separator: ", "), min(start + 6, right), y + 15)
  }
}
