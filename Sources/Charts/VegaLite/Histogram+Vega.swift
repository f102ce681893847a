import JSON

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
