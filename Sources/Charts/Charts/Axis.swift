/// What an axis shows, and how its numbers are spread and written.
package struct Axis: Equatable, Sendable {
  /// How distances along the axis follow from numbers.
  package enum Scale: String, Sendable {
    /// Equal steps are equal differences.
    case linear
    /// Equal steps are equal factors; what is not greater than zero has no place on it.
    case logarithmic
  }

  /// How the numbers of the axis are written.
  package enum Format: String, Sendable {
    /// As they are, with as many significant digits as the place asks for.
    case number
    /// Fractions written as percentages: 0.5 is `50%`.
    case percent
  }

  /// What is measured along the axis; empty for an axis without a title.
  package var title: String
  /// Shown in brackets behind the title.
  package var unit: String?
  /// How the numbers are spread.
  package var scale: Scale
  /// How the numbers are written; the data stays as it is, so a percentage is a fraction here.
  package var format: Format
  /// The part that is shown; if nil, what the data fills.
  package var extent: Extent?

  /// Makes an axis, by default a linear one over what the data fills.
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
