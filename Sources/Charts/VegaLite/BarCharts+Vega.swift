import JSON
import TerminalText

extension BarChart {
  private static let rowHeight = 22.0

  func view(in space: VegaSpace) -> VegaView {
    let finite = bars.map(\.value).filter(\.isFinite)
    let lower = min(finite.min() ?? 0, 0)
    let top = maximum.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? max(finite.max() ?? 0, 0)
    let extent = Extent(lower, top > lower ? top : lower + 1)
    let names = VegaKey.unique(bars.map(\.label))
    let rows = bars.indices.map { index -> JSONValue in
      let value = bars[index].value
      let drawn = value.isNaN ? 0 : min(max(value, extent.lower), extent.upper)
      return [
        "y": .string(names[index]), "x": .number(max(drawn, 0)), "x2": .number(min(drawn, 0)),
        "text": .string(bars[index].text.cleaned(.label)),
      ]
    }
    // The figures stand behind the longest bar they may follow, and need room.
    let room = extent.upper + extent.length * 0.25
    let y = VegaChannel.names("y", names, look: [.init("labelPadding", 6)], padding: 0.15)
    let x = VegaChannel.bare("x", extent.lower, room)
    let layers = [
      VegaLayer(
        "bar", [.init("color", .string(SVGSymbol.color(0)))], rows: rows, x, .end("x2"), y),
      VegaLayer("text", [.init("align", "left"), .init("dx", 5)], rows: rows, x, y, .text),
    ]
    return VegaView(
      width: space.width, height: max(Double(bars.count), 1) * Self.rowHeight, layers: layers,
      key: VegaKey([]))
  }
}

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

extension Histogram {
  func view(in space: VegaSpace) -> VegaView {
    let most = Double(max(counts.max() ?? 0, 1))
    let parts = groups.isEmpty ? [counts] : groups.map(\.counts)
    var entries = groups.enumerated().map { index, group in
      VegaKey.Entry.area(
        index, space.text.counted(group.name, group.counts.reduce(0, &+)))
    }
    if groups.isEmpty { entries = [.area(0, "")] }
    if outside > 0 { entries.append(.remark("outside: \(NumberText.count(outside))")) }
    let key = VegaKey(entries)
    func edge(_ bin: Int) -> JSONValue {
      .number(extent.number(at: Double(bin) / Double(max(counts.count, 1))))
    }
    var rows: [JSONValue] = []
    for bin in counts.indices {
      var sum = 0
      for (part, counts) in parts.enumerated() where bin < counts.count && counts[bin] > 0 {
        rows.append([
          "x": edge(bin), "x2": edge(bin + 1), "y": .integer(sum),
          "y2": .integer(sum &+ counts[bin]),
          "key": key.name(part),
        ])
        sum &+= counts[bin]
      }
    }
    let look: [JSONValue.Member] =
      groups.isEmpty
      ? [.init("stroke", "#ffffff"), .init("strokeWidth", 0.5)]
      : [
        .init("stroke", "#333333"), .init("strokeWidth", 0.5), .init("fillOpacity", 0.4),
      ]
    var axis = xAxis
    axis.scale = .linear
    let layer = VegaLayer(
      "rect", look, rows: rows, .place("x", on: axis, extent), .end("x2"),
      .place("y", on: Axis("count"), Extent(0, most), isWhole: true, isRound: true), .end("y2"),
      key.channel(
        "fill",
        look: [.init("symbolType", "square")]
          + (groups.isEmpty ? [] : [.init("symbolOpacity", 0.4)])))
    return VegaView(width: space.width, height: space.height, layers: [layer], key: key)
  }
}
