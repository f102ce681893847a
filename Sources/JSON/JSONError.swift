/// What is wrong with a JSON text, or with a value that was expected to be another.
public struct JSONError: Error, Equatable, Sendable {
  /// What was found and what was expected, as a sentence without a capital or a full stop.
  public var problem: String

  /// Makes an error.
  public init(_ problem: String) {
    self.problem = problem
  }
}

extension JSONError: CustomStringConvertible {
  /// The ``problem`` as it stands, for a line that already says where it was found.
  public var description: String { problem }
}
