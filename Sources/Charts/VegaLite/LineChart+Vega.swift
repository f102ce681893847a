import JSON

extension LineChart {
  func view(in space: VegaSpace) -> VegaView {
    let data = space.shared ?? extents
    let key = key(in: space)
    let ends = (x: xAxis.extent ?? data.x, y: yAxis.extent ?? data.y)
    let x = VegaChannel.place("x", on: xAxis, ends.x, isWhole: hasWholeX)
    let y = VegaChannel.place("y", on: yAxis, ends.y, isRound: yAxis.extent == nil)
    let clip = JSONValue.Member("clip", true)
    let color = key.channel("stroke")
    var layers: [VegaLayer] = []
    if !marks.isEmpty {
      let rows = marks.enumerated().map { index, mark -> JSONValue in
        ["x": xAxis.placed(mark.x), "key": key.name(series.count + index)]
      }
      layers.append(
        VegaLayer("rule", [clip, .init("strokeDash", [3, 3])], rows: rows, x, color))
    }
    let order = VegaChannel("order", ["field": "n", "type": "quantitative"])
    layers.append(
      VegaLayer(
        "line", [clip, .init("strokeWidth", 1.5)], rows: rows(key), x, y, color,
        key.channel("strokeDash"), order))
    layers.append(
      VegaLayer(
        "point", [.init("size", 34), .init("filled", false)],
        rows: markers(key, within: ends), x, y, color, key.channel("shape")))
    let spreads = spreads(key)
    if !spreads.isEmpty {
      layers.append(
        VegaLayer("rule", [clip], rows: spreads, x, y, .end("y2"), color))
    }
    return VegaView(width: space.width, height: space.height, layers: layers, key: key)
  }

  /// The series, then the marks, then what is to be said without a sign.
  private func key(in space: VegaSpace) -> VegaKey {
    var entries = series.enumerated().map { index, one in
      one.style == .reference ? VegaKey.Entry.reference(one.name) : .line(index, one.name)
    }
    entries += marks.map { .mark($0.label) }
    if series.contains(where: { !bands(of: $0).isEmpty }) { entries.append(.mark(spreadName)) }
    let missing = series.flatMap(\.points).filter { !$0.isFinite }.count
    if missing > 0 { entries.append(.remark(space.text.counted("no number", missing))) }
    return VegaKey(entries)
  }

  /// The points of the curves.
  private func rows(_ key: VegaKey) -> [JSONValue] {
    series.enumerated().flatMap { index, one -> [JSONValue] in
      guard one.style == .line || one.style == .reference else { return [] }
      return one.points.enumerated().map { row($1, number: $0, key.name(index)) }
    }
  }

  /// The points that have a marker: of a curve of many, every so many. One at the edge is whole, and one
  /// beyond it is not there.
  private func markers(_ key: VegaKey, within ends: (x: Extent, y: Extent)) -> [JSONValue] {
    series.enumerated().flatMap { index, one -> [JSONValue] in
      if one.style == .reference { return [] }
      let every = one.points.count <= 40 || one.style != .line ? 1 : (one.points.count + 7) / 8
      return one.points.enumerated().compactMap { number, point in
        let isMarked = number % every == every / 2 || number == one.points.count - 1
        guard isMarked, ends.x.contains(point.x), ends.y.contains(point.y) else { return nil }
        return row(point, number: number, key.name(index))
      }
    }
  }

  private func row(_ point: Point, number: Int, _ key: JSONValue) -> JSONValue {
    ["n": .integer(number), "x": xAxis.placed(point.x), "y": yAxis.placed(point.y), "key": key]
  }

  private func spreads(_ key: VegaKey) -> [JSONValue] {
    series.enumerated().flatMap { index, one in
      bands(of: one).map { point, ends -> JSONValue in
        [
          "x": xAxis.placed(point.x), "y": yAxis.placed(ends.lower),
          "y2": yAxis.placed(ends.upper), "key": key.name(index),
        ]
      }
    }
  }
}

extension Extent {
  /// Whether a number lies between the ends or on one of them.
  fileprivate func contains(_ number: Double) -> Bool { number >= lower && number <= upper }
}
