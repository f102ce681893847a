extension BarChart {
  func drawing(in space: DrawingSpace) -> Drawing {
    let rowHeight = 20.0
    let labelWidth = min(bars.map { SVGText.width($0.label) }.max() ?? 0, space.width / 3)
    let textWidth = min(bars.map { SVGText.width($0.text) }.max() ?? 0, space.width / 3)
    let left = 12 + labelWidth + 10 + textWidth + 10
    let room = max(space.width - left - 20, 20)
    let finite = bars.map(\.value).filter(\.isFinite)
    let lower = min(finite.min() ?? 0, 0)
    let top = maximum.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    let extent = Extent(lower, max(top ?? finite.max() ?? 0, lower == 0 ? 1e-300 : 0))
    func place(_ value: Double) -> Double {
      left + min(max(extent.fraction(of: value), 0), 1) * room
    }
    var svg = SVGText()
    for (index, bar) in bars.enumerated() {
      let y = 4 + Double(index) * rowHeight
      svg.label(bar.label, 12, y + 14)
      svg.label(bar.text, left - 10, y + 14, anchor: .end)
      guard !bar.value.isNaN else { continue }
      let value = bar.value.isInfinite ? (bar.value > 0 ? extent.upper : extent.lower) : bar.value
      let ends = [place(0), place(value)].sorted()
      svg.rectangle(
        ends[0], y + 2, width: max(ends[1] - ends[0], value == 0 ? 0 : 0.5),
        height: rowHeight - 5, "fill=\"\(SVGSymbol.color(0))\"")
      if bar.value > extent.upper { svg.label(">", left + room + 4, y + 14) }
      if bar.value < extent.lower { svg.label("<", left - 8, y + 14) }
    }
    let height = 8 + Double(bars.count) * rowHeight
    svg.line(place(0), 2, place(0), height - 2, "stroke=\"#333\"")
    return Drawing(title: title, plot: svg, height: height)
  }
}
