extension ChartContent {
  /// A drawing made of the characters of the picture, for kinds that are text by nature.
  func characterDrawing(in space: DrawingSpace) -> Drawing {
    let size = 12.0
    let columns = min(max(Int((space.width - 24) / (size * 0.61)), 40), 200)
    let picture = picture(
      in: PictureSpace(width: columns, pictures: .ascii, isInGrid: space.isInGrid))
    var svg = SVGText()
    let lines = picture.lines(width: columns, pictures: .ascii)
    for (index, line) in lines.enumerated() {
      svg.label(
        line.text(colors: .none), 12, Double(index + 1) * 14.5,
        "font-family=\"monospace\" xml:space=\"preserve\"")
    }
    return Drawing(title: nil, plot: svg, height: Double(lines.count) * 14.5 + 8)
  }

  /// What a kind without a drawing of its own has.
  func drawing(in space: DrawingSpace) -> Drawing { characterDrawing(in: space) }
}
