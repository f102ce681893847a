import TerminalText

extension ImageChart: ChartContent {
  /// An image alone is told with fewer columns than one with bars and their figures.
  var smallestWidth: Int { bars.isEmpty ? 14 : 18 }
  var narrowestWidth: Int { bars.isEmpty ? 8 : 18 }

  func picture(in space: PictureSpace) -> Picture {
    let size = plotSize(in: space)
    var canvas = Canvas(columns: size.columns, rows: size.rows)
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        canvas[column, row] = cell(
          column: column, row: row, size: size, pictures: space.pictures)
      }
    }
    let lines = (0..<size.rows).map { canvas.line($0) } + barLines(in: space)
    return Picture(
      title: title, body: Picture.aligned(lines, width: space.width),
      legend: Misplaced.entries(for: pixels, in: space))
  }

  /// "9  62% ######", a line each.
  private func barLines(in space: PictureSpace) -> [StyledLine] {
    let labels = bars.map(\.label)
    let texts = bars.map(\.text)
    let labelWidth = min(labels.map(\.columns).max() ?? 0, space.width / 2)
    let textWidth = texts.map(\.columns).max() ?? 0
    let scale = BarScale(
      values: [0], maximum: 1, columns: max(min(space.width - labelWidth - textWidth - 2, 12), 1),
      pictures: space.pictures)
    return bars.indices.map { index in
      var line = StyledLine(labels[index])
      line.cut(to: labelWidth)
      line.pad(to: labelWidth + 1 + textWidth - texts[index].columns)
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

  private func cell(
    column: Int, row: Int, size: (columns: Int, rows: Int), pictures: Pictures
  ) -> Cell {
    func part(_ across: Int, _ down: Int, of dots: (across: Int, down: Int)) -> ImagePart {
      ImagePart(
        left: Double(column * dots.across + across) / Double(size.columns * dots.across),
        right: Double(column * dots.across + across + 1) / Double(size.columns * dots.across),
        top: Double(row * dots.down + down) / Double(size.rows * dots.down),
        bottom: Double(row * dots.down + down + 1) / Double(size.rows * dots.down))
    }
    let whole = brightness(part(0, 0, of: (1, 1)))
    if let odd = whole.odd { return Cell(odd.glyph) }
    let ink = Ink.tone(whole.grey)
    // Where a pixel fills whole characters their dots would only make it uneven.
    if pictures == .ascii || size.columns >= width && size.rows >= height {
      return Cell(ShadeLadder.glyph(whole.grey, pictures), ink: ink)
    }
    let dots = pictures.dots
    var bits: UInt8 = 0
    for down in 0..<dots.down {
      for across in 0..<dots.across {
        let threshold = Pictures.threshold(
          across: column * dots.across + across, down: row * dots.down + down)
        if brightness(part(across, down, of: dots)).grey > threshold {
          bits |= Pictures.bit(across: across, down: down)
        }
      }
    }
    return Cell(pictures.character(of: bits), ink: ink)
  }

  /// The mean of the finite pixels in a part of the image, 0 to 1, and what is no number there.
  private func brightness(_ part: ImagePart) -> (grey: Double, odd: Misplaced?) {
    var sum = 0.0
    var area = 0.0
    var odd: Misplaced?
    for (row, rowPart) in Self.parts(part.top, part.bottom, count: height) {
      for (column, columnPart) in Self.parts(part.left, part.right, count: width) {
        let index = row * width + column
        guard index < pixels.count else { continue }
        guard pixels[index].isFinite else {
          odd = Misplaced(pixels[index], isBelow: false)
          continue
        }
        sum += rowPart * columnPart * min(max(extent.fraction(of: pixels[index]), 0), 1)
        area += rowPart * columnPart
      }
    }
    guard area > 0 else { return (0, odd) }
    return (isInverted ? 1 - sum / area : sum / area, odd)
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

/// A rectangle of an image, its sides from 0 to 1.
private struct ImagePart {
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
}
