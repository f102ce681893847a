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
