/// What is wrong with a file of weights or of a network.
///
/// Both are sentences without a capital and a full stop, so that they can stand behind the name
/// of the file: "net.safetensors: layer 2 is a lambda, which is not known here".
public struct NetworkFileError: Error, Equatable, Sendable {
  /// What was found, and what was expected.
  public var problem: String
  /// What to do about it.
  public var hint: String?

  /// Makes an error.
  public init(_ problem: String, hint: String? = nil) {
    self.problem = problem
    self.hint = hint
  }

  static let damaged = "copy the file again, or save it anew"
}
