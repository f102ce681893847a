import JSON

/// Curves over one axis: losses over epochs, scores over a hyperparameter.
///
/// A value that is not a number interrupts its curve and is marked at the edge of the picture, as
/// are infinite ones and those beyond the axis.
package struct LineChart: Equatable, Sendable {
  package var title: String?
  package var xAxis: Axis
  package var yAxis: Axis
  package var series: [Series]
  package var marks: [Mark]
  package var caption: String

  /// What the spread of the points is: "one standard deviation over 20 repeats".
  package var spreadName = "spread"
  /// Which of the well-known curves it is; nil for any other.
  package var curve: Curve?

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
    case roc, precisionRecall, calibration, coverage
  }

  package enum Style: String, Sendable {
    case line
    /// Points that no line joins.
    case points
  }

  package struct Series: Equatable, Sendable {
    package var name: String
    /// In the order in which a line joins them.
    package var points: [Point]
    package var style: Style
    /// How far each point's measurements scatter, upwards and downwards alike: one number a point;
    /// empty where nothing is known of it.
    package var spread: [Double]

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
    package var x: Double
    package var label: String

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
