import JSON

extension RegionChart {
  func view(in space: VegaSpace) -> VegaView {
    let plane = VegaPlane(grid, xAxis, yAxis, aspect, in: space)
    let names = (0..<classCount).map { $0 < classNames.count ? classNames[$0] : "class \($0)" }
    let threshold = RegionCells.threshold(classCount: classCount)
    let looks = classes.indices.map { sample -> Int in
      let confidence = sample < confidences.count ? confidences[sample] : 1
      guard confidence.isFinite else { return -1 }
      return min(max(classes[sample], 0), classCount - 1) * 2 + (confidence >= threshold ? 0 : 1)
    }
    let areas = VegaKey(
      names.enumerated().map { .area($0.offset, "\($0.element) region, paler: unsure") })
    let key = pointKey(names, in: space)
    let runs = plane.runs(looks) { look -> [JSONValue.Member] in
      guard look >= 0 else { return [.init("key", .null), .init("opacity", 0.5)] }
      return [
        .init("key", areas.name(look / 2)), .init("opacity", .number(look % 2 == 0 ? 0.4 : 0.15)),
      ]
    }
    let opacity = VegaChannel(
      "fillOpacity", ["field": "opacity", "type": "quantitative", "scale": .null, "legend": .null])
    let fill = areas.channel(
      "fill", look: [.init("symbolType", "square"), .init("symbolOpacity", 0.4)])
    let points = points.filter { $0.x.isFinite && $0.y.isFinite }
    let rows = points.map { point -> JSONValue in
      let place = min(max(point.classIndex, 0), classCount - 1)
      return ["x": .number(point.x), "y": .number(point.y), "key": key.name(place)]
    }
    let rings = points.filter(\.isMisclassified).map { point -> JSONValue in
      ["x": .number(point.x), "y": .number(point.y), "key": key.name(classCount)]
    }
    let mark: [JSONValue.Member] = [.init("filled", false), .init("clip", true)]
    let layers = [
      VegaLayer("rect", rows: runs, plane.x, .end("x2"), plane.y, .end("y2"), fill, opacity),
      VegaLayer(
        "rule", [.init("color", "#222222"), .init("strokeWidth", 1.2)],
        rows: plane.borders(looks.map { $0 < 0 ? -1 : $0 / 2 }), plane.x, .end("x2"), plane.y,
        .end("y2")),
      VegaLayer(
        "point", mark + [.init("size", 34)], rows: rows, plane.x, plane.y, key.channel("stroke"),
        key.channel("shape")),
      VegaLayer(
        "point", mark + [.init("size", 130)], rows: rings, plane.x, plane.y, key.channel("stroke"),
        key.channel("shape")),
    ]
    return VegaView(
      width: plane.width, height: plane.height, layers: layers,
      key: VegaKey(areas.entries + key.entries))
  }

  /// A point of each class, and the ring.
  private func pointKey(_ names: [String], in space: VegaSpace) -> VegaKey {
    guard !points.isEmpty else { return VegaKey([]) }
    var missing = Misplaced.Counts()
    for point in points where !(point.x.isFinite && point.y.isFinite) {
      missing.count(point.x, point.y)
    }
    let wrong = points.count { $0.isMisclassified }
    var entries = names.enumerated().map { index, name in
      VegaKey.Entry.point(
        index, space.text.counted(name, points.count { $0.classIndex == index }))
    }
    entries.append(
      .init(name: space.text.counted("ringed: misclassified", wrong), color: "#000000"))
    return VegaKey(entries + missing.remarks(in: space))
  }
}
