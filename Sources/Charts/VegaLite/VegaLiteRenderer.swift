import JSON
import TerminalText

/// Makes Vega-Lite specifications (version 5) of charts: JSON with its data in it, which notebooks, Altair
/// and vl-convert draw.
///
/// The colours and the marks are those of ``SVGRenderer``, the description is the caption, and the same
/// chart gives the same bytes on every platform.
package struct VegaLiteRenderer: Equatable, Sendable {
  private static let schema = "https://vega.github.io/schema/vega-lite/v5.json"

  /// Makes a renderer.
  package init() {}

  /// The specification of a chart.
  package func render(_ chart: Chart) -> String {
    let view = chart.content.view(in: VegaSpace(width: 480, height: 270)).titled(chart.title)
    return document(view, caption: chart.caption)
  }

  /// The specification of the charts of a grid, side by side.
  package func render(_ grid: ChartGrid) -> String {
    let across = grid.across(room: 3)
    let width = across == 1 ? 420.0 : across == 2 ? 300 : 220
    let space = VegaSpace(
      width: width, height: (width * (across == 1 ? 0.35 : 0.6)).rounded(), isInGrid: true,
      shared: grid.sharedExtents)
    let views = grid.charts.enumerated().map { index, chart in
      var space = space
      space.height = (space.height * grid.share(of: index)).rounded()
      return chart.content.view(in: space).titled(chart.title)
    }
    let rows = grid.rows.map { row -> VegaView in
      let members: [JSONValue.Member] = [
        .init("columns", .integer(across)),
        .init("concat", .array(views[row.charts].map { .object($0.members) })),
      ]
      return VegaView(members: members, key: nil).titled(row.name, anchor: "start")
    }
    let whole =
      rows.count == 1
      ? rows[0].members
      : [JSONValue.Member("vconcat", .array(rows.map { .object($0.members) }))]
    let keys = views.map(\.key)
    let isShared = keys.allSatisfy { $0 != nil && $0 == keys[0] && $0?.entries.isEmpty == false }
    return document(
      VegaView(members: whole + [VegaKey.resolution(isShared: isShared)], key: nil),
      caption: grid.text)
  }

  private func document(_ view: VegaView, caption: String) -> String {
    let head: [JSONValue.Member] = [
      .init("$schema", .string(Self.schema)),
      .init("description", .string(caption.cleaned(.label))), .init("background", "#ffffff"),
      .init("padding", 12), .init("config", Self.look),
    ]
    return JSONValue.object(head + view.members).text + "\n"
  }

  /// What all pictures look like.
  private static let look: JSONValue = [
    "font": "sans-serif",
    "axis": [
      "gridColor": "#dddddd", "domainColor": "#333333", "tickColor": "#333333", "labelFontSize": 11,
      "titleFontSize": 12, "titleFontWeight": "normal", "labelLimit": 220,
    ],
    "legend": [
      "labelFontSize": 12, "labelLimit": 300, "symbolSize": 80, "symbolStrokeWidth": 1.5,
    ],
    "title": ["fontSize": 13], "view": ["stroke": .null], "concat": ["spacing": 24],
  ]
}

extension VegaSpace {
  /// The words of the legend, as the other renderers have them.
  var text: PictureSpace { PictureSpace(width: 80, pictures: .blocks, isInGrid: isInGrid) }
}
