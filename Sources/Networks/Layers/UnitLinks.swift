/// Which units of the layer before the units of a layer look at; a filter is one unit.
public enum UnitLinks: Sendable {
  /// At all of them, each with weights of its own.
  case all
  /// At the one in the same place.
  case one
}
