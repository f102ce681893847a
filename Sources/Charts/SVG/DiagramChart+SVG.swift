extension DiagramChart {
  func drawing(in space: DrawingSpace) -> Drawing {
    let layout = DiagramNodes(columns.filter { $0.count > 0 }, in: space)
    var svg = SVGText()
    layout.draw(on: &svg)
    var legend: [Drawing.Entry] = []
    if columns.contains(where: { $0.crossedOut.contains(true) }) {
      legend.append(.init(symbol: .point(1, isMisclassified: true), text: crossedOutName))
    }
    if columns.contains(where: { $0.count > DiagramNodes.mostNodes }) {
      legend.append(.init(symbol: .text(":"), text: "more of them"))
    }
    return Drawing(title: title, plot: svg, height: layout.height, legend: legend)
  }
}

/// Where the nodes of a diagram stand, and the lines between them.
private struct DiagramNodes {
  /// The most nodes of a column that are drawn.
  static let mostNodes = 11
  private static let step = 22.0
  private static let lineHeight = 14.0

  let height: Double
  private let columns: [DiagramChart.Column]
  private let nodes: [[Int?]]
  private let pitch: Double
  private let left: Double
  private let top: Double
  private let tallest: Double

  init(_ columns: [DiagramChart.Column], in space: DrawingSpace) {
    self.columns = columns
    nodes = columns.map { column in
      guard column.count > Self.mostNodes else { return (0..<column.count).map { $0 } }
      let ends = Self.mostNodes / 2
      return (0..<ends).map { $0 } + [nil] + (column.count - ends..<column.count).map { $0 }
    }
    let headings = columns.map(\.heading.count).max() ?? 0
    top = 12 + Double(headings) * Self.lineHeight
    tallest = Double(nodes.map(\.count).max() ?? 0) * Self.step
    left = 70
    pitch = max((space.width - 140) / Double(max(columns.count - 1, 1)), 1)
    height = top + tallest + 8
  }

  private func place(_ node: Int, of column: Int) -> (x: Double, y: Double) {
    let used = Double(nodes[column].count) * Self.step
    return (
      left + Double(column) * pitch, top + (tallest - used) / 2 + (Double(node) + 0.5) * Self.step
    )
  }

  func draw(on svg: inout SVGText) {
    for column in columns.indices.dropFirst() {
      svg.path(links(into: column), "fill=\"none\" stroke=\"#aaa\" stroke-width=\"0.7\"")
    }
    for column in columns.indices {
      for (line, heading) in columns[column].heading.enumerated() {
        svg.label(
          heading, left + Double(column) * pitch, 12 + Double(line) * Self.lineHeight,
          anchor: .middle, "font-size=\"\(pitch < 90 ? 9 : 12)\"")
      }
      for node in nodes[column].indices { draw(node, of: column, on: &svg) }
    }
  }

  /// The lines that come into a column of nodes; none from a node that is crossed out, or into it.
  private func links(into column: Int) -> String {
    let isPaired =
      columns[column].link == .one && nodes[column].count == nodes[column - 1].count
    var path = ""
    for (from, source) in nodes[column - 1].enumerated() {
      guard let source, !columns[column - 1].isCrossedOut(source) else { continue }
      for (to, target) in nodes[column].enumerated() where !isPaired || from == to {
        guard let target, !columns[column].isCrossedOut(target) else { continue }
        let (start, end) = (place(from, of: column - 1), place(to, of: column))
        path += "M\(SVGText.number(start.x + 7)) \(SVGText.number(start.y))"
        path += "L\(SVGText.number(end.x - 7)) \(SVGText.number(end.y))"
      }
    }
    return path
  }

  private func draw(_ place: Int, of column: Int, on svg: inout SVGText) {
    let (x, y) = self.place(place, of: column)
    guard let node = nodes[column][place] else {
      svg.label(":", x, y + 4, anchor: .middle, "font-weight=\"bold\"")
      return
    }
    let isOut = columns[column].isCrossedOut(node)
    let style =
      "fill=\"#fff\" stroke=\"\(isOut ? "#999" : SVGSymbol.color(0))\" stroke-width=\"1.5\""
    if columns[column].outline == .square {
      svg.rectangle(x - 7, y - 7, width: 14, height: 14, style)
    } else {
      let start = "M\(SVGText.number(x - 7)) \(SVGText.number(y))"
      svg.path(start + "a7 7 0 1 0 14 0a7 7 0 1 0-14 0", style)
    }
    if isOut {
      svg.path(
        "M\(SVGText.number(x - 7)) \(SVGText.number(y - 7))l14 14m0-14l-14 14",
        SVGSymbol.pointStyle(1))
    }
    guard node < columns[column].labels.count else { return }
    if column == 0 {
      svg.label(columns[column].labels[node], x - 12, y + 4, anchor: .end)
    } else if column == columns.count - 1 {
      svg.label(columns[column].labels[node], x + 12, y + 4)
    }
  }
}
