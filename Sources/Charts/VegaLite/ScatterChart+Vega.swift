import JSON

extension ScatterChart {
  func view(in space: VegaSpace) -> VegaView {
    let points = groups.lazy.flatMap(\.points).filter(\.isFinite)
    let ends = (
      x: xAxis.extent ?? Extent(covering: points.map(\.x), margin: 0.05),
      y: yAxis.extent ?? Extent(covering: points.map(\.y), margin: 0.05)
    )
    let isLinear = xAxis.scale == .linear && yAxis.scale == .linear
    let size = space.size(x: ends.x, y: ends.y, aspect: aspect, isLinear: isLinear)
    var missing = Misplaced.Counts()
    for point in groups.lazy.flatMap(\.points) where !point.isFinite { missing.count(point) }
    let key = VegaKey(
      groups.enumerated().map {
        .point($0.offset, space.text.counted($0.element.name, $0.element.points.count))
      } + missing.remarks(in: space))
    let rows = groups.enumerated().flatMap { index, group in
      group.points.filter(\.isFinite).map { point -> JSONValue in
        ["x": xAxis.placed(point.x), "y": yAxis.placed(point.y), "key": key.name(index)]
      }
    }
    let layer = VegaLayer(
      "point", [.init("filled", false), .init("size", 34), .init("clip", true)], rows: rows,
      .place("x", on: xAxis, ends.x), .place("y", on: yAxis, ends.y), key.channel("stroke"),
      key.channel("shape"))
    return VegaView(width: size.0, height: size.1, layers: [layer], key: key)
  }
}

extension Misplaced.Counts {
  /// What the legend says of points that have no place.
  func remarks(in space: VegaSpace) -> [VegaKey.Entry] {
    texts.map { .remark(space.text.counted("not shown, \($0.reason)", $0.count)) }
  }
}
