/// What an example of a data set is.
public enum ExampleKind: Sendable, Equatable {
  /// A point of a plane or of a curve.
  case point
  /// A row of a table.
  case row
  /// An image.
  case image
  /// A house that was invented.
  case house
}
