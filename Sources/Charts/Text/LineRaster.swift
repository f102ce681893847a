/// Draws curves into rows and columns.
///
/// Level 0 is the lying axis and level `height` the top of the plot. Where curves cover each other
/// their glyphs alternate from column to column, so that each stays visible without colour.
struct LineRaster {
  private let x: AxisScale
  private let y: AxisScale
  private let columns: Int
  private let height: Int
  /// Bit i: series i (from 63 on, bit 63) has a glyph in the cell.
  private var glyphs: [UInt64]
  /// Bit i: the line of series i passes the cell between two of its points.
  private var joints: [UInt64]
  /// Bit i: series i has points that no line joins; they go on top, the later series over the
  /// earlier one.
  private var loose: UInt64 = 0
  /// Glyphs at the edges, for values that have no place between the axes.
  private var edgeGlyphs: [(glyph: Character, column: Int, isTop: Bool)] = []
  /// How many such values of each kind each series has.
  private(set) var misplaced: [Misplaced: [Int]]

  init(x: AxisScale, y: AxisScale, columns: Int, height: Int, seriesCount: Int) {
    self.x = x
    self.y = y
    self.columns = columns
    self.height = height
    glyphs = [UInt64](repeating: 0, count: columns * (height + 1))
    joints = glyphs
    misplaced = [:]
    for kind in Misplaced.allCases {
      misplaced[kind] = [Int](repeating: 0, count: seriesCount)
    }
  }

  func column(_ fraction: Double) -> Int { Self.cell(fraction, last: columns - 1) }

  func level(_ fraction: Double) -> Int { Self.cell(fraction, last: height) }

  private static func cell(_ fraction: Double, last: Int) -> Int {
    Int((min(max(fraction, 0), 1) * Double(last)).rounded())
  }

  /// A place in the plot, in columns and levels.
  private struct Place {
    var x: Double
    var y: Double
    var column: Int { Int(x.rounded()) }
    var level: Int { Int(y.rounded()) }
  }

  mutating func draw(_ series: LineChart.Series, index: Int) {
    // With few points, each is worth seeing apart from the line that joins them.
    let showsPoints = series.points.count * 4 <= columns
    let bit: UInt64 = 1 << UInt64(min(index, 63))
    if series.style == .points { loose |= bit }
    var pen: Place?
    for point in series.points {
      guard let place = place(point, series: index) else {
        pen = nil
        continue
      }
      if let pen, series.style == .line {
        join(pen, place) { cell, raster in
          if showsPoints { raster.joints[cell] |= bit } else { raster.glyphs[cell] |= bit }
        }
      }
      glyphs[place.level * columns + place.column] |= bit
      pen = place
    }
  }

  /// Where a point is drawn; nil, and counted, if it has no place.
  private mutating func place(_ point: Point, series: Int) -> Place? {
    guard point.x.isFinite else {
      misplaced[.notANumber]?[series] += 1
      return nil
    }
    guard let across = x.fraction(of: point.x), across >= -1e-9, across <= 1 + 1e-9 else {
      return nil
    }
    let up = y.fraction(of: point.y)
    if let up, up >= -1e-9, up <= 1 + 1e-9 {
      return Place(
        x: min(max(across, 0), 1) * Double(columns - 1), y: min(max(up, 0), 1) * Double(height))
    }
    let kind = Misplaced(point.y, isBelow: up.map { $0 < 0 } ?? true)
    misplaced[kind]?[series] += 1
    edgeGlyphs.append((kind.glyph, column(across), kind.isTop))
    return nil
  }

  /// Visits the cells of a line: one in each column, and those between where it is steep.
  private mutating func join(
    _ start: Place, _ end: Place, visit: (Int, inout LineRaster) -> Void
  ) {
    let step = end.column >= start.column ? 1 : -1
    var column = start.column
    var level = start.level
    if column == end.column { fill(column, level, end.level, visit) }
    while column != end.column {
      column += step
      let part = (Double(column) - start.x) / (end.x - start.x)
      let height = start.y + min(max(part, 0), 1) * (end.y - start.y)
      let next = column == end.column ? end.level : Int(height.rounded())
      let middle = (level + next) / 2
      if abs(next - level) > 1 { fill(column - step, level, middle, visit) }
      fill(column, abs(next - level) > 1 ? middle + (next - level).signum() : next, next, visit)
      level = next
    }
  }

  private mutating func fill(
    _ column: Int, _ first: Int, _ last: Int, _ visit: (Int, inout LineRaster) -> Void
  ) {
    for level in min(first, last)...max(first, last) { visit(level * columns + column, &self) }
  }

  /// The plot, its last row being the one of the lying axis.
  func canvas(pictures: Pictures, marks: [LineChart.Mark]) -> Canvas {
    var canvas = Canvas(columns: columns, rows: height + 1)
    for (index, mark) in marks.enumerated() {
      guard let fraction = x.fraction(of: mark.x), fraction >= 0, fraction <= 1 else { continue }
      for row in 0..<height { canvas[column(fraction), row] = Cell(pictures.mark(index)) }
    }
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
          canvas[column, height - level] = Cell(pictures.joint, series: series)
        }
      }
    }
    for edge in edgeGlyphs {
      canvas[edge.column, edge.isTop ? 0 : height - 1] = Cell(edge.glyph)
    }
    return canvas
  }

  /// One of the series of a set of bits: each has its turn.
  private static func series(_ bits: UInt64, turn: Int) -> Int {
    var rest = bits
    for _ in 0..<turn % bits.nonzeroBitCount { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}
