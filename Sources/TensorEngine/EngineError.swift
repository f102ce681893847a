/// Why the engine refuses something: facts without sentences. `what` names the thing in the
/// student's words ("learning rate", "targets"); the wording is made where errors are shown.
public enum EngineError: Error, Equatable, Sendable {
  /// Something has another shape than the place where it is used.
  case shapeMismatch(what: String, expected: Shape, actual: Shape)
  /// A number outside the range described by `valid`.
  case outOfRange(what: String, valid: String, actual: Double)
  /// A value that does not fit where it was put.
  case misfit(what: String, Misfit)
  /// A layer that needs images, height x width x channels, was given something else.
  case needsImage(layer: String, input: Shape)
  /// A window is larger than the image that it should slide over.
  case windowTooLarge(layer: String, window: String, image: Shape)
  /// Training broke off because `what` stopped being a finite number.
  case diverged(epoch: Int, step: Int, what: String)
  /// Something needs more memory than there is for it.
  case memory(MemoryShortage)
  /// Something is more work than is done unasked.
  case work(WorkExcess)
  /// The work was called off; nothing came of it.
  case interrupted
}
