import JSON

/// Bars that lie below each other and are made of parts: the error of several networks, by where
/// it comes from.
///
/// A bar ends at the sum of its parts: one that is negative is taken off the end of the others, and
/// what it took off is drawn behind the end. A part that is no number is not drawn.
package struct StackedBarChart: Equatable, Sendable {
  /// One bar, with a value for each of the parts.
  package struct Bar: Equatable, Sendable {
    /// What the bar stands for; in characters only its first 16 are shown.
    package var label: String
    /// The length of each part, in the order of the chart's parts; nil for one that is not known.
    package var values: [Double?]

    /// Makes a bar of the values of its parts.
    package init(_ label: String, _ values: [Double?]) {
      self.label = label
      self.values = values
    }

    /// The sum of the parts that are known.
    package var total: Double { values.reduce(0) { $0 + ($1 ?? 0) } }

    /// What a part adds to the length of a bar.
    static func drawn(_ value: Double?) -> Double {
      guard let value, value.isFinite, value > 0 else { return 0 }
      return value
    }

    /// The positive parts together: the end of what is drawn.
    var length: Double { values.reduce(0) { $0 + Self.drawn($1) } }

    /// Where the parts end: their length less what negative ones take off.
    var end: Double {
      let off = values.reduce(0) { $0 + Self.drawn($1.map { -$0 }) }
      return max(length - off, 0)
    }
  }

  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// What the bars differ by: the heading of their labels.
  package var labelTitle: String
  /// What the bars measure, and how its figures are written.
  package var axis: Axis
  /// The names of the parts, in the order in which they are stacked.
  package var parts: [String]
  /// What the parts add up to.
  package var totalName: String
  /// The bars from the top, all with the same parts.
  package var bars: [Bar]
  /// What the chart shows in one line of numbers; empty for one made of the bars.
  package var caption: String

  /// Makes a chart of bars made of parts.
  ///
  /// - Parameters:
  ///   - axis: What the bars measure; where it has an extent, its upper end is the length of a full
  ///     bar, else the longest bar is.
  ///   - parts: The names of the parts in the order of each bar's values.
  package init(
    title: String? = nil, labelTitle: String = "", axis: Axis, parts: [String],
    totalName: String = "total", bars: [Bar], caption: String = ""
  ) {
    self.title = title
    self.labelTitle = labelTitle
    self.axis = axis
    self.parts = parts
    self.totalName = totalName
    self.bars = bars
    self.caption = caption
  }

  /// Whether something is taken off a bar.
  var hasNegativePart: Bool { bars.contains { $0.end < $0.length } }

  /// A figure of the chart as it is written beside its bar.
  package func text(_ value: Double?) -> String {
    guard let value else { return "?" }
    switch axis.format {
    case .percent: return NumberText.percent(value, places: 1)
    case .number: return NumberText.significant(value, digits: 4)
    }
  }
}

extension StackedBarChart {
  var size: Int { bars.reduce(parts.count) { $0 + 1 + $1.values.count } }

  var members: [JSONValue.Member] {
    [
      .init("axis", axis.json), .init("parts", .array(parts.map { .string($0) })),
      .init(
        "bars",
        .array(
          bars.map { bar in
            [
              "label": .string(bar.label),
              "values": .array(bar.values.map { $0.map { .number($0) } ?? .null }),
              "total": .number(bar.total),
            ]
          })),
    ]
  }
}
