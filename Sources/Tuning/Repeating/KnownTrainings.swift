public import Networks

/// What trainings of one kind came to before, by their numbers from 0, so that none runs again that
/// would come to the same.
///
/// A training of a number is one: whatever stands under its number is its result.
public struct KnownTrainings: Sendable {
  /// What a training comes to, of a network such as this one; nil where it is not known.
  let result: @Sendable (_ number: Int, _ network: Network) -> TrainingResult?
  /// Takes what a training has come to.
  let keep: @Sendable (_ number: Int, _ result: TrainingResult) -> Void

  /// Makes it of its two parts, which are asked from all threads.
  public init(
    result: @escaping @Sendable (_ number: Int, _ network: Network) -> TrainingResult?,
    keep: @escaping @Sendable (_ number: Int, _ result: TrainingResult) -> Void
  ) {
    (self.result, self.keep) = (result, keep)
  }
}

extension Trainer {
  /// What the training comes to, as it is known or as it runs.
  ///
  /// - Throws: As `run(control:)`.
  func result(control: TrainingControl) throws(NetworkError) -> TrainingResult {
    if let known = control.known?(network) { return known }
    let result = try run(control: control)
    control.onResult?(result)
    return result
  }
}
