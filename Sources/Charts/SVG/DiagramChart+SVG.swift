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

extension DiagramNodes {
  func draw(on svg: inout SVGText) {
    var paths = [String](repeating: "", count: columns.count)
    for link in links {
      paths[link.column] += "M\(SVGText.number(link.from.x)) \(SVGText.number(link.from.y))"
      paths[link.column] += "L\(SVGText.number(link.to.x)) \(SVGText.number(link.to.y))"
    }
    for path in paths { svg.path(path, "fill=\"none\" stroke=\"#aaa\" stroke-width=\"0.7\"") }
    for column in columns.indices {
      for (line, text) in columns[column].heading.enumerated() {
        let place = heading(line, of: column)
        svg.label(text, place.x, place.y, anchor: .middle, "font-size=\"\(headingSize)\"")
      }
      for node in nodes[column].indices { draw(node, of: column, on: &svg) }
    }
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
