import JSON

/// Bars that lie side by side, one a row: errors of the splits, scores of the candidates.
public struct BarChart: Equatable, Sendable {
  public struct Bar: Equatable, Sendable {
    public var label: String
    public var value: Double
    /// The value as it is written beside the bar.
    public var text: String

    /// - Parameter text: If nil, the value with six significant digits.
    public init(_ label: String, _ value: Double, text: String? = nil) {
      self.label = label
      self.value = value
      self.text = text ?? NumberText.significant(value)
    }
  }

  public var title: String?
  public var bars: [Bar]
  /// The value of a bar of full length; if nil, the largest one.
  public var maximum: Double?
  public var caption: String

  public init(
    title: String? = nil, bars: [Bar], maximum: Double? = nil, caption: String = ""
  ) {
    self.title = title
    self.bars = bars
    self.maximum = maximum
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
