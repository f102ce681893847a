/// What an axis shows, and how its numbers are spread and written.
package struct Axis: Equatable, Sendable {
  package enum Scale: String, Sendable {
    case linear
    /// Equal steps are equal factors; what is not greater than zero has no place on it.
    case logarithmic
  }

  package enum Format: String, Sendable {
    case number
    /// Fractions written as percentages: 0.5 is `50%`.
    case percent
  }

  package var title: String
  /// Shown in brackets behind the title.
  package var unit: String?
  package var scale: Scale
  package var format: Format
  /// The part that is shown; if nil, what the data fills.
  package var extent: Extent?

  package init(
    _ title: String = "", unit: String? = nil, scale: Scale = .linear, format: Format = .number,
    extent: Extent? = nil
  ) {
    self.title = title
    self.unit = unit
    self.scale = scale
    self.format = format
    self.extent = extent
  }

  var heading: String { unit.map { "\(title) (\($0))" } ?? title }
}
