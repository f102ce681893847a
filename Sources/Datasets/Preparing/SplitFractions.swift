/// What part of the examples each split gets, as fractions of 1.
///
/// They add up to 1; if training is left out, it gets the rest. A part that is left out is not
/// there at all.
public struct SplitFractions: Sendable, Equatable {
  /// What the networks learn from.
  public var training: Double?
  /// What hyperparameters are chosen by.
  public var validation: Double?
  /// What the final network is judged by.
  public var test: Double?

  /// Names the parts; those left out get nothing, training the rest.
  public init(training: Double? = nil, validation: Double? = nil, test: Double? = nil) {
    self.training = training
    self.validation = validation
    self.test = test
  }

  /// How many of a number of examples each part gets.
  ///
  /// ```
  /// validation = floor(count * fraction + 1/2)     test likewise     training = what is left
  /// ```
  ///
  /// - Throws: `DatasetError` if a fraction is not above 0, if they do not add up to 1, or if a
  ///   part that was asked for, or training, would get no example.
  func counts(
    of count: Int
  ) throws(DatasetError) -> (training: Int, validation: Int, test: Int) {
    try check()
    func share(_ fraction: Double?) -> Int {
      Int((Double(count) * (fraction ?? 0) + 0.5).rounded(.down))
    }
    let (validation, test) = (share(self.validation), share(self.test))
    let training = count - validation - test
    let parts = [
      ("train", self.training, training), ("validation", self.validation, validation),
      ("test", self.test, test),
    ]
    for (name, fraction, share) in parts
    where share < 1 && (fraction != nil || name == "train") {
      throw Self.refusal(name, .emptyPart(name, fraction: fraction, exampleCount: count))
    }
    return (training, validation, test)
  }

  private func check() throws(DatasetError) {
    let parts = [("train", training), ("validation", validation), ("test", test)]
    guard validation != nil || test != nil else { throw Self.refusal(nil, .nothingHeldOut) }
    for (name, fraction) in parts {
      guard let fraction, !(fraction > 0 && fraction < 1) else { continue }
      throw Self.refusal(name, .fraction(fraction, part: name))
    }
    let total = parts.reduce(0) { $0 + ($1.1 ?? 0) }
    if training != nil, abs(total - 1) > 1e-9 {
      throw Self.refusal("train", .sum(total))
    }
    if training == nil, total >= 1 {
      throw Self.refusal(
        validation == nil ? "test" : "validation", .nothingForTraining(heldOut: total))
    }
  }

  static func refusal(
    _ option: String?, _ fault: DatasetError.DivisionFault
  ) -> DatasetError {
    DatasetError(file: "split", option: option, .division(fault))
  }
}
