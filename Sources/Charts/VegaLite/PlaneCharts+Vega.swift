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

extension SurfaceChart {
  func view(in space: VegaSpace) -> VegaView {
    let plane = VegaPlane(grid, xAxis, yAxis, aspect, in: space)
    let levels = SurfaceLevels(valueAxis, extent)
    let looks = values.prefix(grid.columns * grid.rows).map { levels.level($0) ?? -1 }
    let name = valueAxis.heading.isEmpty ? "" : valueAxis.heading + " "
    let top = SurfaceLevels.count - 1
    let shades = VegaKey(
      (0...top).map { level in
        let color = SVGSymbol.blend(0, strength: Double(level) / Double(top) * 0.85)
        return .init(
          name: (level == 0 ? name : "") + levels.text(level), color: color, shape: "square")
      })
    let runs = plane.runs(looks) { [.init("key", $0 < 0 ? .null : shades.name($0))] }
    let key = VegaKey(
      marks.map { .init(name: "\($0.letter): \($0.label)", color: "#000000") }
        + (path.isEmpty
          ? [] : [.init(name: space.text.counted(pathName, path.count), color: "#000000")]))
    let fill = shades.channel(
      "fill", look: [.init("symbolType", "square"), .init("symbolStrokeColor", "#999999")])
    let way = path.enumerated().map { number, point -> JSONValue in
      [
        "n": .integer(number), "x": .number(point.x), "y": .number(point.y),
        "key": key.name(marks.count),
      ]
    }
    let places = marks.enumerated().reversed().map { index, mark -> JSONValue in
      [
        "x": .number(mark.point.x), "y": .number(mark.point.y),
        "text": .string(String(mark.letter)), "key": key.name(index),
      ]
    }
    let stroke = key.channel("stroke")
    let order = VegaChannel("order", ["field": "n", "type": "quantitative"])
    let clip = JSONValue.Member("clip", true)
    let white = JSONValue.Member("fill", "#ffffff")
    let layers = [
      VegaLayer("rect", rows: runs, plane.x, .end("x2"), plane.y, .end("y2"), fill),
      VegaLayer(
        "line", [clip, .init("strokeWidth", 1)], rows: isWay ? way : [], plane.x, plane.y, stroke,
        order),
      VegaLayer("point", [clip, white, .init("size", 30)], rows: way, plane.x, plane.y, stroke),
      VegaLayer(
        "point", [clip, white, .init("size", 150)], rows: places, plane.x, plane.y, stroke),
      VegaLayer(
        "text", [clip, .init("fontWeight", "bold"), .init("fontSize", 12)], rows: places, plane.x,
        plane.y, .text),
    ]
    return VegaView(
      width: plane.width, height: plane.height, layers: layers,
      key: VegaKey(shades.entries + key.entries))
  }
}
