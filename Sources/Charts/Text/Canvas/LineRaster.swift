/// Draws curves into rows and columns.
///
/// Level 0 is the lying axis and level `height` the top of the plot. Where curves cover each other
/// their glyphs alternate from column to column, so that each stays visible without colour.
/// Characters of several dots are cut into as many cells; there each curve is dashed in its own way,
/// and the glyphs stand on the curves. What curves are compared with lies beneath them.
struct LineRaster {
  let x: AxisScale
  let y: AxisScale
  let columns: Int
  let height: Int
  let seriesCount: Int
  let pictures: Pictures
  /// The cells of a line of the raster.
  let across: Int
  /// What the series that is drawn has filled of the column where it is.
  var filled = (column: -1, lower: 0, upper: 0)
  /// The series of few points, of which each has its glyph.
  var pointed: UInt64 = 0
  /// The cell of the last point of each series, and of each point where there are few.
  var glyphPlaces: [(column: Int, level: Int, series: Int)] = []
  /// Bit i: series i (from 63 on, bit 63) has a glyph in the cell.
  var glyphs: [UInt64]
  /// Bit i: the line of series i passes the cell between two of its points.
  var joints: [UInt64]
  /// Bit i: the line of series i passes the cell where its dashes have a gap.
  var gaps: [UInt64]
  /// The cells of characters that a line passes with which curves are compared.
  var references: Set<Int> = []
  /// Bit i: the cell of a character lies within the spread of a point of series i.
  var bands: [UInt64]
  /// Bit i: series i has points that no line joins; they go on top, the later series over the
  /// earlier one.
  var loose: UInt64 = 0
  /// Glyphs at the edges, for values that have no place between the axes.
  var edgeGlyphs: [(glyph: Character, column: Int, isTop: Bool)] = []
  /// How many such values of each kind each series has.
  private(set) var misplaced: [Misplaced: [Int]]

  init(
    x: AxisScale, y: AxisScale, columns: Int, height: Int, seriesCount: Int, pictures: Pictures
  ) {
    self.x = x
    self.y = y
    self.columns = columns
    self.height = height
    self.seriesCount = seriesCount
    self.pictures = pictures
    across = columns * pictures.dots.across
    glyphs = [UInt64](repeating: 0, count: across * (height + 1) * pictures.dots.down)
    joints = glyphs
    gaps = glyphs
    bands = [UInt64](repeating: 0, count: columns * (height + 1))
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

  /// What stands at the edges, each glyph once, from 0 at the left to 1 at the right.
  var edges: [(glyph: Character, fraction: Double, isTop: Bool)] {
    var taken: Set<String> = []
    return edgeGlyphs.filter { taken.insert("\($0.glyph)\($0.column)").inserted }.map {
      ($0.glyph, Double($0.column) / Double(max(columns - 1, 1)), $0.isTop)
    }
  }

  /// A place in the plot, in columns and levels of the raster.
  private struct Place {
    var x: Double
    var y: Double
    var column: Int { Int(x.rounded()) }
    var level: Int { Int(y.rounded()) }
  }

  /// Draws a series, and how far its points scatter.
  mutating func draw(_ series: LineChart.Series, bands: [LineChart.Band], index: Int) {
    // With few points, each is worth seeing apart from the line that joins them.
    let isFew = series.style == .examples && series.points.count <= columns * 2
    let showsPoints = series.points.count * 4 <= columns || isFew
    let bit: UInt64 = 1 << UInt64(min(index, 63))
    if series.style == .reference { return drawReference(series, index: index) }
    if showsPoints { pointed |= bit }
    if series.style == .points || isFew { loose |= bit }
    let pattern = LinePattern(pictures == .ascii || seriesCount == 1 ? 0 : index)
    var dot = 0
    var pen: Place?
    var last: Place?
    filled = (-1, 0, 0)
    for point in series.points {
      guard let place = place(point, series: index) else {
        pen = nil
        continue
      }
      if let pen, series.style == .line {
        join(pen, place) { cell, raster in
          let isNew = (raster.joints[cell] | raster.glyphs[cell]) & bit == 0
          if showsPoints { raster.joints[cell] |= bit } else { raster.glyphs[cell] |= bit }
          if pattern.isDrawn(dot) {
            raster.gaps[cell] &= ~bit
          } else if isNew {
            raster.gaps[cell] |= bit
          }
          dot += 1
        }
      }
      if showsPoints || pen == nil || series.style != .line {
        glyphs[place.level * across + place.column] |= bit
        gaps[place.level * across + place.column] &= ~bit
      }
      if showsPoints { glyphPlaces.append((place.column, place.level, index)) }
      pen = place
      last = place
    }
    if let last { glyphPlaces.append((last.column, last.level, index)) }
    for (point, ends) in bands { drawBand(point, ends, series: index) }
  }

  /// Draws a line that curves are compared with, in whole characters.
  private mutating func drawReference(_ series: LineChart.Series, index: Int) {
    var pen: Place?
    filled = (-1, 0, 0)
    for point in series.points {
      let place = place(point, series: index)
      if let pen, let place { join(pen, place) { $1.references.insert($1.character(of: $0)) } }
      pen = place
    }
  }

  /// The character that a cell of the raster belongs to, counted as the cells of ``bands``.
  private func character(of cell: Int) -> Int {
    cell / across / pictures.dots.down * columns + cell % across / pictures.dots.across
  }

  /// Draws the spread of a point as an upright line, beside those of the series before it.
  private mutating func drawBand(
    _ point: Point, _ ends: (lower: Double, upper: Double), series: Int
  ) {
    guard let across = x.fraction(of: point.x), across >= -1e-9, across <= 1 + 1e-9 else { return }
    let column = min(column(across) + min(series, 4), columns - 1)
    let low = level(y.fraction(of: ends.lower) ?? 0)
    let high = level(y.fraction(of: ends.upper) ?? 1)
    guard low <= high else { return }
    for level in low...high { bands[level * columns + column] |= 1 << UInt64(min(series, 63)) }
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
      let dots = (across: Double(pictures.dots.across), down: Double(pictures.dots.down))
      return Place(
        x: min(max(across, 0), 1) * Double(columns - 1) * dots.across + (dots.across - 1) / 2,
        y: min(max(up, 0), 1) * Double(height) * dots.down + (dots.down - 1) / 2)
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
    var lower = min(first, last)
    var upper = max(first, last)
    // Of many points in one column, only what none before has filled.
    if filled.column == column, lower <= filled.upper + 1, upper + 1 >= filled.lower {
      for level in stride(from: lower, to: filled.lower, by: 1) {
        visit(level * across + column, &self)
      }
      for level in stride(from: filled.upper + 1, through: upper, by: 1) {
        visit(level * across + column, &self)
      }
      lower = min(lower, filled.lower)
      upper = max(upper, filled.upper)
    } else {
      for level in lower...upper { visit(level * across + column, &self) }
    }
    filled = (column, lower, upper)
  }
}
