/// What an axis shows, and how its numbers are spread and written.
public struct Axis: Equatable, Sendable {
  public enum Scale: String, Sendable {
    case linear
    /// Equal steps are equal factors; what is not greater than zero has no place on it.
    case logarithmic
  }

  public enum Format: String, Sendable {
    case number
    /// Fractions written as percentages: 0.5 is `50%`.
    case percent
  }

  public var title: String
  /// Shown in brackets behind the title.
  public var unit: String?
  public var scale: Scale
  public var format: Format
  /// The part that is shown; if nil, what the data fills.
  public var extent: Extent?

  public init(
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
