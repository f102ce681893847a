/// What a student at a terminal looks at and turns by keys, until they leave it. It is no cell.
package enum View: Sendable {
  /// The pictures of a training, one after the other.
  case film(Film)
  /// Settings as knobs.
  case turn(Turn)
}
