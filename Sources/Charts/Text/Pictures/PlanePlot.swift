import TerminalText

/// A plane cut into cells, with axes or a plain border around it.
struct PlanePlot {
  let columns: Int
  let rows: Int
  private let x: AxisScale
  private let y: AxisScale
  private let space: PictureSpace

  /// - Parameter legend: What goes beside the plane, which leaves it room if there is enough.
  init(
    xAxis: Axis, yAxis: Axis, x: Extent, y: Extent, aspect: Aspect, legend: [LegendEntry],
    space: PictureSpace
  ) {
    self.space = space
    var xAxis = xAxis
    var yAxis = yAxis
    xAxis.extent = x
    yAxis.extent = y
    let height = space.rows.upperBound + 1
    self.y = AxisScale.upright(yAxis, data: y, heights: 1...height)
    let xTitle = min(xAxis.heading.columns + 1, 12)
    let margin = space.isSmall ? 2 : self.y.labelWidth + 2 + (space.isInGrid ? 1 : xTitle)
    let room = max(min(space.width - margin - space.beside(legend), space.mostColumns.plane), 8)
    let isLinear = xAxis.scale == .linear && yAxis.scale == .linear
    let size = (isLinear ? aspect : .free).plotSize(x: x, y: y, columns: room, rows: height)
    columns = size.columns
    rows = size.rows
    self.x = AxisScale.lying(xAxis, data: x, columns: columns, isWhole: false)
  }

  /// The cell of a point; nil if it lies outside the plane.
  func cell(_ point: Point) -> (column: Int, row: Int)? { place(point, across: 1, down: 1) }

  /// The dot of a point, where characters have several; nil if it lies outside the plane.
  func dot(_ point: Point) -> (column: Int, row: Int)? {
    place(point, across: space.pictures.dots.across, down: space.pictures.dots.down)
  }

  private func place(_ point: Point, across: Int, down: Int) -> (column: Int, row: Int)? {
    guard let right = x.fraction(of: point.x), let up = y.fraction(of: point.y),
      right >= 0, right <= 1, up >= 0, up <= 1
    else { return nil }
    return (
      Self.index(right, count: columns * across),
      rows * down - 1 - Self.index(up, count: rows * down)
    )
  }

  /// The canvas with its axes, or with a border where it is small.
  func body(_ canvas: Canvas) -> (lines: [StyledLine], inset: Int) {
    space.isSmall ? (bordered(canvas), 1) : framed(canvas)
  }

  private func framed(_ canvas: Canvas) -> (lines: [StyledLine], inset: Int) {
    let frame = Frame(
      yTicks: y.ticks.map {
        .init(position: rows - 1 - Self.index($0.fraction, count: rows), label: $0.label)
      },
      xTicks: x.ticks.map {
        .init(position: Self.index($0.fraction, count: columns), label: $0.label)
      },
      pictures: space.pictures)
    var whole = Canvas(columns: columns, rows: rows + 1)
    for row in 0..<rows {
      for column in 0..<columns { whole[column, row] = canvas[column, row] }
    }
    frame.drawAxis(on: &whole)
    return (frame.body(around: whole), frame.inset)
  }

  private func bordered(_ canvas: Canvas) -> [StyledLine] {
    let pictures = space.pictures
    let edge = String(repeating: pictures.horizontal, count: columns)
    var lines = [StyledLine(pictures.topLeft + edge + pictures.topRight)]
    for row in 0..<rows {
      var line = StyledLine(String(pictures.vertical))
      line.append(canvas.line(row))
      line.append(String(pictures.vertical))
      lines.append(line)
    }
    return lines + [StyledLine(pictures.bottomLeft + edge + pictures.bottomRight)]
  }

  private static func index(_ fraction: Double, count: Int) -> Int {
    min(Int(min(max(fraction, 0), 1) * Double(count)), count - 1)
  }
}
