import JSON

/// Bars that lie side by side, one a row: errors of the splits, scores of the candidates.
package struct BarChart: Equatable, Sendable {
  /// One bar with what stands beside it.
  package struct Bar: Equatable, Sendable {
    /// What the bar stands for, to its left; cut where it would take more than a third of the
    /// width.
    package var label: String
    /// The length: to the left of zero where it is negative; no bar is drawn for NaN.
    package var value: Double
    /// The value as it is written beside the bar.
    package var text: String

    /// A bar of a length, with its label and its figure.
    ///
    /// - Parameter text: What is written beside the bar; nil for the value with six significant
    ///   digits.
    package init(_ label: String, _ value: Double, text: String? = nil) {
      self.label = label
      self.value = value
      self.text = text ?? NumberText.significant(value)
    }
  }

  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// The bars from the top.
  package var bars: [Bar]
  /// The value of a bar of full length; if nil, the largest one.
  package var maximum: Double?
  /// How a length is written.
  package var format: Axis.Format
  /// What the chart shows in one line of numbers; empty for one made of the bars.
  package var caption: String

  /// Makes a chart of bars.
  ///
  /// - Parameter maximum: The value of a full bar, ignored if it is not finite and above zero; nil
  ///   for the largest value.
  package init(
    title: String? = nil, bars: [Bar], maximum: Double? = nil, format: Axis.Format = .number,
    caption: String = ""
  ) {
    self.title = title
    self.bars = bars
    self.maximum = maximum
    self.format = format
    self.caption = caption
  }
}

extension BarChart {
  var size: Int { 3 * bars.count }

  var members: [JSONValue.Member] {
    [
      .init("bars", .array(bars.map(\.json)))
    ]
  }
}

extension BarChart.Bar {
  var json: JSONValue { ["label": .string(label), "value": .number(value)] }
}
