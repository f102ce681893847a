import JSON
import TerminalText

extension DiagramChart {
  func view(in space: VegaSpace) -> VegaView {
    let columns = columns.filter { $0.count > 0 }
    let layout = DiagramNodes(columns, in: DrawingSpace(width: space.width + 120, plotHeight: 0))
    let (width, height) = (space.width + 120, layout.height)
    let x = VegaChannel.bare("x", 0, width)
    let y = VegaChannel.bare("y", 0, height, isReversed: true)
    var entries: [VegaKey.Entry] = []
    if columns.contains(where: { $0.crossedOut.contains(true) }) {
      entries.append(
        .init(
          name: crossedOutName, color: SVGSymbol.color(1),
          shape: "M-0.8,-0.8L0.8,0.8M0.8,-0.8L-0.8,0.8"))
    }
    if columns.contains(where: { $0.count > DiagramNodes.mostNodes }) {
      entries.append(.remark("dots: more of them"))
    }
    let key = VegaKey(entries)
    var nodes: [VegaNode: [JSONValue]] = [:]
    var crosses: [JSONValue] = []
    var texts: [String: [JSONValue]] = [:]
    for column in columns.indices {
      for (line, heading) in columns[column].heading.enumerated() {
        let place = layout.heading(line, of: column)
        texts["heading", default: []].append(Self.text(heading, place.x, place.y))
      }
      for node in layout.nodes[column].indices {
        let (x, y) = layout.place(node, of: column)
        guard let index = layout.nodes[column][node] else {
          texts["more", default: []].append(Self.text(":", x, y))
          continue
        }
        let isOut = columns[column].isCrossedOut(index)
        nodes[VegaNode(outline: columns[column].outline, isOut: isOut), default: []].append([
          "x": .number(x), "y": .number(y),
        ])
        if isOut { crosses.append(["x": .number(x), "y": .number(y), "key": key.name(0)]) }
        guard index < columns[column].labels.count else { continue }
        let label = columns[column].labels[index]
        if column == 0 {
          texts["left", default: []].append(Self.text(label, x - 12, y))
        } else if column == columns.count - 1 {
          texts["right", default: []].append(Self.text(label, x + 12, y))
        }
      }
    }
    let lines = layout.links.map { link -> JSONValue in
      [
        "x": .number(link.from.x), "y": .number(link.from.y), "x2": .number(link.to.x),
        "y2": .number(link.to.y),
      ]
    }
    func written(_ name: String, _ look: [JSONValue.Member]) -> VegaLayer {
      VegaLayer("text", look, rows: texts[name] ?? [], x, y, .text)
    }
    var layers = [
      VegaLayer(
        "rule", [.init("color", "#aaaaaa"), .init("strokeWidth", 0.7)], rows: lines, x, .end("x2"),
        y, .end("y2"))
    ]
    for node in VegaNode.all {
      let look: [JSONValue.Member] = [
        .init("shape", .string(node.outline == .square ? "square" : "circle")),
        .init("fill", "#ffffff"), .init("strokeWidth", 1.5), .init("size", 180),
        .init("stroke", .string(node.isOut ? "#999999" : SVGSymbol.color(0))),
      ]
      if let rows = nodes[node] { layers.append(VegaLayer("point", look, rows: rows, x, y)) }
    }
    if !entries.isEmpty {
      layers.append(
        VegaLayer(
          "point", [.init("filled", false), .init("size", 180)], rows: crosses, x, y,
          key.channel("stroke"), key.channel("shape")))
    }
    layers += [
      written("heading", [.init("fontSize", .integer(layout.headingSize))]),
      written("more", [.init("fontWeight", "bold")]), written("left", [.init("align", "right")]),
      written("right", [.init("align", "left")]),
    ]
    return VegaView(width: width, height: height, layers: layers, key: key)
  }

  private static func text(_ text: String, _ x: Double, _ y: Double) -> JSONValue {
    ["x": .number(x), "y": .number(y), "text": .string(text.cleaned(.label))]
  }
}

/// What a node of a diagram looks like.
private struct VegaNode: Hashable {
  let outline: DiagramChart.Column.Outline
  let isOut: Bool

  static let all = [
    VegaNode(outline: .round, isOut: false), VegaNode(outline: .round, isOut: true),
    VegaNode(outline: .square, isOut: false), VegaNode(outline: .square, isOut: true),
  ]
}
