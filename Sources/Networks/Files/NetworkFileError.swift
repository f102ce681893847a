public import JSON
public import TensorEngine

/// What is wrong with a file of weights or of a network: facts, without a sentence.
public enum NetworkFileError: Error, Equatable, Sendable {
  /// The bytes are no safetensors file, or a broken one.
  case layout(Layout)
  /// A tensor, by its name in the file.
  case tensor(String, TensorFault)
  /// What the file says of its network can't be.
  case content(Content)
  /// A text in the file is no JSON, or has not what is looked for in it.
  case json(JSONError)
  /// A setting in the file that the engine refuses.
  case setting(EngineError)
  /// Something in a part of the file.
  indirect case part(Part, NetworkFileError)

  /// A part of a file.
  public enum Part: Equatable, Sendable {
    /// A text of the file, by its name.
    case note(String)
    /// A layer by its number, counted from 1, and what it is: "dense" or "dense 3 tanh".
    case layer(Int, String)
    /// The optimizer of the training.
    case optimizer
    /// The settings of the loss.
    case loss
    /// The settings of the penalty.
    case penalty
    /// The schedule of the learning rate.
    case schedule
  }
}

extension NetworkFileError {
  /// Reads a part of a file, and names it in the error.
  static func reading<Value>(
    _ part: Part, _ read: () throws(JSONError) -> Value
  ) throws(NetworkFileError) -> Value {
    do {
      return try read()
    } catch {
      throw .part(part, .json(error))
    }
  }

  /// Checks settings of a part, and names it where the engine refuses them.
  static func checking(
    _ part: Part, _ check: () throws(EngineError) -> Void
  ) throws(NetworkFileError) {
    do {
      try check()
    } catch {
      throw .part(part, .setting(error))
    }
  }
}
