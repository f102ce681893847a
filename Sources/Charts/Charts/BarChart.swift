import JSON

/// Bars that lie side by side, one a row: errors of the splits, scores of the candidates.
package struct BarChart: Equatable, Sendable {
  package struct Bar: Equatable, Sendable {
    package var label: String
    package var value: Double
    /// The value as it is written beside the bar.
    package var text: String

    /// - Parameter text: If nil, the value with six significant digits.
    package init(_ label: String, _ value: Double, text: String? = nil) {
      self.label = label
      self.value = value
      self.text = text ?? NumberText.significant(value)
    }
  }

  package var title: String?
  package var bars: [Bar]
  /// The value of a bar of full length; if nil, the largest one.
  package var maximum: Double?
  /// How a length is written.
  package var format: Axis.Format
  package var caption: String

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
  var members: [JSONValue.Member] {
    [
      .init("bars", .array(bars.map(\.json)))
    ]
  }
}

extension BarChart.Bar {
  var json: JSONValue { ["label": .string(label), "value": .number(value)] }
}
