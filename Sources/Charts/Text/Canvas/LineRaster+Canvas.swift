extension LineRaster {
  /// The plot, its last row being the one of the lying axis.
  func canvas(marks: [LineChart.Mark]) -> Canvas {
    var canvas = Canvas(columns: columns, rows: height + 1)
    for (index, mark) in marks.enumerated() {
      guard let fraction = x.fraction(of: mark.x), fraction >= 0, fraction <= 1 else { continue }
      for row in 0..<height { canvas[column(fraction), row] = Cell(pictures.mark(index)) }
    }
    for cell in references {
      canvas[cell % columns, height - cell / columns] = Cell(pictures.reference)
    }
    if pictures == .ascii {
      drawGlyphs(on: &canvas)
    } else {
      drawDots(on: &canvas)
    }
    for edge in edgeGlyphs {
      canvas[edge.column, edge.isTop ? 0 : height - 1] = Cell(edge.glyph)
    }
    return canvas
  }

  private func drawGlyphs(on canvas: inout Canvas) {
    for level in 0...height {
      for column in 0..<columns {
        let cell = level * columns + column
        if glyphs[cell] != 0 {
          let top = glyphs[cell] & loose
          let series =
            top == 0
            ? Self.series(glyphs[cell], turn: column) : 63 - top.leadingZeroBitCount
          canvas[column, height - level] = Cell(SeriesGlyph.line(series), series: series)
        } else if joints[cell] != 0 {
          let series = Self.series(joints[cell], turn: column)
          let joint = LinePattern(seriesCount == 1 ? 0 : series).joint
          canvas[column, height - level] = Cell(joint, series: series)
        } else {
          drawBand(at: column, level, on: &canvas)
        }
      }
    }
  }

  private func drawBand(at column: Int, _ level: Int, on canvas: inout Canvas) {
    let band = bands[level * columns + column]
    guard band != 0 else { return }
    canvas[column, height - level] = Cell(pictures.vertical, series: band.trailingZeroBitCount)
  }

  /// Curves of dots, each with its glyph on it: at its points if they are few, else now and then.
  private func drawDots(on canvas: inout Canvas) {
    for row in 0...height {
      for column in 0..<columns {
        let dots = dots(column: column, row: row)
        guard dots.present != 0 else {
          drawBand(at: column, height - row, on: &canvas)
          continue
        }
        if let series = labelled(dots.present, column: column) {
          canvas[column, row] = Cell(SeriesGlyph.line(series), series: series)
        } else if dots.drawn != 0 {
          canvas[column, row] = Cell(
            pictures.character(of: dots.bits), series: Self.series(dots.drawn, turn: column))
        }
      }
    }
    for place in glyphPlaces {
      let (column, level) = (
        place.column / pictures.dots.across, place.level / pictures.dots.down
      )
      canvas[column, height - level] = Cell(
        SeriesGlyph.line(place.series), series: place.series)
    }
  }

  /// The dots of a character, the series whose lines pass it, and those that have dots there.
  private func dots(
    column: Int, row: Int
  ) -> (bits: UInt8, present: UInt64, drawn: UInt64) {
    let dots = pictures.dots
    var found: (bits: UInt8, present: UInt64, drawn: UInt64) = (0, 0, 0)
    for down in 0..<dots.down {
      let level = (height + 1) * dots.down - 1 - (row * dots.down + down)
      for side in 0..<dots.across {
        let cell = level * across + column * dots.across + side
        let lines = glyphs[cell] | joints[cell]
        found.present |= lines
        guard lines & ~gaps[cell] != 0 else { continue }
        found.bits |= Pictures.bit(across: side, down: down)
        found.drawn |= lines & ~gaps[cell]
      }
    }
    return found
  }

  /// The series of many points whose turn it is to have its glyph on its line, now and then; each
  /// has its own columns, also where several lie on each other.
  private func labelled(_ present: UInt64, column: Int) -> Int? {
    guard seriesCount > 1 else { return nil }
    let turns = 12
    var rest = present & ~pointed & ~loose
    while rest != 0 {
      let series = rest.trailingZeroBitCount
      if (column + 5 * series) % turns == turns / 2 { return series }
      rest &= rest - 1
    }
    return nil
  }

  /// One of the series of a set of bits: each has its turn.
  private static func series(_ bits: UInt64, turn: Int) -> Int {
    var rest = bits
    for _ in 0..<turn % bits.nonzeroBitCount { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}
