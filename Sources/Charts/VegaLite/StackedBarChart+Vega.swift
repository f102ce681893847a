import JSON

extension StackedBarChart {
  private static let rowHeight = 26.0

  func view(in space: VegaSpace) -> VegaView {
    let longest = max(axis.extent?.upper ?? bars.map(\.length).max() ?? 0, .leastNormalMagnitude)
    let names = VegaKey.unique(bars.map(\.label))
    let key = VegaKey(parts.enumerated().map { .area($0.offset, $0.element) })
    var parts: [JSONValue] = []
    var figures: [JSONValue] = []
    var taken: [JSONValue] = []
    var totals: [JSONValue] = []
    for (bar, name) in zip(bars, names) {
      var (start, sum) = (0.0, 0.0)
      for (part, value) in bar.values.enumerated() where part < self.parts.count {
        sum += Bar.drawn(value)
        let end = min(sum, bar.end, longest)
        guard end > start else { continue }
        let row: [JSONValue.Member] = [
          .init("x", .number(start)), .init("x2", .number(end)), .init("y", .string(name)),
        ]
        parts.append(.object(row + [.init("key", key.name(part))]))
        let figure = text(value)
        if SVGText.width(figure) < (end - start) / longest * space.width * 0.8 {
          figures.append([
            "x": .number((start + end) / 2), "y": .string(name), "text": .string(figure),
          ])
        }
        start = end
      }
      let length = min(sum, longest)
      if length > start {
        taken.append(["x": .number(start), "x2": .number(length), "y": .string(name)])
      }
      totals.append([
        "x": .number(max(length, start)), "y": .string(name),
        "text": .string("\(totalName) \(text(bar.total))"),
      ])
    }
    let x = VegaChannel.bare("x", 0, longest * 1.3)
    let y = VegaChannel.names("y", names, title: labelTitle, padding: 0.15)
    let line: [JSONValue.Member] = [.init("stroke", "#333333"), .init("strokeWidth", 0.7)]
    let fill = key.channel(
      "fill", look: [.init("symbolType", "square"), .init("symbolOpacity", 0.4)])
    let layers = [
      VegaLayer("bar", line + [.init("fillOpacity", 0.4)], rows: parts, x, .end("x2"), y, fill),
      VegaLayer(
        "bar", line + [.init("fillOpacity", 0), .init("strokeDash", [3, 2])], rows: taken, x,
        .end("x2"), y),
      VegaLayer("text", rows: figures, x, y, .text),
      VegaLayer("text", [.init("align", "left"), .init("dx", 6)], rows: totals, x, y, .text),
    ]
    return VegaView(
      width: space.width, height: max(Double(bars.count), 1) * Self.rowHeight, layers: layers,
      key: key)
  }
}
