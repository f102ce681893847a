import JSON
import TerminalText

extension HeatMapChart {
  func view(in space: VegaSpace) -> VegaView {
    let shown = (
      columns: min(columns, VegaSpace.mostSquares), rows: min(rows, VegaSpace.mostSquares)
    )
    var wide = VegaSpace.cell(space.width, shown.columns, most: 80)
    var high = VegaSpace.cell(space.height, shown.rows, most: 36)
    if style == .pixels {
      wide = min(wide, high)
      high = wide
    }
    let across = VegaNames(columnLabels, count: shown.columns, of: columns)
    let up = VegaNames(rowLabels, count: shown.rows, of: rows)
    let turned = across.names.contains { SVGText.width($0) > wide + 8 }
    let x = VegaChannel.names(
      "x", across.names, title: columnTitle,
      look: [
        .init("orient", "top"), .init("labelAngle", turned ? -90 : 0),
        .init("labels", .bool(across.isNamed)),
      ])
    let y = VegaChannel.names(
      "y", up.names, title: rowTitle, look: [.init("labels", .bool(up.isNamed))])
    let cells = cells(shown, across.names, up.names, wide: wide)
    let layers = [
      VegaLayer("rect", rows: cells.shades, x, y, shade(length: high * Double(shown.rows))),
      VegaLayer("text", [.init("fontSize", 11)], rows: cells.texts, x, y, .text),
    ]
    let height = high * Double(max(shown.rows, 1))
    return VegaView(
      width: wide * Double(max(shown.columns, 1)), height: height, layers: layers + [.edge],
      key: VegaKey([.init(name: valueAxis.heading, color: extent.json.text)]))
  }

  /// The cells with a value, and what is written in those with room for it.
  private func cells(
    _ shown: (columns: Int, rows: Int), _ xNames: [String], _ yNames: [String], wide: Double
  ) -> (shades: [JSONValue], texts: [JSONValue]) {
    var shades: [JSONValue] = []
    var written: [JSONValue] = []
    for row in 0..<shown.rows {
      for column in 0..<shown.columns {
        let index = row * rows / shown.rows * columns + column * columns / shown.columns
        let value = values[index]
        let place: [JSONValue.Member] = [
          .init("x", .string(xNames[column])), .init("y", .string(yNames[row])),
        ]
        var text = index < texts.count ? texts[index].cleaned(.label) : ""
        if value.isFinite {
          shades.append(.object(place + [.init("value", .number(value))]))
        } else {
          text = String(Misplaced(value, isBelow: false).glyph)
        }
        guard !text.isEmpty, SVGText.width(text) <= wide + 4 else { continue }
        written.append(.object(place + [.init("text", .string(text))]))
      }
    }
    return (shades, written)
  }

  /// White for nothing, blue for much, and orange below zero.
  private func shade(length: Double) -> VegaChannel {
    let isSigned = extent.lower < 0 && extent.upper > 0
    let ends = [extent.lower, extent.upper].map { JSONValue.number($0) }
    let (orange, blue) = (SVGSymbol.blend(1, strength: 0.8), SVGSymbol.blend(0, strength: 0.8))
    var legend: [JSONValue.Member] = [
      .init(
        "title", valueAxis.heading.isEmpty ? .null : .string(valueAxis.heading.cleaned(.label))),
      .init("gradientLength", .number(min(max(length, 60), 160))),
      .init("tickCount", 5),
    ]
    if valueAxis.format == .percent { legend.append(.init("format", "~%")) }
    return VegaChannel(
      "fill",
      [
        "field": "value", "type": "quantitative",
        "scale": [
          "domain": .array(isSigned ? [ends[0], 0, ends[1]] : ends),
          "range": .array(
            (isSigned ? [orange, "#ffffff", blue] : ["#ffffff", blue]).map { .string($0) }),
          "interpolate": "rgb", "clamp": true,
        ],
        "legend": .object(legend),
      ])
  }
}

/// What the rows or the columns of a matrix are called, each in its own way.
private struct VegaNames {
  let names: [String]
  /// Whether these names are to be seen: else they are numbers that only keep the order.
  let isNamed: Bool

  init(_ labels: [String], count: Int, of all: Int) {
    isNamed = count == all && labels.count == all && labels.contains { !$0.isEmpty }
    names = isNamed ? VegaKey.unique(labels) : (0..<count).map { String($0) }
  }
}
