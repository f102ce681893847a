extension ImageChart: ChartContent {
  var smallestWidth: Int { 18 }

  func picture(in space: PictureSpace) -> Picture {
    let size = plotSize(in: space)
    var canvas = Canvas(columns: size.columns, rows: size.rows)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        canvas[column, row] = Cell(
          glyph(column: column, row: row, size: size, pictures: space.pictures))
      }
    }
    let lines = (0..<size.rows).map { canvas.line($0) } + barLines(in: space)
    return Picture(title: title, body: Picture.aligned(lines, width: space.width))
  }

  /// "9  62% ######", a line each.
  private func barLines(in space: PictureSpace) -> [StyledLine] {
    let labels = bars.map { space.pictures.text($0.label) }
    let texts = bars.map { space.pictures.text($0.text) }
    let labelWidth = min(labels.map(DisplayText.width).max() ?? 0, space.width / 2)
    let textWidth = texts.map(DisplayText.width).max() ?? 0
    let scale = BarScale(
      values: [0], maximum: 1, columns: max(min(space.width - labelWidth - textWidth - 2, 12), 1),
      pictures: space.pictures)
    return bars.indices.map { index in
      var line = StyledLine(labels[index])
      line.cut(to: labelWidth)
      line.pad(to: labelWidth + 1 + textWidth - DisplayText.width(texts[index]))
      line.append(texts[index] + " ")
      line.append(scale.bar(bars[index].value))
      line.cut(to: space.width)
      return line
    }
  }

  /// Two columns for each pixel if that fits, else as many as there are, twice as many as rows.
  private func plotSize(in space: PictureSpace) -> (columns: Int, rows: Int) {
    guard width > 0, height > 0 else { return (0, 0) }
    let mostRows = space.rows.upperBound + 1
    if width * 2 <= space.width, height <= mostRows { return (width * 2, height) }
    var columns = min(width, space.width)
    var rows = max((columns * height + width) / (2 * width), 1)
    if rows > mostRows {
      rows = mostRows
      columns = min(max(2 * rows * width / height, 1), space.width)
    }
    return (columns, rows)
  }

  private func glyph(
    column: Int, row: Int, size: (columns: Int, rows: Int), pictures: Pictures
  ) -> Character {
    let left = Double(column) / Double(size.columns)
    let right = Double(column + 1) / Double(size.columns)
    let top = Double(row) / Double(size.rows)
    let bottom = Double(row + 1) / Double(size.rows)
    guard pictures == .blocks else {
      let ramp: [Character] = Array(" .:-=+*#%@")
      let grey = brightness(left, right, top, bottom)
      return ramp[min(Int(grey * Double(ramp.count)), ramp.count - 1)]
    }
    let middle = (top + bottom) / 2
    let upper = brightness(left, right, top, middle) >= 0.5
    let lower = brightness(left, right, middle, bottom) >= 0.5
    return upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ")
  }

  /// The mean of the pixels in a rectangle of the image (its sides from 0 to 1), 0 to 1.
  private func brightness(
    _ left: Double, _ right: Double, _ top: Double, _ bottom: Double
  ) -> Double {
    var sum = 0.0
    var area = 0.0
    for (row, rowPart) in Self.parts(top, bottom, count: height) {
      for (column, columnPart) in Self.parts(left, right, count: width) {
        let index = row * width + column
        guard index < pixels.count, pixels[index].isFinite else { continue }
        sum += rowPart * columnPart * min(max(extent.fraction(of: pixels[index]), 0), 1)
        area += rowPart * columnPart
      }
    }
    guard area > 0 else { return 0 }
    return isInverted ? 1 - sum / area : sum / area
  }

  /// The pixels between two sides, and how much of each.
  private static func parts(_ lower: Double, _ upper: Double, count: Int) -> [(Int, Double)] {
    let first = max(Int(lower * Double(count)), 0)
    let last = min(Int(upper * Double(count)), count - 1)
    guard first <= last else { return [] }
    return (first...last).compactMap { pixel in
      let part =
        min(upper * Double(count), Double(pixel + 1)) - max(lower * Double(count), Double(pixel))
      return part > 1e-9 ? (pixel, part) : nil
    }
  }
}
