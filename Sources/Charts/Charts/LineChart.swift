import JSON

/// Curves over one axis: losses over epochs, scores over a hyperparameter.
///
/// A value that is not a number interrupts its curve and is marked at the edge of the picture, as
/// are infinite ones and those beyond the axis.
package struct LineChart: Equatable, Sendable {
  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// What the points lie over. Where all of them lie at whole numbers, its ticks are whole too.
  package var xAxis: Axis
  /// What the curves measure.
  package var yAxis: Axis
  /// The curves; each has a glyph and a colour by its place among them.
  package var series: [Series]
  /// The upright lines, each with an entry in the legend.
  package var marks: [Mark]
  /// What the chart shows in one line of numbers; empty for one made of the points.
  package var caption: String

  /// What the spread of the points is: "one standard deviation over 20 repeats".
  package var spreadName = "spread"
  /// Which of the well-known curves it is; nil for any other.
  package var curve: Curve?

  /// Makes a chart of curves; what their spread is can be said afterwards in ``spreadName``.
  package init(
    _ curve: Curve? = nil, title: String? = nil, xAxis: Axis, yAxis: Axis, series: [Series],
    marks: [Mark] = [], caption: String = ""
  ) {
    self.curve = curve
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.series = series
    self.marks = marks
    self.caption = caption
  }

  /// A curve whose points, diagonal and steps have a meaning of their own.
  package enum Curve: Sendable {
    /// What the threshold finds over its false alarms.
    case roc
    /// What is right among the found over what is found.
    case precisionRecall
    /// What is right over how sure the network is.
    case calibration
    /// What is right over what is answered.
    case coverage
    /// What is answered over one column.
    case fit
    /// What answers leave over, over themselves.
    case residuals
  }

  /// How the points of a series are drawn.
  package enum Style: String, Sendable {
    /// Joined by straight lines, in the order in which they are given.
    case line
    /// Points that no line joins.
    case points
    /// Examples that a line goes through: as points, but each with its sign while they are few, and
    /// under the line where they are many.
    case examples
    /// A line that the curves are compared with, such as what chance gives: it has the same sign in
    /// every picture, and lies beneath the curves.
    case reference
  }

  /// One curve, or one set of points.
  package struct Series: Equatable, Sendable {
    /// What the legend calls it; empty for a series that the legend leaves out.
    package var name: String
    /// In the order in which a line joins them.
    package var points: [Point]
    /// Whether lines join the points.
    package var style: Style
    /// How far each point's measurements scatter, upwards and downwards alike: one number a point;
    /// empty where nothing is known of it.
    package var spread: [Double]

    /// Makes a series of points.
    ///
    /// - Parameter spread: One number a point, in the unit of y; those that are not finite or not
    ///   above zero are not drawn. Empty for none.
    package init(
      _ name: String, points: [Point], style: Style = .line, spread: [Double] = []
    ) {
      self.name = name
      self.points = points
      self.style = style
      self.spread = spread
    }

    /// Values at x = 1, 2, 3, …
    package init(_ name: String, values: [Double], style: Style = .line) {
      let points = values.indices.map { Point(Double($0 + 1), values[$0]) }
      self.init(name, points: points, style: style)
    }
  }

  /// An upright line at a place worth knowing, such as the best epoch.
  package struct Mark: Equatable, Sendable {
    /// Where it stands, in the unit of the x axis.
    package var x: Double
    /// What the legend says it is.
    package var label: String

    /// Makes a mark at a place of the x axis.
    package init(x: Double, label: String) {
      self.x = x
      self.label = label
    }
  }
}

extension LineChart {
  /// A point and the two ends of its spread.
  typealias Band = (point: Point, ends: (lower: Double, upper: Double))

  /// The points of a series with the lower and the upper end of their spread.
  ///
  /// What is never negative, such as an error, scatters no further than 0, and what is a share no
  /// further than 1.
  func bands(of series: Series) -> [Band] {
    let least = series.points.contains { $0.y < 0 } ? -Double.infinity : 0
    let isShare = yAxis.format == .percent && !series.points.contains { $0.y > 1 }
    return zip(series.points, series.spread).compactMap { point, spread in
      guard spread > 0, spread.isFinite, point.isFinite else { return nil }
      let upper = point.y + spread
      return (point, (max(point.y - spread, least), isShare ? min(upper, 1) : upper))
    }
  }
}

extension LineChart {
  var size: Int { series.reduce(marks.count) { $0 + 2 * $1.points.count + $1.spread.count } }

  var members: [JSONValue.Member] {
    [
      .init("x", xAxis.json), .init("y", yAxis.json),
      .init(
        "series",
        .array(
          series.map {
            [
              "name": .string($0.name), "style": .string($0.style.rawValue),
              "points": .array($0.points.map(\.json)), "spread": .numbers($0.spread),
            ]
          })),
      .init(
        "marks", .array(marks.map { ["x": .number($0.x), "label": .string($0.label)] })),
    ]
  }
}
