/// The axes around a plot, and where numbers lie between them.
struct SVGFrame {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  private let x: AxisScale
  private let y: AxisScale
  private let xTitle: String
  private let yTitle: String

  /// Between the axes of curves: whole ends for the upright one.
  init(x: AxisScale, y: AxisScale, xAxis: Axis, yAxis: Axis, space: DrawingSpace) {
    self.init(x: x, y: y, xAxis: xAxis, yAxis: yAxis, space: space) { ($0, $1) }
  }

  /// The axes of a plane, in the aspect of its data.
  init(
    plane x: Extent, _ y: Extent, xAxis: Axis, yAxis: Axis, aspect: Aspect, space: DrawingSpace
  ) {
    var shownX = xAxis
    var shownY = yAxis
    shownX.extent = x
    shownY.extent = y
    let isLinear = xAxis.scale == .linear && yAxis.scale == .linear
    let ratio = x.length / y.length
    let columns = Self.columns(of: space)
    self.init(
      x: AxisScale.lying(shownX, data: x, columns: columns, isWhole: false),
      y: AxisScale.upright(shownY, data: y, heights: 1...17), xAxis: xAxis, yAxis: yAxis,
      space: space
    ) { width, height in
      guard isLinear, aspect == .equal, ratio.isFinite, ratio > 0.05, ratio < 20 else {
        return (width, height)
      }
      return ratio * height <= width ? (ratio * height, height) : (width, width / ratio)
    }
  }

  private init(
    x: AxisScale, y: AxisScale, xAxis: Axis, yAxis: Axis, space: DrawingSpace,
    size: (Double, Double) -> (Double, Double)
  ) {
    self.x = x
    self.y = y
    xTitle = xAxis.heading
    yTitle = yAxis.heading
    left = 16 + Double(max(y.labelWidth, space.labelWidth)) * 7
    top = 22
    (width, height) = size(max(space.width - left - 20, 40), space.plotHeight)
  }

  /// How many characters of a label the lying axis has room for.
  static func columns(of space: DrawingSpace) -> Int { max(Int((space.width - 60) / 8), 10) }

  /// How high the plot is with its labels.
  var outerHeight: Double { top + height + (xTitle.isEmpty ? 24 : 40) }

  /// The place of a point; nil if it is none between the axes.
  func place(_ point: Point) -> (x: Double, y: Double)? {
    guard let across = x.fraction(of: point.x), let up = y.fraction(of: point.y),
      across >= -1e-9, across <= 1 + 1e-9, up >= -1e-9, up <= 1 + 1e-9
    else { return nil }
    return (left + across * width, top + (1 - up) * height)
  }

  /// The place of a number on the lying axis; nil if it has none.
  func across(_ number: Double) -> Double? {
    guard let part = x.fraction(of: number), part >= -1e-9, part <= 1 + 1e-9 else { return nil }
    return left + part * width
  }

  /// The place of a number on the upright axis; nil if it has none.
  func up(_ number: Double) -> Double? {
    guard let part = y.fraction(of: number), part >= -1e-9, part <= 1 + 1e-9 else { return nil }
    return top + (1 - part) * height
  }

  /// The lines, ticks, labels and titles of the axes.
  func draw(on svg: inout SVGText) {
    for tick in y.ticks {
      let place = top + (1 - tick.fraction) * height
      svg.line(left, place, left + width, place, "stroke=\"#ddd\"")
      svg.line(left - 4, place, left, place, "stroke=\"#333\"")
      svg.label(tick.label, left - 7, place + 4, anchor: .end)
    }
    for tick in x.ticks {
      let place = left + tick.fraction * width
      svg.line(place, top + height, place, top + height + 4, "stroke=\"#333\"")
      svg.label(tick.label, place, top + height + 17, anchor: .middle)
    }
    svg.path(
      "M\(SVGText.number(left)) \(SVGText.number(top))v\(SVGText.number(height))"
        + "h\(SVGText.number(width))", "fill=\"none\" stroke=\"#333\"")
    svg.label(yTitle, 4, 12)
    svg.label(xTitle, left + width, top + height + 34, anchor: .end)
  }
}
