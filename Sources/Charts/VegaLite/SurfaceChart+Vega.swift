import JSON

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
