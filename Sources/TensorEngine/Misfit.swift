/// Why a value can't stand where it was put, where no range says so: facts without sentences.
public enum Misfit: Equatable, Sendable {
  /// Numbers that have to rise, and do not.
  case unordered
  /// Learning rates for boundaries, of which there has to be one less.
  case rates(count: Int, boundaries: Int)
  /// Weights of classes, one of which each class needs.
  case weights(count: Int, classes: Int)
  /// Something that needs classes, used where the targets are numbers.
  case numbers
  /// A setting of some `owners` alone, given to `other`.
  case belongsElsewhere(owners: [String], other: String)
  /// Nothing where something has to be named.
  case empty
  /// A name that is none of the `known` ones.
  case unknownName(String, known: [String])
  /// A part of another network than the one in hand.
  case ofAnotherNetwork
  /// A constant, as it is typed, that no Float can hold.
  case tooLarge(String)
  /// An initializer, as it is typed, that would take minutes to make a matrix of this shape.
  case takesMinutes(String, Shape)
}
